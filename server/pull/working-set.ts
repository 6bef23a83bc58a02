import { LIMITS } from '../../protocol/limits.ts';
import { OPEN_STATES } from '../rows/topics.ts';
import type { Sql } from '../store/store.ts';

/** Topics that are open or changed since `closedSince`, and of those only the newest: changed at `floor` or later. */
export type WorkingSet = { floor: number; closedSince: number };

/** Where the desk's working set ends today (VI2). */
export async function workingSet(sql: Sql, now: number): Promise<WorkingSet> {
  const closedSince = now - LIMITS.workingSetDays * 86_400_000;
  const [last] = await sql.all<{ changed_at: number }>(
    `SELECT changed_at FROM topic WHERE changed_at >= $1 OR state IN (${OPEN_STATES})
     ORDER BY changed_at DESC LIMIT 1 OFFSET $2`,
    closedSince,
    LIMITS.workingSetTopics - 1,
  );
  return { floor: last?.changed_at ?? 0, closedSince };
}
