import { expect, test } from 'vitest';
import { countingOf, goalProgress as progressIn } from '../../desk/goal-progress.ts';
import type { Goal } from '../../protocol/strategy.ts';
import { DAY, goal, result, topic } from './samples.ts';

const FROM = Date.UTC(2026, 0, 1);
/** A hundred days: a day is a hundredth of the way. */
const AIM: Goal = goal({
  ...{ measure: { de: 'Bewerbungen' }, unit: { de: 'Bewerbungen', en: 'applications' }, method: 'manual' },
  ...{ baseline: 40, target: 200, periodFrom: FROM, periodTo: FROM + 99 * DAY, state: 'active' },
});
const SURVEY: Goal = { ...AIM, method: 'survey', unit: { de: 'Prozent' }, baseline: 20, target: 30 };
const of = topic();
const goalProgress = (aim: Goal, results: Parameters<typeof progressIn>[1], now: number, timeZone = 'UTC') =>
  progressIn(aim, results, now, timeZone);
const measured = (day: number, value: number, over = {}) =>
  result(of, { goalId: AIM.id, measuredAt: FROM + day * DAY, value, ...over });

test('what is counted adds up from nothing; where it stood before is only to compare with', () => {
  const progress = goalProgress(AIM, [measured(30, 50), measured(10, 40)], FROM + 50 * DAY);
  expect(progress).toMatchObject({ counting: 'sum', value: 90, share: 0.45, elapsed: 0.5, expected: 100 });
  expect(progress.standing).toBe('on_track');
  expect(progress.points.map(({ value }) => value)).toEqual([40, 90]);
});

test('what a survey says is where it stands: the newest counts, from where it began', () => {
  const results = [measured(10, 22, { unit: 'Prozent' }), measured(40, 21, { unit: 'Prozent' })];
  const progress = goalProgress(SURVEY, results, FROM + 50 * DAY);
  expect(progress).toMatchObject({ counting: 'last', value: 21, expected: 25, standing: 'behind' });
  expect(progress.share).toBeCloseTo(0.1);
});

test('a target below where it began is reached downwards', () => {
  const fewer: Goal = { ...SURVEY, baseline: 30, target: 20 };
  const at = (value: number) => goalProgress(fewer, [measured(10, value, { unit: 'Prozent' })], FROM + 50 * DAY);
  expect(at(25)).toMatchObject({ share: 0.5, standing: 'on_track' });
  expect(at(19)).toMatchObject({ standing: 'reached' });
  expect(at(33)).toMatchObject({ standing: 'behind' });
});

test('nothing measured is said as such, before, in and after the period', () => {
  const standing = (now: number, ...results: Parameters<typeof goalProgress>[1][number][]) =>
    goalProgress(AIM, results, now).standing;
  expect(standing(FROM - 1)).toBe('not_begun');
  expect(standing(FROM + DAY)).toBe('not_measured');
  expect(standing(FROM + 500 * DAY)).toBe('not_measured');
  expect(standing(FROM + 500 * DAY, measured(5, 10))).toBe('missed');
  expect(goalProgress({ ...AIM, target: null }, [measured(5, 10)], FROM).standing).toBe('draft');
});

test('what belongs to another goal, unit or time does not count; the last day of the period does', () => {
  const others = [
    measured(5, 1, { goalId: 'other' }),
    measured(5, 2, { unit: 'Klicks' }),
    measured(-1, 4),
    measured(100, 8),
  ];
  expect(goalProgress(AIM, [...others, measured(99.5, 16)], FROM + 100 * DAY).value).toBe(16);
});

test('a period ends with its last day, which a strategy writes as its last millisecond', () => {
  const aim: Goal = { ...AIM, periodTo: FROM + 100 * DAY - 1 };
  expect(goalProgress(aim, [measured(99.9, 16), measured(100.1, 8)], FROM + 101 * DAY)).toMatchObject({ value: 16 });
  expect(goalProgress(aim, [measured(5, 16)], FROM + 100 * DAY - 1).standing).toBe('behind');
  expect(goalProgress(aim, [measured(5, 16)], FROM + 100 * DAY).standing).toBe('missed');
});

test('days are those of the desk: what was measured at its midnight is of the day that begins then', () => {
  const midnight = (day: number) => measured(day - 1 / 24, 2 ** day);
  const results = [midnight(0), midnight(1), midnight(100)];
  expect(goalProgress(AIM, results, FROM + 50 * DAY, 'Europe/Berlin').value).toBe(3);
  expect(goalProgress(AIM, results, FROM - DAY / 48, 'Europe/Berlin').standing).not.toBe('not_begun');
});

test('the order of the results says nothing, and decimals that nobody typed are not shown', () => {
  const results = [measured(1, 0.1), measured(2, 0.2), measured(2, 0.3, { unit: 'applications' })];
  const progress = goalProgress(AIM, results, FROM + 10 * DAY);
  expect(goalProgress(AIM, results.toReversed(), FROM + 10 * DAY)).toEqual(progress);
  expect(progress.value).toBe(0.6);
  expect(progress.points).toHaveLength(2);
});

test('of a goal that says nothing a share, a survey and what is to become less are not added up, everything else is', () => {
  const counting = (unit: string, over: Partial<Goal> = {}) =>
    countingOf({ counting: null, method: 'csv', unit: { de: unit }, baseline: 10, target: 20, ...over });
  for (const unit of ['Prozent', '%', ' % der Stellen', 'Prozent im Jahr', 'per cent a year', 'Percent', '‰'])
    expect([unit, counting(unit)]).toEqual([unit, 'last']);
  // Words that say “a year” or stand in any unit are no reason.
  for (const unit of [
    ...['Bewerbungen', 'Besuche im Monat', 'Anfragen an die Redaktion', 'reports a year', 'Index', 'visits per week'],
    ...['Prozentpunkte', 'Stimmen (50 % Frauen)'],
  ])
    expect([unit, counting(unit)]).toEqual([unit, 'sum']);
  expect(counting('Tage', { baseline: 118, target: 85 })).toBe('last');
  expect(counting('Tage', { baseline: null })).toBe('sum');
  expect(counting('Punkte', { method: 'survey' })).toBe('last');
});

test('[S5] the strategy says whether results add up or the last one counts; only where it says nothing the rule does', () => {
  const survey = { method: 'survey', unit: { de: 'Prozent' }, baseline: null, target: 70 } as const;
  const reports = { method: 'manual', unit: { de: 'Meldungen' }, baseline: null, target: 70 } as const;
  const said = (counting: 'sum' | 'last' | null) => [survey, reports].map((goal) => countingOf({ ...goal, counting }));
  expect([said(null), said('sum'), said('last')]).toEqual([
    ['last', 'sum'],
    ['sum', 'sum'],
    ['last', 'last'],
  ]);
});
