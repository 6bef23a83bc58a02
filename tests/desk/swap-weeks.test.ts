import { expect, it } from 'vitest';
import { dutyOf, swapWeeks } from '../../desk/swap-weeks.ts';
import { DEFAULT_DESK_RULES } from '../../protocol/desk-rules.ts';

const person = (id: string, ...roles: ('editor' | 'duty')[]) => ({ id, name: id, roles });
const PEOPLE = [person('ann', 'editor'), person('bob', 'editor', 'duty'), person('cem')];
const [W1, W2, W3] = ['2026-11-30', '2026-12-07', '2026-12-14'];
const rules = { ...DEFAULT_DESK_RULES, dutyWeeks: [{ monday: W1, personId: 'ann' }] };

it('[S12] exchanges who is on duty in two weeks, and the same again puts it back', () => {
  const swapped = swapWeeks(rules, PEOPLE, W1, W2);
  expect(swapped).toEqual([
    { monday: W1, personId: 'bob' },
    { monday: W2, personId: 'ann' },
  ]);
  const after = { ...rules, dutyWeeks: swapped ?? [] };
  expect([W1, W2, W3].map((monday) => dutyOf(after, PEOPLE, monday))).toEqual(['bob', 'ann', 'bob']);
  const back = { ...rules, dutyWeeks: swapWeeks(after, PEOPLE, W2, W1) ?? [] };
  expect([W1, W2, W3].map((monday) => dutyOf(back, PEOPLE, monday))).toEqual(['ann', 'bob', 'bob']);
});

it('changes nothing where a week has nobody, or both have the same person', () => {
  expect(swapWeeks(rules, PEOPLE, W2, W3)).toBeNull();
  expect(swapWeeks(rules, [], W1, W2)).toBeNull();
});

it('means the week of the desk’s own calendar, wherever it is', () => {
  for (const timeZone of ['Pacific/Auckland', 'America/Los_Angeles', 'Europe/Berlin'])
    expect(dutyOf({ ...rules, timeZone }, PEOPLE, W1)).toBe('ann');
});
