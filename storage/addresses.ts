/**
 * The keys of all pages that were suggested, with their public state (VI2, AD1): more rows than anything else. A first
 * pull keeps them in packs, a page of it in one row: IndexedDB is asked once instead of 166 times. What is told later of
 * a key stands by itself and comes before its pack.
 */
import type { Table } from 'dexie';
import type { AddressRow } from '../protocol/topic.ts';
import type { AccountDatabase } from './database.ts';

/** What `findAddress` reads and `keepAddresses` writes; a transaction that calls them has to cover it. */
export const addressTables = (db: AccountDatabase): Table[] => [db.addresses, db.addressPacks];

/** What is known of a page by its key, as it was kept; undefined if nothing is. */
export async function findAddress(db: AccountDatabase, key: string): Promise<AddressRow | undefined> {
  const [row, pack] = await Promise.all([db.addresses.get(key), db.addressPacks.where('keys').equals(key).first()]);
  return row ?? pack?.rows.find((packed) => packed.key === key);
}

/** @param areNew no row of these keys is here, neither by itself nor in a pack */
export async function keepAddresses(db: AccountDatabase, rows: readonly AddressRow[], areNew: boolean): Promise<void> {
  if (rows.length === 0) return;
  if (areNew) await db.addressPacks.add({ keys: rows.map(({ key }) => key), rows: [...rows] });
  else await db.addresses.bulkPut([...rows]);
}

export async function forgetAddresses(db: AccountDatabase, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return;
  const gone = new Set(keys);
  const [packs] = await Promise.all([
    db.addressPacks.where('keys').anyOf(keys).distinct().toArray(),
    db.addresses.bulkDelete([...keys]),
  ]);
  const kept = packs.map(({ id, rows }) => {
    const left = rows.filter(({ key }) => !gone.has(key));
    return { id, keys: left.map(({ key }) => key), rows: left };
  });
  await db.addressPacks.bulkPut(kept);
}
