/** Dates as pages write them → `2026-11-22` or with a time and zone (`partialDateSchema`). */

import { isDigit } from './letters.ts';
import { monthNumber } from './months.ts';

export type DateReading = {
  /** BCP 47 tag of the page, for the names of its months; may be empty or wrong. */
  lang: string;
  /** How 03/04/2026 is meant. */
  dayFirst: boolean;
};

const two = (number: number): string => String(number).padStart(2, '0');

/** The date if it exists in the calendar and could stand on a web page. */
function day(year: number, month: number, date: number): string | null {
  if (year < 1900 || year > 2100 || month < 1 || month > 12 || date < 1) return null;
  return date > new Date(Date.UTC(year, month, 0)).getUTCDate() ? null : `${year}-${two(month)}-${two(date)}`;
}

const ISO =
  /(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?:(?:T|\s+)(\d{1,2}):(\d{2})(?::(\d{2}))?(?:[.,]\d+)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?(?!\d)/i;

/** "20261122T101500Z" */
const LONGEST_COMPACT = 16;

/** The first date in machine form: ISO 8601 with its usual liberties, RFC 2822, seconds or milliseconds since 1970. */
export function machineDate(text: string): string | null {
  const iso = text.includes('-') ? ISO.exec(text.slice(0, 200)) : null;
  if (iso !== null) {
    const [, year, month, date, hour, minute, second, zone] = iso;
    const found = day(Number(year), Number(month), Number(date));
    if (found === null || hour === undefined || Number(hour) > 23 || Number(minute) > 59) return found;
    return `${found}T${two(Number(hour))}:${minute}:${second ?? '00'}${zoneOf(zone)}`;
  }
  // Both forms begin with eight digits.
  const bare = text.trim();
  if (bare.length > LONGEST_COMPACT || !isDigit(bare.charCodeAt(0)) || !isDigit(bare.charCodeAt(7))) return null;
  const epoch = /^\s*(1\d{9})(\d{3})?\s*$/.exec(text);
  if (epoch !== null) return `${new Date(Number(epoch[1]) * 1_000).toISOString().slice(0, 19)}Z`;
  const compact = /^\s*(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?\s*$/.exec(text);
  return compact === null ? null : day(Number(compact[1]), Number(compact[2]), Number(compact[3]));
}

function zoneOf(zone: string | undefined): string {
  if (zone === undefined) return '';
  if (/^(?:z|utc|gmt)$/i.test(zone)) return 'Z';
  return zone.includes(':') ? zone : `${zone.slice(0, 3)}:${zone.slice(3)}`;
}

/** Letters and what belongs to them: `\p{L}` says it better, but a page waits while its long table is compiled. */
const WORD =
  '[A-Za-z\\u00aa\\u00b5\\u00ba\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u1fff\\u2c00-\\ud7ff\\uf900-\\uffff]{3,12}';

const WORDS_BEFORE = new RegExp(
  String.raw`(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|\.|º|ª)?\s*(?:of|de|del|d’|d')?[\s./-]*(${WORD})\.?,?[\s./-]*(?:de|del)?\s*(\d{4})(?!\d)`,
  'g',
);
const WORDS_AFTER = new RegExp(String.raw`(${WORD})\.?\s+(\d{1,2})(?:st|nd|rd|th)?\.?,?\s+(\d{4})(?!\d)`, 'g');
const YEAR_FIRST = /(?<!\d)(\d{4})\s*[-/.年년]\s*(\d{1,2})\s*[-/.月월]\s*(\d{1,2})(?!\d)/g;
const NUMBERS = /(?<![\d.])(\d{1,2})\s?([./|-])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?![\d.]\d)/g;

/** The first date in a text that people read, in whatever of the usual orders; null if there is none. */
export function readableDate(text: string, reading: DateReading): string | null {
  const head = text.slice(0, 400);
  // What each pattern needs at least: most lines with a digit are no dates, and each pattern is dear the first time.
  const hasYear = /\d{4}/.test(head);
  const isDivided = /\d\s*[./|年년-]\s*\d/.test(head);
  if (!hasYear && !isDivided) return null;
  const named = (date: string | undefined, name: string | undefined, year: string | undefined) =>
    day(Number(year), monthNumber(name, reading.lang), Number(date));
  const found = [
    hasYear && isDivided
      ? matched(head, YEAR_FIRST, ([year, month, date]) => day(Number(year), Number(month), Number(date)))
      : null,
    hasYear ? matched(head, WORDS_BEFORE, ([date, name, year]) => named(date, name, year)) : null,
    hasYear ? matched(head, WORDS_AFTER, ([name, date, year]) => named(date, name, year)) : null,
    isDivided ? matched(head, NUMBERS, (parts) => numbers(parts, reading.dayFirst)) : null,
  ].filter((one) => one !== null);
  return found.sort((a, b) => a.at - b.at)[0]?.value ?? null;
}

/** The first date in either form; attributes hold both. */
export const anyDate = (text: string, reading: DateReading): string | null =>
  machineDate(text) ?? readableDate(text, reading);

/** The day of a date as this file writes it. */
export const dayOf = (date: string): string => date.slice(0, 10);

function matched(text: string, pattern: RegExp, read: (parts: (string | undefined)[]) => string | null) {
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const value = read(match.slice(1));
    if (value !== null) return { at: match.index, value };
  }
  return null;
}

function numbers([one, separator, other, end]: (string | undefined)[], dayFirst: boolean): string | null {
  const year = Number(end) < 100 ? Number(end) + (Number(end) > 60 ? 1900 : 2000) : Number(end);
  const first = Number(one);
  const second = Number(other);
  // Only the slash is written both ways; a dot or dash always puts the day in front.
  const usual = dayFirst || separator === '.' || separator === '|' ? [second, first] : [first, second];
  return day(year, usual[0] ?? 0, usual[1] ?? 0) ?? day(year, usual[1] ?? 0, usual[0] ?? 0);
}
