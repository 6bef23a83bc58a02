import { expect, test } from 'vitest';
import {
  dateText,
  dayAt,
  dayInput,
  daysAfter,
  endOfDay,
  isPossibleDay,
  LAST_DAY,
  weekdayText,
} from '../../components/plan/day-at.ts';
import { weeksFrom } from '../../components/plan/weeks-from.ts';
import { DEFAULT_DESK_RULES } from '../../protocol/desk-rules.ts';

/** Both far from each other, so that whatever the zone of this machine is, one of them is another. */
const ZONES = ['Pacific/Kiritimati', 'Pacific/Honolulu'];
const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString());

test('a day of the plan is nine in the morning at the desk, wherever the device is', () => {
  expect(ZONES.map((zone) => iso(dayAt('2026-11-26', zone)))).toEqual([
    '2026-11-25T19:00:00.000Z',
    '2026-11-26T19:00:00.000Z',
  ]);
  for (const zone of ZONES) {
    const at = dayAt('2026-11-26', zone) ?? 0;
    expect([dayInput(at, zone), dateText(at, zone, 'en', at), weekdayText(at, zone, 'en')]).toEqual([
      '2026-11-26',
      'Nov 26',
      'Thu',
    ]);
    expect(dayInput(daysAfter(at, 3, zone), zone)).toBe('2026-11-29');
  }
  // Also where the clock is changed in between.
  const friday = dayAt('2026-10-23', 'Europe/Berlin') ?? 0;
  expect(iso(daysAfter(friday, 3, 'Europe/Berlin'))).toBe('2026-10-26T08:00:00.000Z');
});

test('what is no day is none, and the year is said when it is another one', () => {
  for (const text of ['', '2026', '2026-13-40', 'x-y-z', '1970-01-01']) expect(dayAt(text, 'UTC'), text).toBeNull();
  expect(dateText(Date.UTC(2027, 0, 2), 'UTC', 'de', Date.UTC(2026, 11, 30))).toBe('2. Jan. 2027');
});

test('the weeks of the plan begin on the desk’s Monday, and those before and after follow without a gap', () => {
  const [early, late] = ZONES.map((zone) => weeksFrom(Date.UTC(2026, 10, 23, 12), 0, zone));
  expect(iso(early?.[0]?.from ?? null)).toBe('2026-11-22T10:00:00.000Z');
  expect(iso(late?.[0]?.from ?? null)).toBe('2026-11-23T10:00:00.000Z');
  const next = weeksFrom(Date.UTC(2026, 10, 23, 12), 5, 'Pacific/Honolulu');
  expect(late?.map(({ number }) => number)).toEqual([48, 49, 50, 51, 52]);
  expect(next[0]?.number).toBe(53);
});

test('what is wanted by a day is wanted by the end of its work, on a day off by the evening, today never before now', () => {
  const rules = { ...DEFAULT_DESK_RULES, timeZone: 'Europe/Berlin', holidays: [] };
  const now = Date.UTC(2026, 10, 26, 9);
  const closes = rules.hours.filter(({ weekday }) => weekday === 5).at(-1)?.to ?? 0;
  expect(iso(endOfDay('2026-11-27', rules, now))).toBe(iso(Date.UTC(2026, 10, 27) + (closes - 60) * 60_000));
  expect(iso(endOfDay('2026-11-29', rules, now))).toBe('2026-11-29T16:00:00.000Z');
  expect(iso(endOfDay('2026-11-26', rules, Date.UTC(2026, 10, 26, 20)))).toBe('2026-11-26T22:59:00.000Z');
  expect(endOfDay('', rules, now)).toBeNull();
});

test('a year of five digits is no day that anybody means', () => {
  for (const text of ['42026-01-31', '12026-01-31', '2100-01-01']) {
    expect(isPossibleDay(text), text).toBe(false);
    expect(dayAt(text, 'UTC'), text).toBeNull();
  }
  expect([isPossibleDay(''), isPossibleDay(LAST_DAY), isPossibleDay('2026-12-05')]).toEqual([true, true, true]);
});
