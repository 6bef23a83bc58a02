import type { Refusal } from '../../protocol/refusal.ts';
import { findEntry, hasEntry } from '../rows/strategy.ts';
import { changesOfEntry } from '../rows/strategy-versions.ts';
import type { Sql } from '../store/store.ts';

/** How long a device may not have heard that a goal is a draft again. */
const UNHEARD_MS = 7 * 86_400_000;

/**
 * Whether what a clip names exists. Open or closed: the person chose while offline, and what was open
 * then may be closed now. A draft was never there to be chosen.
 * @param madeAt when the person chose
 * @param at where in the action these fields stand, for example `clip`.
 */
export async function checkReferences(
  sql: Sql,
  { departmentId, goalId }: { departmentId?: string | undefined; goalId?: string | null | undefined },
  madeAt: number,
  at: string,
): Promise<Refusal | null> {
  if (departmentId !== undefined && !(await hasEntry(sql, 'department', departmentId)))
    return { kind: 'unknown_department', path: `${at}.departmentId` };
  if (goalId === undefined || goalId === null) return null;
  const goal = await findEntry(sql, 'goal', goalId);
  if (goal === null) return { kind: 'unknown_goal', path: `${at}.goalId` };
  if (goal.state === 'draft' && !(await wasActive(sql, goalId, madeAt - UNHEARD_MS)))
    return { kind: 'goal_not_confirmed', path: `${at}.goalId` };
  return null;
}

/** [SG5] Whether a goal that is a draft now was active at some time since `since`. */
async function wasActive(sql: Sql, goalId: string, since: number): Promise<boolean> {
  const changes = await changesOfEntry(sql, 'goals', goalId);
  return changes.some(
    ({ at, fields }) => at >= since && fields.some(({ path, before }) => path === 'state' && before === 'active'),
  );
}
