import { describe, expect, test } from 'vitest';
import { goalsFor, isPickable, missingInGoal } from '../../desk/goals.ts';
import { type Habits, preselectDepartment, preselectGoal } from '../../desk/preselect.ts';
import { DAY, department, editor, goal, NOW, submitter } from './samples.ts';

const none: Habits = { lastOnHost: null, lastGoalIn: {} };
const departments = [department(), department({ id: 'it' }), department({ id: 'old', active: false })];

describe('department', () => {
  const pick = (habits: Habits, person = submitter) => preselectDepartment(person, departments, habits);

  test('last on this host, else the profile, else the first', () => {
    expect(pick({ ...none, lastOnHost: { departmentId: 'it', goalId: null } })).toEqual({ id: 'it', because: 'host' });
    expect(pick(none)).toEqual({ id: 'hr', because: 'profile' });
    expect(pick(none, editor)).toEqual({ id: 'hr', because: 'first' });
  });

  test('a closed department is never picked', () => {
    expect(pick({ ...none, lastOnHost: { departmentId: 'old', goalId: null } })?.id).toBe('hr');
    expect(preselectDepartment(submitter, [], none)).toBeNull();
  });
});

describe('goal', () => {
  const goals = [goal(), goal({ id: 'safety', departmentIds: ['it'] }), goal({ id: 'ended', periodTo: NOW - 1 })];
  const pick = (departmentId: string, habits = none, list = departments) =>
    preselectGoal(departmentId, list, goals, habits, NOW);

  test('last on this host, else last in the department, else its default, else the only one', () => {
    const onHost = { ...none, lastOnHost: { departmentId: 'it', goalId: 'safety' } };
    expect(pick('it', onHost)).toEqual({ id: 'safety', because: 'host' });
    expect(pick('it', { ...none, lastGoalIn: { it: 'attract-apprentices' } }).because).toBe('last');
    expect(pick('it', none, [department({ id: 'it', defaultGoalId: 'safety' })])).toEqual({
      id: 'safety',
      because: 'default',
    });
    expect(pick('hr')).toEqual({ id: 'attract-apprentices', because: 'only' });
    expect(pick('it')).toEqual({ id: null, because: 'none' });
  });

  test('a goal whose period is over or that the sponsor did not confirm cannot be picked', () => {
    expect(pick('hr', { ...none, lastGoalIn: { hr: 'ended' } }).id).toBe('attract-apprentices');
    expect(isPickable(goal({ sponsorConfirmedAt: null }), NOW)).toBe(false);
    expect(isPickable(goal({ periodTo: NOW + DAY }), NOW)).toBe(true);
    expect(missingInGoal(goal({ measure: null, target: null, periodTo: null, sponsorConfirmedAt: null }))).toEqual([
      'measure',
      'target',
      'period',
      'confirmation',
    ]);
  });

  test('a department sees its own goals first and never another department’s', () => {
    expect(goalsFor('it', goals, NOW).map(({ id }) => id)).toEqual(['safety', 'attract-apprentices']);
    expect(goalsFor('hr', goals, NOW).map(({ id }) => id)).toEqual(['attract-apprentices']);
  });
});
