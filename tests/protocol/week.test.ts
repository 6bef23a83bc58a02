import { expect, test } from 'vitest';
import { briefChangesSchema, briefSchema, NO_BRIEF } from '../../protocol/brief.ts';
import { timeBudgetInputSchema, timeBudgetSchema } from '../../protocol/time-budget.ts';
import { mondaySchema } from '../../protocol/week.ts';

test('[TB3] a week is written as its Monday; any other day, or none, is refused', () => {
  const days = ['2026-11-30', '2026-12-01', '2026-11-29', '2026-13-45', 'Montag'];
  expect(days.map((day) => mondaySchema.safeParse(day).success)).toEqual([true, false, false, false, false]);
  expect(briefChangesSchema.safeParse({ week: '2026-12-03' }).success).toBe(false);
  expect(briefChangesSchema.parse({ week: null })).toEqual({ week: null });
  const budget = { personId: 'mara', monday: '2026-12-03', minutes: 60 };
  expect(timeBudgetInputSchema.safeParse(budget).success).toBe(false);
  expect(timeBudgetInputSchema.safeParse({ ...budget, monday: null }).success).toBe(true);
});

test('[TB3] a day that was kept before that stands for its week, on the device that reads it', () => {
  const week = (day: string) => briefSchema.parse({ ...NO_BRIEF, week: day }).week;
  expect(['2026-11-30', '2026-12-03', '2026-12-06', '2027-01-01'].map(week)).toEqual([
    '2026-11-30',
    '2026-11-30',
    '2026-11-30',
    '2026-12-28',
  ]);
  const kept = { id: 'mara:2026-12-03', personId: 'mara', monday: '2026-12-03', minutes: 60 };
  expect(timeBudgetSchema.parse(kept).monday).toBe('2026-11-30');
});
