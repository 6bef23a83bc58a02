import { expect, test } from 'vitest';
import { mondayOf, nextMonday, weekNumber } from '../../desk/weeks.ts';
import { offsetAt } from '../../desk/zone.ts';

const BERLIN = 'Europe/Berlin';
const iso = (at: number) => new Date(at).toISOString();

test('a week begins at midnight of its Monday, by the clock of the zone', () => {
  expect(iso(mondayOf(Date.UTC(2026, 10, 26, 12), BERLIN))).toBe('2026-11-22T23:00:00.000Z');
  expect(iso(mondayOf(Date.UTC(2026, 10, 22, 23), BERLIN))).toBe('2026-11-22T23:00:00.000Z');
  expect(iso(mondayOf(Date.UTC(2026, 10, 22, 22, 59), BERLIN))).toBe('2026-11-15T23:00:00.000Z');
  expect(iso(mondayOf(Date.UTC(2026, 6, 1), 'America/New_York'))).toBe('2026-06-29T04:00:00.000Z');
});

test('weeks follow each other over both changes of the clock', () => {
  for (const start of [Date.UTC(2026, 2, 20), Date.UTC(2026, 9, 16)]) {
    let monday = mondayOf(start, BERLIN);
    for (let week = 0; week < 5; week += 1) {
      const next = nextMonday(monday, BERLIN);
      expect((next - monday) / 3_600_000).toBeGreaterThanOrEqual(167);
      expect((next - monday) / 3_600_000).toBeLessThanOrEqual(169);
      const shown = new Date(next + offsetAt(BERLIN, next));
      expect([shown.getUTCDay(), shown.getUTCHours()]).toEqual([1, 0]);
      monday = next;
    }
  }
});

test('weeks are numbered as ISO 8601 does', () => {
  const number = (year: number, month: number, day: number) =>
    weekNumber(mondayOf(Date.UTC(year, month - 1, day, 12), BERLIN), BERLIN);
  expect(number(2026, 1, 1)).toBe(1);
  expect(number(2026, 11, 26)).toBe(48);
  expect(number(2026, 12, 31)).toBe(53);
  expect(number(2027, 1, 3)).toBe(53);
  expect(number(2027, 1, 4)).toBe(1);
  expect(number(2024, 12, 30)).toBe(1);
});
