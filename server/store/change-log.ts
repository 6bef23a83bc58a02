/**
 * The change log: which keys changed, and in which order devices hear of it. It holds one row for
 * each key, at its newest position, and no bodies (CL6).
 */
import type { ChangeKind } from '../../protocol/pull.ts';
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
  const rows = [...keys.values()].map(({ kind, id }, index) => [kind, id, first + index] as const);
  // As many at once as possible: other servers wait for the counter meanwhile.
  const whole = rows.length - (rows.length % CHUNK);
  for (let start = 0; start < whole; start += CHUNK)
    await sql.run(UPSERT_CHUNK, ...rows.slice(start, start + CHUNK).flat());
  for (const row of rows.slice(whole)) await sql.run(UPSERT_ONE, ...row);
  return counter.seq;
}

const CHUNK = 20;

const upsert = (rows: number): string => {
  const places = Array.from({ length: rows }, (_, row) => `($${3 * row + 1}, $${3 * row + 2}, $${3 * row + 3})`);
  return `INSERT INTO change_log (kind, id, seq) VALUES ${places.join(', ')}
    ON CONFLICT (kind, id) DO UPDATE SET seq = excluded.seq`;
};
const UPSERT_ONE = upsert(1);
const UPSERT_CHUNK = upsert(CHUNK);

/** The position of the newest change. */
export async function currentSeq(sql: Sql): Promise<number> {
  const [counter] = await sql.all<{ seq: number }>('SELECT seq FROM queue');
  return counter?.seq ?? 0;
}
