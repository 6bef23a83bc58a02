/** The keys of pages (AD1). The rules for them are large and here alone: the popup asks. */
import { addressKey } from '../../desk/address.ts';
import { updateAddressKeys } from '../../storage/address-keys.ts';
import type { AccountDatabase } from '../../storage/database.ts';
import { addressRules } from '../../storage/site-profiles.ts';
import { openSession } from '../browser/session.ts';

/** Databases whose keys were looked through since this worker began. */
const upToDate = new WeakMap<AccountDatabase, Promise<void>>();

/** Brings the keys of what was kept before up to date, once, so that the answer finds it. */
export async function pageKey(address: string, canonicalAddress: string | null): Promise<string | null> {
  const session = await openSession();
  if (session === null) return addressKey(address, canonicalAddress);
  const { db } = session;
  const rules = await addressRules(db);
  const updating = upToDate.get(db) ?? updateAddressKeys(db, rules);
  upToDate.set(db, updating);
  // Old keys only hide what was suggested before, which the queue finds again.
  await updating.catch(() => upToDate.delete(db));
  return addressKey(address, canonicalAddress, rules);
}
