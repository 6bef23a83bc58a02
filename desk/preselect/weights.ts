/** How much each sign counts. Learned by `npm run learn:preselect` from the open half; see docs/preselect.md. */
import type { DepartmentSigns, GoalSigns } from './signs.ts';

export const DEPARTMENT_WEIGHTS: Record<keyof DepartmentSigns, number> = {
  profile: 1.73,
  section: 1,
  told: 10,
  address: 1.2,
  subjects: 3.24,
  words: 1.31,
  goals: 2.37,
};

export const GOAL_WEIGHTS: Record<keyof GoalSigns, number> = {
  subjects: 3.96,
  words: 2.21,
  owned: 1.4,
  shared: 1.25,
  standard: 1.29,
  section: 1,
  last: 0.5,
  none: 2.41,
  foreign: 1.95,
};

/** One number for all signs: the larger, the more probable. */
export const sumOf = <S extends Record<string, number>>(signs: S, weights: Record<keyof S, number>): number => {
  let sum = 0;
  for (const name of Object.keys(weights) as (keyof S)[]) sum += (signs[name] ?? 0) * weights[name];
  return sum;
};

/** Numbers as probabilities that are 1 together. */
export function probabilities<K>(scores: ReadonlyMap<K, number>): Map<K, number> {
  const most = Math.max(...scores.values());
  const each = new Map([...scores].map(([key, score]) => [key, Math.exp(score - most)]));
  let all = 0;
  for (const one of each.values()) all += one;
  return new Map([...each].map(([key, one]) => [key, one / all]));
}
