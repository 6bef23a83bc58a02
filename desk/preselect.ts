/** Department and goal that fit a page before the person says anything, each with the reason shown. */
import type { Person } from '../protocol/person.ts';
import type { Department, Goal } from '../protocol/strategy.ts';
import { activeDepartments, goalsFor } from './goals.ts';

/** What this person chose last; learned and kept on the device only. */
export type Habits = {
  /** For the host of the page at hand. */
  lastOnHost: { departmentId: string; goalId: string | null } | null;
  /** By department. */
  lastGoalIn: Readonly<Record<string, string>>;
};

export type Because = 'host' | 'profile' | 'last' | 'default' | 'only' | 'first' | 'none';
export type Preselection<T> = { id: T; because: Because };

/** Last on this host, else the person's own department, else the first. Null if there is no department. */
export function preselectDepartment(
  person: Person,
  departments: readonly Department[],
  habits: Habits,
): Preselection<string> | null {
  const active = activeDepartments(departments);
  const has = (id: string | null | undefined): id is string => active.some((department) => department.id === id);
  const onHost = habits.lastOnHost?.departmentId;
  if (has(onHost)) return { id: onHost, because: 'host' };
  if (has(person.departmentId)) return { id: person.departmentId, because: 'profile' };
  const first = active[0];
  return first === undefined ? null : { id: first.id, because: active.length === 1 ? 'only' : 'first' };
}

/** Last on this host, else last in this department, else the department's default, else the only one there is. */
export function preselectGoal(
  departmentId: string,
  departments: readonly Department[],
  goals: readonly Goal[],
  habits: Habits,
  now: number,
): Preselection<string | null> {
  const usable = goalsFor(departmentId, goals, now);
  const has = (id: string | null | undefined): id is string => usable.some((goal) => goal.id === id);
  const onHost = habits.lastOnHost?.departmentId === departmentId ? habits.lastOnHost.goalId : null;
  if (has(onHost)) return { id: onHost, because: 'host' };
  const last = habits.lastGoalIn[departmentId];
  if (has(last)) return { id: last, because: 'last' };
  const standard = departments.find((department) => department.id === departmentId)?.defaultGoalId;
  if (has(standard)) return { id: standard, because: 'default' };
  const [only, second] = usable;
  return only !== undefined && second === undefined ? { id: only.id, because: 'only' } : { id: null, because: 'none' };
}
