/**
 * The rule before words counted, kept to be compared with: last on this host, else the own department; then the goal
 * that was last there, else the department's default, else the only one.
 */
import { activeDepartments, goalsFor } from '../../../desk/goals.ts';
import type { Guess } from './figures.ts';
import { type LabelledClip, type Organisation, TODAY } from './set.ts';

export function earlierRule(clip: LabelledClip, past: readonly LabelledClip[], organisation: Organisation): Guess {
  const host = new URL(clip.address).host;
  const onHost = past.findLast(({ address }) => new URL(address).host === host);
  const all = activeDepartments(organisation.departments).map(({ id }) => id);
  const departments = unique([onHost?.departmentId, clip.person.departmentId, ...all]);
  const [departmentId = ''] = departments;
  const usable = goalsFor(departmentId, organisation.goals, TODAY).map(({ id }) => id);
  const inDepartment = past.findLast((one) => one.departmentId === departmentId && one.goalId !== null);
  const standard = organisation.departments.find(({ id }) => id === departmentId)?.defaultGoalId;
  const wanted = [
    onHost?.departmentId === departmentId ? onHost.goalId : null,
    inDepartment?.goalId,
    standard,
    usable.length === 1 ? usable[0] : null,
  ];
  const goals = unique(wanted).filter((id) => usable.includes(id));
  return { departments, goals: unique<string | null>([...goals, null, ...usable]) };
}

const unique = <T>(list: readonly (T | null | undefined)[]): T[] => [
  ...new Set(list.filter((one): one is T => one !== undefined)),
];
