/** What a schema cannot see: that the entries of a strategy fit together. */
import { missingInGoal } from '../../desk/goals.ts';
import type { FaultKind } from '../../protocol/strategy-fault.ts';
import { isMonday } from '../../protocol/week.ts';
import type { StrategyFile } from './file.ts';

/** Something wrong at one place of the file; `path` is what leads there. */
export type StrategyFault = { path: (string | number)[]; message: string; kind?: FaultKind; wanted?: string };

export function checkReferences(file: StrategyFile): StrategyFault[] {
  const faults: StrategyFault[] = [];
  const expect = (
    kind: 'people' | 'departments' | 'audiences' | 'goals',
    id: string | null,
    path: (string | number)[],
  ) => {
    if (id !== null && !Object.hasOwn(file[kind], id))
      faults.push({ path, kind: 'not_there', message: `no entry "${id}" under ${kind}` });
  };
  for (const [id, person] of Object.entries(file.people)) {
    expect('departments', person.departmentId, ['people', id, 'departmentId']);
  }
  for (const [group, { departmentId }] of Object.entries(file.signIn?.groups ?? {})) {
    expect('departments', departmentId, ['signIn', 'groups', group, 'departmentId']);
  }
  for (const [id, { account }] of Object.entries(file.people)) {
    const other = Object.entries(file.people).find((each) => each[0] < id && sameAccount(each[1].account, account));
    if (other !== undefined)
      faults.push({ path: ['people', id, 'account'], kind: 'account_taken', message: `this is ${other[0]} already` });
  }
  for (const [id, department] of Object.entries(file.departments)) {
    const at = ['departments', id];
    expect('departments', department.parentId, [...at, 'parentId']);
    for (const field of ['contactId', 'deputyId', 'clearerId'] as const) {
      expect('people', department[field], [...at, field]);
    }
    expect('goals', department.defaultGoalId, [...at, 'defaultGoalId']);
    if (isOwnAncestor(id, file))
      faults.push({ path: [...at, 'parentId'], kind: 'below_itself', message: 'a department stands below itself' });
  }
  for (const [id, goal] of Object.entries(file.goals)) {
    const at = ['goals', id];
    expect('people', goal.sponsorId, [...at, 'sponsorId']);
    for (const [index, audienceId] of goal.audienceIds.entries())
      expect('audiences', audienceId, [...at, 'audienceIds', index]);
    for (const [index, departmentId] of goal.departmentIds.entries()) {
      expect('departments', departmentId, [...at, 'departmentIds', index]);
    }
    faults.push(...checkGoal(goal, at));
  }
  for (const [id, channel] of Object.entries(file.channels)) {
    expect('people', channel.ownerId, ['channels', id, 'ownerId']);
    for (const [index, audienceId] of channel.audienceIds.entries())
      expect('audiences', audienceId, ['channels', id, 'audienceIds', index]);
  }
  for (const [id, rule] of Object.entries(file.rules)) faults.push(...checkRule(id, rule, file));
  expect('people', file.desk?.headId ?? null, ['desk', 'headId']);
  for (const [index, { monday, personId }] of (file.desk?.dutyWeeks ?? []).entries()) {
    expect('people', personId, ['desk', 'dutyWeeks', index, 'personId']);
    if (!isMonday(monday))
      faults.push({
        path: ['desk', 'dutyWeeks', index, 'monday'],
        kind: 'not_monday',
        message: 'a week begins on a Monday',
      });
  }
  return faults;
}

function checkRule(id: string, rule: StrategyFile['rules'][string], { departments }: StrategyFile): StrategyFault[] {
  const at = ['rules', id];
  const faults: StrategyFault[] = [];
  for (const [index, departmentId] of rule.departmentIds.entries())
    if (!Object.hasOwn(departments, departmentId))
      faults.push({
        path: [...at, 'departmentIds', index],
        kind: 'not_there',
        message: `no entry "${departmentId}" under departments`,
      });
  if (rule.parts.length === 0) faults.push({ path: [...at, 'parts'], message: 'nothing is left out' });
  if (rule.effects.includes('clearance') && rule.level === 'public')
    faults.push({ path: [...at, 'level'], message: 'what is public needs no clearance' });
  return faults;
}

const sameAccount = (one: string | null, other: string | null): boolean =>
  one !== null && one.toLowerCase() === other?.toLowerCase();

function checkGoal(goal: StrategyFile['goals'][string], at: string[]): StrategyFault[] {
  const faults: StrategyFault[] = [];
  const { periodFrom, periodTo } = goal;
  if (periodFrom !== null && periodTo !== null && periodTo < periodFrom) {
    faults.push({ path: [...at, 'periodTo'], kind: 'period_reversed', message: 'the period ends before it begins' });
  }
  // The word of its sponsor may come later: until then it is a draft, whatever the file calls it [SG5].
  const missing = missingInGoal(goal).filter((lack) => lack !== 'confirmation');
  if (goal.state === 'active' && missing.length > 0) {
    faults.push({
      path: [...at, 'state'],
      kind: 'still_lacks',
      message: `an active goal still lacks: ${missing.join(', ')}`,
    });
  }
  return faults;
}

function isOwnAncestor(id: string, { departments }: StrategyFile): boolean {
  const seen = new Set<string>();
  for (let above = departments[id]?.parentId; above != null && !seen.has(above); above = departments[above]?.parentId) {
    if (above === id) return true;
    seen.add(above);
  }
  return false;
}
