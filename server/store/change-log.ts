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
 * @param isFollowed whether everything that is derived from these rows was derived in this transaction
 */
export async function appendChanges(sql: Sql, keys: ChangedKeys, isFollowed = true): Promise<number> {
  if (keys.size === 0) return currentSeq(sql);
  const [counter] = await sql.all<{ seq: number }>(
    `UPDATE queue SET seq = seq + $1, followed = CASE WHEN followed = seq THEN followed + $2 ELSE followed END
     RETURNING seq`,
    keys.size,
    isFollowed ? keys.size : 0,
  );
  if (counter === undefined) throw new Error('the queue row is missing');
  const first = counter.seq - keys.size + 1;
  await writePositions(
    sql,
    keys.values().map(({ kind, id }, index) => [kind, id, first + index]),
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

/** Where the log stands, and up to where all was derived that is derived from rows. */
export async function positions(sql: Sql): Promise<{ seq: number; followed: number }> {
  const [queue] = await sql.all<{ seq: number; followed: number }>('SELECT seq, followed FROM queue');
  return queue ?? { seq: 0, followed: 0 };
}

/** The next keys from which something may have to be derived yet, in the order of the log. */
export const keysBehind = (sql: Sql, count: number): Promise<{ kind: ChangeKind; id: string; seq: number }[]> =>
  sql.all('SELECT kind, id, seq FROM change_log WHERE seq > (SELECT followed FROM queue) ORDER BY seq LIMIT $1', count);

/** @param seq null: everything that is in the log */
export const noteFollowed = (sql: Sql, seq: number | null): Promise<void> =>
  sql.run('UPDATE queue SET followed = coalesce($1, seq)', seq);
