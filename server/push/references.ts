import type { Refusal } from '../../protocol/refusal.ts';
import { hasEntry } from '../rows/strategy.ts';
import type { Sql } from '../store/store.ts';

/**
 * Whether what a clip names exists. In any state: the person chose while offline, and what was open
 * then may be closed now.
 * @param at where in the action these fields stand, for example `clip`.
 */
export async function checkReferences(
  sql: Sql,
  { departmentId, goalId }: { departmentId?: string | undefined; goalId?: string | null | undefined },
  at: string,
): Promise<Refusal | null> {
  const [knowsDepartment, knowsGoal] = await Promise.all([
    departmentId === undefined || hasEntry(sql, 'department', departmentId),
    goalId === undefined || goalId === null || hasEntry(sql, 'goal', goalId),
  ]);
  if (!knowsDepartment) return { kind: 'unknown_department', path: `${at}.departmentId` };
  if (!knowsGoal) return { kind: 'unknown_goal', path: `${at}.goalId` };
  return null;
}
