/** One page of what changed for a reader. The rules are PL1 and PL2 of protocol/SPEC.md. */
import type { Person } from '../../protocol/person.ts';
import type { Change, ChangeKind, PullRequest, PullResponse } from '../../protocol/pull.ts';
import { queueRow } from '../rows/queue.ts';
import type { Sql, Store } from '../store/store.ts';
import { clearingScope } from './clearing-scope.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { keysQuery, type Reader, readerOf } from './reader.ts';
import { LOOKS, type RowsById } from './rows.ts';

type Key = { seq: number; kind: ChangeKind; id: string };

/** Reads in one snapshot: the rows of a page are as its last change left them. */
export const pull = (store: Store, person: Person, request: PullRequest, now: number): Promise<PullResponse> =>
  store.read((sql) => readPage(sql, person, request, now));

async function readPage(sql: Sql, person: Person, { cursor, limit }: PullRequest, now: number): Promise<PullResponse> {
  const queue = await queueRow(sql);
  const scope = await clearingScope(sql, person);
  const position = readCursor(cursor, person, scope, queue);
  const { seq: after, begunAt, reset } = position;
  // Most pulls find nothing, and the question for keys is a long one even then.
  if (after === queue.seq)
    return { reset, cursor: writeCursor(person, scope, queue.epoch, position), more: false, changes: [] };
  const reader = await readerOf(sql, person, scope, position, now);
  const found = await sql.all<Key>(keysQuery(reader), after, limit + 1, ...reader.knowsValues);
  const keys = found.slice(0, limit);
  const more = found.length > limit;
  // [PL1] The last page ends at the newest change, so that what a reader may not see is not looked through again.
  const seq = more ? (keys.at(-1)?.seq ?? after) : queue.seq;
  const rows = await rowsOf(sql, reader, keys);
  const changes = keys.flatMap(({ kind, id, seq: position }): Change[] => {
    const row = rows[kind]?.get(id) ?? null;
    if (row === null && position <= begunAt) return []; // Never sent: nothing to take back.
    // Each look-up makes the row of its kind; the union cannot follow that through the table.
    return [{ kind, id, row } as Change];
  });
  return { reset, cursor: writeCursor(person, scope, queue.epoch, { seq, begunAt }), more, changes };
}

async function rowsOf(sql: Sql, reader: Reader, keys: readonly Key[]): Promise<Partial<Record<ChangeKind, RowsById>>> {
  const rows: Partial<Record<ChangeKind, RowsById>> = {};
  for (const [kind, ofKind] of Map.groupBy(keys, (key) => key.kind)) {
    rows[kind] = await LOOKS[kind](
      sql,
      reader,
      ofKind.map(({ id }) => id),
    );
  }
  return rows;
}
