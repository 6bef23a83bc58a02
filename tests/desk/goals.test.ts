import { expect, test } from 'vitest';
import { goalsToChoose, stageOf } from '../../desk/goals.ts';
import { DAY, goal, NOW } from './samples.ts';

const open = goal({ id: 'open' });
const over = goal({ id: 'over', periodTo: NOW - 1 });
const closed = goal({ id: 'closed', state: 'closed' });
const draft = goal({ id: 'draft', state: 'draft', sponsorConfirmedAt: null });
const overDraft = goal({ id: 'over-draft', state: 'draft', periodTo: NOW - DAY });

test('a goal is open, ended by its period or by being closed, or a draft', () => {
  const stages = [open, over, closed, draft, overDraft].map((each) => stageOf(each, NOW));
  expect(stages).toEqual(['open', 'ended', 'ended', 'draft', 'ended']);
  expect(stageOf(goal({ periodTo: NOW }), NOW)).toBe('open');
});

test('the desk chooses among open goals; what was chosen already stays, with what became of it', () => {
  const all = [open, over, closed, draft];
  const names = (chosenId: string | null) =>
    goalsToChoose(all, chosenId, NOW).map(({ goal: { id }, stage }) => `${id} ${stage}`);
  expect(names(null)).toEqual(['open open']);
  expect(names('open')).toEqual(['open open']);
  expect(names('over')).toEqual(['open open', 'over ended']);
  expect(names('draft')).toEqual(['open open', 'draft draft']);
});
