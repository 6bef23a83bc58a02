import { expect, test } from 'vitest';
import { EMPTY_STRATEGY } from '../../../components/strategy.ts';
import { merge, suggest } from '../../../entrypoints/popup/form.ts';
import { department, goal, NOW, submitter } from '../../desk/samples.ts';

const strategy = {
  ...EMPTY_STRATEGY,
  departments: [department(), department({ id: 'it', defaultGoalId: 'safety' })],
  goals: [goal(), goal({ id: 'safety', departmentIds: ['it'] })],
};
const none = { lastOnHost: null, lastGoalIn: {} };
const form = (typed: Parameters<typeof suggest>[4]) => suggest(null, submitter, strategy, none, typed, NOW);

test('what the person typed stays, the rest follows what fits', () => {
  const { values, because } = form({ note: 'Wichtig' });
  expect(values).toMatchObject({ note: 'Wichtig', departmentId: 'hr', goalId: 'attract-apprentices' });
  expect(because).toEqual({ department: 'profile', goal: 'only' });
});

test('another department brings its own goal and lets the old choice go', () => {
  const typed = merge({ goalId: 'attract-apprentices', note: 'Wichtig' }, { departmentId: 'it' });
  expect(typed).toEqual({ departmentId: 'it', note: 'Wichtig' });
  expect(form(typed).values).toMatchObject({ departmentId: 'it', goalId: 'safety' });
});

test('"the editors decide" is a choice too', () => {
  expect(form(merge({}, { goalId: null }))).toMatchObject({ values: { goalId: null }, because: { goal: null } });
});
