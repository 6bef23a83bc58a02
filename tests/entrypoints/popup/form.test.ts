import { expect, test } from 'vitest';
import { NO_HABITS } from '../../../desk/preselect/habits.ts';
import { preselect } from '../../../desk/preselect/preselect.ts';
import { indexStrategy } from '../../../desk/preselect/strategy-index.ts';
import { merge, suggest } from '../../../entrypoints/popup/form.ts';
import { department, goal, NOW, submitter } from '../../desk/samples.ts';

const index = indexStrategy({
  departments: [
    department({ defaultGoalId: 'attract-apprentices' }),
    department({ id: 'it', name: { en: 'IT' }, defaultGoalId: 'safety' }),
  ],
  goals: [goal(), goal({ id: 'safety', departmentIds: ['it'] }), goal({ id: 'trust', departmentIds: ['hr'] })],
  audiences: [],
});
const found = preselect(null, index, submitter, NO_HABITS, NOW);
const form = (typed: Parameters<typeof suggest>[2]) => suggest(null, found, typed);

test('what the person typed stays, the rest follows what fits, with the reason and the next best', () => {
  const { values, preselected } = form({ note: 'Wichtig' });
  expect(values).toMatchObject({ note: 'Wichtig', departmentId: 'hr', goalId: 'attract-apprentices' });
  expect(preselected).toMatchObject({
    department: { because: { because: 'profile' }, instead: 'it' },
    goal: { because: { because: 'default' }, instead: 'trust' },
  });
});

test('another department brings its own goal and lets the old choice go', () => {
  const typed = merge({ goalId: 'attract-apprentices', note: 'Wichtig' }, { departmentId: 'it' });
  expect(typed).toEqual({ departmentId: 'it', note: 'Wichtig' });
  expect(form(typed)).toMatchObject({
    values: { departmentId: 'it', goalId: 'safety' },
    preselected: { department: null },
  });
});

test('"the editors decide" is a choice too', () => {
  expect(form(merge({}, { goalId: null }))).toMatchObject({ values: { goalId: null }, preselected: { goal: null } });
});
