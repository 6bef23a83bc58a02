/** The keys of pages (AD1). The rules for them are large and here alone: the popup asks. */
import { addressKey, type CompanyRules } from '../../desk/address.ts';
import { addMissingKeys, updateAddressKeys } from '../../storage/address-keys.ts';
import type { AccountDatabase } from '../../storage/database.ts';
import { addressRules } from '../../storage/site-profiles.ts';
import { openSession } from '../browser/session.ts';

/** Databases whose keys were looked through since this worker began, and by which rules of the company. */
const upToDate = new WeakMap<AccountDatabase, { rules: string; done: Promise<void> }>();

export async function pageKey(address: string, canonicalAddress: string | null): Promise<string | null> {
  const session = await openSession();
  return addressKey(address, canonicalAddress, session === null ? [] : await keyRules(session.db));
}

/** The rules of the company for keys. Brings those of what was kept before up to date, so that a key finds it. */
export async function keyRules(db: AccountDatabase): Promise<CompanyRules> {
  const rules = await addressRules(db);
  // Old keys only hide what was suggested before, which the queue finds again.
  await bringUpToDate(db, rules).catch(() => upToDate.delete(db));
  return rules;
}

async function bringUpToDate(db: AccountDatabase, companyRules: CompanyRules): Promise<void> {
  const rules = JSON.stringify(companyRules);
  const before = upToDate.get(db);
  const updating = before?.rules === rules ? before : { rules, done: updateAddressKeys(db, companyRules) };
  upToDate.set(db, updating);
  await updating.done;
  // A popup that waited too long for this answer keeps its clip without a key, at any time.
  await addMissingKeys(db, companyRules);
}
