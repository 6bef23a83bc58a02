import { LIMITS } from '../../protocol/limits.ts';
import { OPEN_STATES } from '../rows/topics.ts';
import type { Sql } from '../store/store.ts';

/** Topics that are open or changed since `closedSince`, and of those only the newest: changed at `floor` or later. */
export type WorkingSet = { floor: number; closedSince: number };

/** From the newest change back, and no further than the working set is large. */
const RECENT = 'SELECT changed_at FROM topic WHERE changed_at >= $1 ORDER BY changed_at DESC LIMIT 1 OFFSET $2';
const RECENT_COUNT = 'SELECT count(*) AS size FROM topic WHERE changed_at >= $1';
/** By their state (the plus keeps the order of changes out of it): what is open for so long is little beside all that was closed. */
const OLD_AND_OPEN = `SELECT changed_at FROM topic WHERE state IN (${OPEN_STATES}) AND +changed_at < $1
  ORDER BY +changed_at DESC LIMIT 1 OFFSET $2`;

/**
 * Where the desk's working set ends today (VI2). Asked for each page of a first pull: in one query, "since then or open",
 * it collected and sorted all topics that are open, 83 ms of 100,000.
 */
export async function workingSet(sql: Sql, now: number): Promise<WorkingSet> {
  const closedSince = now - LIMITS.workingSetDays * 86_400_000;
  const last = LIMITS.workingSetTopics - 1;
  const [recent] = await sql.all<{ changed_at: number }>(RECENT, closedSince, last);
  if (recent !== undefined) return { floor: recent.changed_at, closedSince };
  const [counted] = await sql.all<{ size: number }>(RECENT_COUNT, closedSince);
  const [old] = await sql.all<{ changed_at: number }>(OLD_AND_OPEN, closedSince, last - (counted?.size ?? 0));
  return { floor: old?.changed_at ?? 0, closedSince };
}
