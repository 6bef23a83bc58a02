/** Copies a queue from one database to another, whichever engine each has. */
import { queueRow } from '../rows/queue.ts';
import { rowWriter } from '../store/chunks.ts';
import type { Sql, Store } from '../store/store.ts';
import { inOrderOfReference, type Table } from '../store/tables.ts';
import { createDigest, pages, readRows } from './rows.ts';

/** What became of a table: its rows, what they say, and how many of them had to be written or removed. */
export type CopiedTable = { name: string; rows: number; digest: string; written: number; removed: number };

/** The target holds something that this copy would destroy; `message` says what. */
export class OtherQueue extends Error {
  override name = 'OtherQueue';
}

/** They are of the database and not of the queue. */
const LEFT_ALONE = ['migration', 'turn'];

/**
 * Makes the target what the source is at this moment: one snapshot of the source, one transaction of the target. A
 * copy that ends in the middle leaves the target as it was. Run again it writes only what differs since, so that the
 * source need not be stopped for the first, long time. Queue and epoch stay the same: devices notice nothing.
 * @param tell hears of each table once it was written and read again.
 * @throws OtherQueue if the target is another queue, or went further than the source.
 */
export async function copyQueue(from: Store, to: Store, tell: (table: CopiedTable) => void): Promise<void> {
  const tables = inOrderOfReference(await from.tables()).filter(({ name }) => !LEFT_ALONE.includes(name));
  const referred = new Set(tables.flatMap(({ refersTo }) => refersTo));
  await from.read((source) =>
    to.write(async (target) => {
      await checkTarget(source, target);
      const removed = new Map<string, number>();
      // What refers to others goes before those, and comes after them.
      for (const table of [...tables].reverse())
        removed.set(table.name, await removeOld(source, target, table, !referred.has(table.name)));
      for (const table of tables) {
        const { digest, written } = await writeNew(source, target, table);
        const there = await digestOf(target, table);
        if (there.digest !== digest) throw new Error(`The table ${table.name} did not arrive as it was sent.`);
        tell({ name: table.name, ...there, written, removed: removed.get(table.name) ?? 0 });
      }
    }),
  );
}

/** @throws OtherQueue */
async function checkTarget(source: Sql, target: Sql): Promise<void> {
  const [ours, theirs] = [await queueRow(source), await queueRow(target)];
  const isNew = theirs.seq === 0 && (await target.all('SELECT 1 FROM person LIMIT 1')).length === 0;
  if (isNew) return;
  if (theirs.id !== ours.id)
    throw new OtherQueue(`The target is another queue ("${theirs.name}"). Nothing was changed.`);
  if (theirs.epoch !== ours.epoch)
    throw new OtherQueue(
      'The target was restored from a backup since: its history is another one. Nothing was changed.',
    );
  if (theirs.seq > ours.seq)
    throw new OtherQueue(
      `The target knows ${theirs.seq - ours.seq} changes that the source does not know: was it in use? Nothing was changed.`,
    );
}

/** Removes what the source does not have; with `changed`, also what it has otherwise. Returns how many rows. */
async function removeOld(source: Sql, target: Sql, table: Table, changed: boolean): Promise<number> {
  const text = `DELETE FROM ${table.name} WHERE ${table.key.map((column, at) => `${column} = $${at + 1}`).join(' AND ')}`;
  let count = 0;
  for await (const { rows, after, upTo } of pages(source, table)) {
    const there = await readRows(target, table, after, upTo);
    if (there.length === 0) continue;
    const wanted = new Map(rows.map((row) => [row.key, row]));
    const old = there.filter(({ key, said }) => {
      const row = wanted.get(key);
      return row === undefined || (changed && row.said !== said);
    });
    await Promise.all(old.map(({ keyValues }) => target.run(text, ...keyValues)));
    count += old.length;
  }
  return count;
}

/** Writes what the target does not have or has otherwise. */
async function writeNew(source: Sql, target: Sql, table: Table): Promise<{ digest: string; written: number }> {
  const digest = createDigest();
  const write = writerOf(table);
  let written = 0;
  for await (const { rows, after, upTo } of pages(source, table)) {
    const there = new Map((await readRows(target, table, after, upTo)).map((row) => [row.key, row]));
    const missing = rows.filter(({ key, said }) => there.get(key)?.said !== said);
    await write(
      target,
      missing.map(({ values }) => values),
    );
    for (const row of rows) digest.add(row);
    written += missing.length;
  }
  return { digest: digest.result().digest, written };
}

function writerOf({ name, columns, key }: Table) {
  const others = columns.filter((column) => !key.includes(column));
  const update =
    others.length === 0
      ? 'NOTHING'
      : `UPDATE SET ${others.map((column) => `${column} = excluded.${column}`).join(', ')}`;
  return rowWriter(
    `INSERT INTO ${name} (${columns.join(', ')}) VALUES`,
    `(${columns.map((_, at) => `$${at + 1}`).join(', ')})`,
    `ON CONFLICT (${key.join(', ')}) DO ${update}`,
  );
}

async function digestOf(sql: Sql, table: Table): Promise<{ rows: number; digest: string }> {
  const digest = createDigest();
  for await (const { rows } of pages(sql, table)) for (const row of rows) digest.add(row);
  return digest.result();
}
