/** Days of the plan, all in the desk's time zone: the same week and the same day for everybody, wherever their device is. */
import { momentShown } from '../../desk/weeks.ts';
import { dayIn, endOfWork, type WorkingHours, writtenDay } from '../../desk/working-time.ts';
import { offsetAt } from '../../desk/zone.ts';
import { localeOf } from '../../locales/locale.ts';
import type { Language } from '../../locales/t.ts';

const DAY = 86_400_000;
const NINE = 9 * 3_600_000;
const SEVENTEEN = 17 * 3_600_000;

/** Nobody plans further; a field without a last day takes a year of five digits. */
export const LAST_DAY = '2099-12-31';

/** Whether a day that was typed can be meant. */
export const isPossibleDay = (text: string): boolean => text.length <= LAST_DAY.length && text <= LAST_DAY;

/** Nine in the morning of a day as an `<input type="date">` writes it; null if it is none. */
export function dayAt(text: string, timeZone: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || !isPossibleDay(text)) return null;
  const midnight = Date.parse(`${text}T00:00Z`);
  return Number.isNaN(midnight) || midnight < DAY ? null : momentShown(midnight + NINE, timeZone);
}

/**
 * By when something is wanted that is wanted by a day: when the desk's work ends on it, or on a day off the evening.
 * Today, once that has passed: midnight. Null if it is no day.
 */
export function endOfDay(text: string, hours: WorkingHours, now: number): number | null {
  const morning = dayAt(text, hours.timeZone);
  if (morning === null) return null;
  const day = dayIn(hours.timeZone, morning);
  const evening = endOfWork(hours, day) ?? momentShown(day * DAY + SEVENTEEN, hours.timeZone);
  return evening > now ? evening : momentShown((day + 1) * DAY, hours.timeZone) - 60_000;
}

/** The day of a moment as an `<input type="date">` writes it. */
export const dayInput = (at: number, timeZone: string): string => writtenDay(dayIn(timeZone, at));

/** A moment as an `<input type="datetime-local">` writes it; null if it is none. */
export function momentAt(text: string, timeZone: string): number | null {
  const shown = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(text) ? Date.parse(`${text.slice(0, 16)}Z`) : Number.NaN;
  return Number.isNaN(shown) || shown < DAY ? null : momentShown(shown, timeZone);
}

/** The same the other way round. */
export const momentInput = (at: number, timeZone: string): string =>
  new Date(at + offsetAt(timeZone, at)).toISOString().slice(0, 16);

/** Nine in the morning, that many days after the day of `at`. */
export const daysAfter = (at: number, days: number, timeZone: string): number =>
  momentShown((dayIn(timeZone, at) + days) * DAY + NINE, timeZone);

/** The weekday of a moment, short. */
export const weekdayText = (at: number, timeZone: string, language: Language): string =>
  shown(at, timeZone, language, { weekday: 'short' });

/** Day and month of a moment, with the year when it is not that of `now`. */
export function dateText(at: number, timeZone: string, language: Language, now: number): string {
  const isThisYear = dayInput(at, timeZone).slice(0, 4) === dayInput(now, timeZone).slice(0, 4);
  return shown(at, timeZone, language, {
    ...{ day: 'numeric', month: 'short' },
    ...(isThisYear ? {} : { year: 'numeric' }),
  });
}

/** Weekday, day, month and year of a moment, written out: for paper, which is read later. */
export const wholeDateText = (at: number, timeZone: string, language: Language): string =>
  shown(at, timeZone, language, { dateStyle: 'full' });

/** By the zone's distance from UTC and not by its name: the browser may not know that. */
const shown = (at: number, timeZone: string, language: Language, parts: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(localeOf(language), { ...parts, timeZone: 'UTC' }).format(at + offsetAt(timeZone, at));
