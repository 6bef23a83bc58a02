/**
 * The change log: which keys changed, and in which order devices hear of it. It holds one row for
 * each key, at its newest position, and no bodies (CL6).
 */
import type { ChangeKind } from '../../protocol/pull.ts';
import { rowWriter } from './chunks.ts';
import type { Sql } from './store.ts';

/** The keys that one or more jobs touched, each once. */
export type ChangedKeys = Map<string, { kind: ChangeKind; id: string }>;

/**
 * Gives every key the next position and returns the last one. Called once, as the last thing before
 * a commit: the counter row then orders commits on both engines, so that no reader at a cursor can
 * overtake a transaction that took its numbers earlier and commits later [CL5].
 */
export async function appendChanges(sql: Sql, keys: ChangedKeys): Promise<number> {
  if (keys.size === 0) return currentSeq(sql);
  const [counter] = await sql.all<{ seq: number }>('UPDATE queue SET seq = seq + $1 RETURNING seq', keys.size);
  if (counter === undefined) throw new Error('the queue row is missing');
  const first = counter.seq - keys.size + 1;
  await writePositions(
    sql,
    [...keys.values()].map(({ kind, id }, index) => [kind, id, first + index]),
  );
  return counter.seq;
}

const writePositions = rowWriter(
  'INSERT INTO change_log (kind, id, seq) VALUES',
  '($1, $2, $3)',
  'ON CONFLICT (kind, id) DO UPDATE SET seq = excluded.seq',
);

/** The position of the newest change. */
export async function currentSeq(sql: Sql): Promise<number> {
  const [counter] = await sql.all<{ seq: number }>('SELECT seq FROM queue');
  return counter?.seq ?? 0;
}
