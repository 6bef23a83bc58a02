/** A device restored from a backup of another one: the same databases, so the same client, twice. */
import { Dexie } from 'dexie';
import type { IndexedDb } from '../../storage/database.ts';
import { newIndexedDb } from '../storage/device.ts';

export async function copyDevice(from: IndexedDb): Promise<IndexedDb> {
  const to = newIndexedDb();
  for (const name of await databaseNames(from)) await copyDatabase(name, from, to);
  return to;
}

async function databaseNames({ indexedDB }: IndexedDb): Promise<string[]> {
  // Dexie's type knows only `open`; the factory of a test is a whole one.
  const found = await (indexedDB as IDBFactory).databases();
  return found.flatMap(({ name }) => (name === undefined ? [] : [name]));
}

async function copyDatabase(name: string, from: IndexedDb, to: IndexedDb): Promise<void> {
  const source = await new Dexie(name, from).open();
  const copy = new Dexie(name, to);
  copy.version(source.verno).stores(Object.fromEntries(source.tables.map((table) => [table.name, schemaOf(table)])));
  for (const table of source.tables) await copy.table(table.name).bulkPut(await table.toArray());
  source.close();
  copy.close();
}

const schemaOf = ({ schema }: { schema: { primKey: { src: string }; indexes: { src: string }[] } }): string =>
  [schema.primKey.src, ...schema.indexes.map(({ src }) => src)].join(',');
