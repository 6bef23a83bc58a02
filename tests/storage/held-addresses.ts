/** What a device knows of all pages, by their keys, however it keeps them. */
import type { AddressRow } from '../../protocol/topic.ts';
import { findAddress } from '../../storage/addresses.ts';
import type { AccountDatabase } from '../../storage/database.ts';

export async function heldAddresses(db: AccountDatabase): Promise<(AddressRow | undefined)[]> {
  const packs = await db.addressPacks.toArray();
  const keys = new Set([...(await db.addresses.toCollection().primaryKeys()), ...packs.flatMap((pack) => pack.keys)]);
  return Promise.all([...keys].sort().map((key) => findAddress(db, key)));
}
