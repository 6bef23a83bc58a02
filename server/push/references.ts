import type { Refusal } from '../../protocol/refusal.ts';
import { findEntry, hasEntry } from '../rows/strategy.ts';
import { changesOfEntry } from '../rows/strategy-versions.ts';
import type { Sql } from '../store/store.ts';
import type { Act } from './act.ts';
import { type TimeOfAct, timeOfAct } from './time-of-act.ts';

/** How long a device may not have heard that a goal is a draft again. */
const UNHEARD_MS = 7 * 86_400_000;
/** By how much a clock that is believed may be behind. */
const WRONG_MS = 86_400_000;

/**
 * Whether what a clip names exists. Open or closed: the person chose while offline, and what was open
 * then may be closed now. A draft was never there to be chosen.
 * @param act the one by which the person chose
 * @param at where in the action these fields stand, for example `clip`.
 */
export async function checkReferences(
  sql: Sql,
  { departmentId, goalId }: { departmentId?: string | undefined; goalId?: string | null | undefined },
  act: Pick<Act, 'madeAt' | 'now'>,
  at: string,
): Promise<Refusal | null> {
  const [knowsDepartment, goal] = await Promise.all([
    departmentId === undefined || hasEntry(sql, 'department', departmentId),
    goalId === undefined || goalId === null ? null : findEntry(sql, 'goal', goalId),
  ]);
  if (!knowsDepartment) return { kind: 'unknown_department', path: `${at}.departmentId` };
  if (goalId === undefined || goalId === null) return null;
  if (goal === null) return { kind: 'unknown_goal', path: `${at}.goalId` };
  if (goal.state === 'draft' && !(await wasActive(sql, goalId, timeOfAct(act))))
    return { kind: 'goal_not_confirmed', path: `${at}.goalId` };
  return null;
}

/** [SG5] Whether a goal that is a draft now could be chosen then: it was active, or had been as the device last heard. */
async function wasActive(sql: Sql, goalId: string, { from, to }: TimeOfAct): Promise<boolean> {
  // Forwards in time: each spell of being active from its beginning to its end.
  const changes = (await changesOfEntry(sql, 'goals', goalId)).toReversed();
  let begun = -Infinity;
  return changes.some(({ at, fields }) => {
    const state = fields.find(({ path }) => path === 'state');
    if (state?.after === 'active') begun = at;
    return state?.before === 'active' && begun - WRONG_MS <= to && from <= at + UNHEARD_MS;
  });
}
