/** Dates and lists as the language writes them. All moments are epoch milliseconds. */
import { keptFor } from './kept-for.ts';
import type { Language } from './t.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export type Format = {
  /** A date as a page writes it (year, month or day, with or without a time): the calendar day there, whatever the zone here. */
  written(date: string): string;
  /** "gerade eben", "vor 3 Std.", "in 2 days"; from a month away on the date. */
  relative(at: number): string;
  /** Day and month, with the year when it is not this one. */
  date(at: number): string;
  /** Weekday and time, with the date where the weekday alone could be another week's: "Di., 10:00". */
  when(at: number): string;
  /** The time of day alone: "10:00". */
  time(at: number): string;
  /** For titles and machines' readers: date and time in full. */
  moment(at: number): string;
  list(items: readonly string[]): string;
};

const weekdayTime = { weekday: 'short', hour: 'numeric', minute: '2-digit' } as const;

const formattersOf = keptFor((locale) => ({
  relative: new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' }),
  time: new Intl.DateTimeFormat(locale, { timeStyle: 'short' }),
  moment: new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short' }),
  year: new Intl.DateTimeFormat(locale, { year: 'numeric' }),
  monthOfYear: new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric' }),
  dayOfThisYear: new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' }),
  dayOfAnyYear: new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' }),
  timeOfThisWeek: new Intl.DateTimeFormat(locale, weekdayTime),
  timeOfAnyWeek: new Intl.DateTimeFormat(locale, { ...weekdayTime, day: 'numeric', month: 'short' }),
  list: new Intl.ListFormat(locale, { type: 'conjunction' }),
}));

const JUST_NOW: Record<Language, string> = { de: 'gerade eben', en: 'just now' };

/** @param now what relative times count from; handed in, so that a screen is a function of its props. */
export function createFormat(language: Language, now: number): Format {
  const formatters = formattersOf(language);
  const { relative, dayOfThisYear, dayOfAnyYear } = formatters;
  const thisYear = new Date(now).getFullYear();
  const date = (at: number) => (new Date(at).getFullYear() === thisYear ? dayOfThisYear : dayOfAnyYear).format(at);

  return {
    date,
    when(at) {
      const far = Math.abs(calendarDays(now, at)) > 6;
      return (far ? formatters.timeOfAnyWeek : formatters.timeOfThisWeek).format(at);
    },
    relative(at) {
      const distance = at - now;
      const far = Math.abs(distance);
      if (far < MINUTE && distance <= 0) return JUST_NOW[language];
      if (far < MINUTE) return relative.format(0, 'second');
      if (far < HOUR) return relative.format(Math.trunc(distance / MINUTE), 'minute');
      if (far < DAY) return relative.format(Math.trunc(distance / HOUR), 'hour');
      if (far < 30 * DAY) return relative.format(calendarDays(now, at), 'day');
      return date(at);
    },
    written(date) {
      const [year = 0, month, day] = date.slice(0, 10).split('-').map(Number);
      const as = month === undefined ? formatters.year : day === undefined ? formatters.monthOfYear : dayOfAnyYear;
      return as.format(new Date(year, (month ?? 1) - 1, day ?? 1));
    },
    time: (at) => formatters.time.format(at),
    moment: (at) => formatters.moment.format(at),
    list: (items) => formatters.list.format(items),
  };
}

/** Nights between two moments: what happened yesterday at 23:00 is "yesterday" this morning. */
function calendarDays(from: number, to: number): number {
  const midnight = (at: number) => new Date(at).setHours(0, 0, 0, 0);
  return Math.round((midnight(to) - midnight(from)) / DAY);
}
