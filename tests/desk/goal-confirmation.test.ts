import { expect, test } from 'vitest';
import { onlyLacksWord, settledState, standsFor, waitsFor } from '../../desk/goal-confirmation.ts';
import { goal } from './samples.ts';

test('[SG4] a word stands for the promise and the sponsor, not for how it is called', () => {
  const before = goal({ sponsorId: 'rosa' });
  expect(standsFor(before, goal({ sponsorId: 'rosa', title: { de: 'Anders' }, baseline: 3 }))).toBe(true);
  for (const change of [
    { sponsorId: 'other' },
    { target: 1 },
    { strategyRef: 'anders' },
    { measure: { de: 'anders' } },
    { unit: { de: 'anders' } },
    { periodFrom: 1 },
    { periodTo: 2 },
  ])
    expect(standsFor(before, goal({ sponsorId: 'rosa', ...change }))).toBe(false);
});

test('[SG5] a goal that is not closed is active exactly when it lacks nothing', () => {
  expect(settledState(goal({ state: 'draft' }))).toBe('active');
  expect(settledState(goal({ state: 'active', target: null }))).toBe('draft');
  expect(settledState(goal({ state: 'active', sponsorConfirmedAt: null }))).toBe('draft');
  expect(settledState(goal({ state: 'closed', sponsorConfirmedAt: null }))).toBe('closed');
});

test('a goal waits for its sponsor once everything else is there', () => {
  const waiting = goal({ sponsorId: 'rosa', sponsorConfirmedAt: null, state: 'draft' });
  expect([waitsFor(waiting, 'rosa'), waitsFor(waiting, 'adam')]).toEqual([true, false]);
  expect(onlyLacksWord({ ...waiting, measure: null })).toBe(false);
  expect(onlyLacksWord({ ...waiting, state: 'closed' })).toBe(false);
});
