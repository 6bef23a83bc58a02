/** Rows of any table, read in the order of its key, as values that can be compared. */
import { createHash } from 'node:crypto';
import type { Sql, Value } from '../store/store.ts';
import type { Table } from '../store/tables.ts';

/** Rows that are read at once, at most and at first. */
const MOST_ROWS = 500;
const FIRST_ROWS = 20;
/** About as much is held at once: pictures have some hundred kilobytes each. Bytes. */
const PAGE_BYTES = 4_000_000;

export type Row = { key: string; keyValues: Value[]; values: Value[]; said: string };

/** All rows, a page at a time; rows of another database can be read between the same two keys. */
export async function* pages(sql: Sql, table: Table): AsyncGenerator<{ rows: Row[]; after: Value[]; upTo: Value[] }> {
  let most = FIRST_ROWS;
  for (let after: Value[] = []; ; ) {
    const rows = await readRows(sql, table, after, [], most);
    const last = rows.length < most ? undefined : rows.at(-1);
    yield { rows, after, upTo: last?.keyValues ?? [] };
    if (last === undefined) return;
    after = last.keyValues;
    const bytes = rows.reduce((sum, { said }) => sum + said.length, 1);
    most = Math.min(MOST_ROWS, Math.max(1, Math.floor((rows.length * PAGE_BYTES) / bytes)));
  }
}

/** @param after exclusive, `upTo` inclusive; empty: from the first, to the last. */
export async function readRows(sql: Sql, table: Table, after: Value[], upTo: Value[], most?: number): Promise<Row[]> {
  const { name, columns, key } = table;
  const place = (first: number) => `(${key.map((_, index) => `$${first + index}`).join(', ')})`;
  const where = [
    ...(after.length > 0 ? [`(${key.join(', ')}) > ${place(1)}`] : []),
    ...(upTo.length > 0 ? [`(${key.join(', ')}) <= ${place(1 + after.length)}`] : []),
  ];
  const rows = await sql.all<Record<string, Value>>(
    `SELECT ${columns.join(', ')} FROM ${name} ${where.length > 0 ? `WHERE ${where.join(' AND ')}` : ''}
     ORDER BY ${key.join(', ')} ${most === undefined ? '' : `LIMIT ${most}`}`,
    ...after,
    ...upTo,
  );
  return rows.map((row) => {
    const inColumn = (column: string): Value => row[column] ?? null;
    const [values, keyValues] = [columns.map(inColumn), key.map(inColumn)];
    return { key: JSON.stringify(keyValues), keyValues, values, said: JSON.stringify(values.map(inWords)) };
  });
}

const inWords = (value: Value): string | number | null =>
  value instanceof Uint8Array ? `bytes ${Buffer.from(value).toString('base64')}` : value;

/** How many rows a table has and what they say, in one number each: the same on both engines for the same rows. */
export function createDigest() {
  const hash = createHash('sha256');
  let rows = 0;
  return {
    add({ said }: Row): void {
      rows += 1;
      hash.update(said).update('\n');
    },
    result: () => ({ rows, digest: hash.digest('hex') }),
  };
}
