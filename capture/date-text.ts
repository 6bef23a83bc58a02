/** Dates as pages write them → `2026-11-22` or with a time and zone (`partialDateSchema`). */

import { isDigit, isLetter, isSpace } from './letters.ts';
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

/** "20261122T101500Z" */
const LONGEST_COMPACT = 16;

/** The first date in machine form: ISO 8601 with its usual liberties, RFC 2822, seconds or milliseconds since 1970. */
export function machineDate(text: string): string | null {
  const iso = text.includes('-') ? isoDate(text.slice(0, 200)) : undefined;
  if (iso !== undefined) return iso;
  // Both forms begin with eight digits.
  const bare = text.trim();
  if (bare.length > LONGEST_COMPACT || !isDigit(bare.charCodeAt(0)) || !isDigit(bare.charCodeAt(7))) return null;
  const epoch = /^\s*(1\d{9})(\d{3})?\s*$/.exec(text);
  if (epoch !== null) return `${new Date(Number(epoch[1]) * 1_000).toISOString().slice(0, 19)}Z`;
  const compact = /^\s*(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?\s*$/.exec(text);
  return compact === null ? null : day(Number(compact[1]), Number(compact[2]), Number(compact[3]));
}

/** The digits that begin at `at`, if they are one or two and no more: how many. 0 for none. */
function shortRun(text: string, at: number): number {
  let length = 0;
  while (length < 3 && isDigit(text.charCodeAt(at + length))) length += 1;
  return length < 3 ? length : 0;
}

/**
 * "2026-11-22", with a time or without; null for a day that does not exist, undefined where nothing looks so. Sign by
 * sign, as all of this file: as a pattern each form of a date is among the dearest that a page waits for.
 */
function isoDate(text: string): string | null | undefined {
  for (let dash = text.indexOf('-', 4); dash !== -1; dash = text.indexOf('-', dash + 1)) {
    const month = shortRun(text, dash + 1);
    const second = dash + 1 + month;
    if (month === 0 || text.charAt(second) !== '-' || !isYear(text, dash - 4)) continue;
    const date = shortRun(text, second + 1);
    if (date === 0) continue;
    const end = second + 1 + date;
    const found = day(
      Number(text.slice(dash - 4, dash)),
      Number(text.slice(dash + 1, second)),
      Number(text.slice(second + 1, end)),
    );
    return found === null ? null : found + timeAt(text, end);
  }
  return undefined;
}

/** True if four digits and no more begin at `at`, or end there with what stands before. */
function isYear(text: string, at: number): boolean {
  for (let digit = 0; digit < 4; digit += 1) if (!isDigit(text.charCodeAt(at + digit))) return false;
  return !isDigit(text.charCodeAt(at - 1));
}

/** "T10:15:00+01:00" of what stands behind a day, from `at` on; empty if that is no time. */
function timeAt(text: string, at: number): string {
  const isMarked = text.charAt(at) === 'T' || text.charAt(at) === 't';
  let from = isMarked ? at + 1 : afterSpace(text, at);
  const hour = from > at ? shortRun(text, from) : 0;
  const minute = from + hour + 1;
  if (hour === 0 || text.charAt(minute - 1) !== ':' || shortRun(text, minute) !== 2) return '';
  const hours = Number(text.slice(from, minute - 1));
  const minutes = text.slice(minute, minute + 2);
  if (hours > 23 || Number(minutes) > 59) return '';
  from = minute + 2;
  let seconds = '00';
  if (text.charAt(from) === ':' && shortRun(text, from + 1) === 2) {
    seconds = text.slice(from + 1, from + 3);
    from += 3;
  }
  if ((text.charAt(from) === '.' || text.charAt(from) === ',') && isDigit(text.charCodeAt(from + 1))) {
    do from += 1;
    while (isDigit(text.charCodeAt(from)));
  }
  return `T${two(hours)}:${minutes}:${seconds}${zoneAt(text, afterSpace(text, from))}`;
}

/** "Z", "UTC", "+0100" at `at` as "Z" or "+01:00"; empty for no zone. */
function zoneAt(text: string, at: number): string {
  const sign = text.charAt(at);
  if (sign === '+' || sign === '-') {
    const colon = text.charAt(at + 3) === ':' ? 1 : 0;
    const minutes = at + 3 + colon;
    const isZone = colon === 1 ? shortRun(text, at + 1) === 2 && shortRun(text, minutes) === 2 : isYear(text, at + 1);
    if (!isZone || isDigit(text.charCodeAt(minutes + 2))) return '';
    return `${text.slice(at, at + 3)}:${text.slice(minutes, minutes + 2)}`;
  }
  const word = text.slice(at, at + 3).toLowerCase();
  const length = word.startsWith('z') ? 1 : word === 'utc' || word === 'gmt' ? 3 : 0;
  return length === 0 || isDigit(text.charCodeAt(at + length)) ? '' : 'Z';
}

function afterSpace(text: string, at: number): number {
  let end = at;
  while (isSpace(text.charCodeAt(end))) end += 1;
  return end;
}

/** The first date in a text that people read, in whatever of the usual orders; null if there is none. */
export function readableDate(text: string, reading: DateReading): string | null {
  const head = text.slice(0, 400);
  const runs = digitRuns(head);
  for (let at = 0; at + 3 < runs.length; at += 2) {
    const found = dateAt(head, runs, at, reading);
    if (found !== null) return found;
  }
  return null;
}

/** Where the numbers of a text begin and end, in turn. */
function digitRuns(text: string): number[] {
  const runs: number[] = [];
  let start = -1;
  for (let at = 0; at <= text.length; at += 1) {
    const code = text.charCodeAt(at);
    const isOne = code >= 0x30 && code <= 0x39;
    if (isOne === start >= 0) continue;
    runs.push(at);
    start = isOne ? at : -1;
  }
  return runs;
}

/** The date that begins with the number at `at` of the runs, or with the name of a month in front of it. */
function dateAt(text: string, runs: readonly number[], at: number, { lang, dayFirst }: DateReading): string | null {
  const start = runs[at] ?? 0;
  const end = runs[at + 1] ?? 0;
  const next = runs[at + 2] ?? 0;
  const nextEnd = runs[at + 3] ?? 0;
  const third = runs[at + 4] ?? 0;
  const thirdEnd = runs[at + 5] ?? 0;
  const gap = text.slice(end, next);
  const nextLength = nextEnd - next;
  if (end - start === 4) {
    if (nextLength > 2 || third === 0 || thirdEnd - third > 2) return null;
    if (!isOneSign(gap, '-/.年년') || !isOneSign(text.slice(nextEnd, third), '-/.月월')) return null;
    return day(Number(text.slice(start, end)), Number(text.slice(next, nextEnd)), Number(text.slice(third, thirdEnd)));
  }
  if (end - start > 2) return null;
  if (nextLength === 4) {
    const name = endsMonthFirst(gap) ? wordBefore(text, start) : wordIn(gap);
    if (name === '') return null;
    return day(Number(text.slice(next, nextEnd)), monthNumber(name, lang), Number(text.slice(start, end)));
  }
  if (nextLength > 2 || third === 0 || text.charAt(start - 1) === '.') return null;
  const separator = separatorOf(gap);
  const year = yearOf(text, third, thirdEnd);
  if (separator === '' || year === '' || separatorOf(text.slice(nextEnd, third)) !== separator) return null;
  return numbers(text.slice(start, end), separator, text.slice(next, nextEnd), year, dayFirst);
}

/** True for one of these signs with any space around it. */
function isOneSign(gap: string, signs: string): boolean {
  const sign = gap.trim();
  return sign.length === 1 && signs.includes(sign);
}

/** The sign between two numbers of a day, with at most one space on either side; empty for anything else. */
function separatorOf(gap: string): string {
  if (gap.length > 3) return '';
  const sign = gap.trim();
  const at = gap.indexOf(sign);
  return sign.length === 1 && './|-'.includes(sign) && at < 2 && gap.length - at < 3 ? sign : '';
}

/** The year that ends a day in numbers, and no version, time or amount that goes on. */
function yearOf(text: string, start: number, end: number): string {
  const length = end - start;
  if (length === 3 || length === 5) return text.slice(start, end - 1);
  if (length !== 2 && length !== 4) return '';
  return text.charAt(end) === '.' && isDigit(text.charCodeAt(end + 1)) ? '' : text.slice(start, end);
}

/** What stands behind a day in English: "22nd", "1st". */
const ENGLISH_ENDS = ['st', 'nd', 'rd', 'th'];
const ENDS = [...ENGLISH_ENDS, 'er', '.', 'º', 'ª'];

const endAt = (text: string, ends: readonly string[]): number => ends.find((end) => text.startsWith(end))?.length ?? 0;

/** "th, " of "November 22th, 2026": nothing but an end and a comma, and at least one space. */
function endsMonthFirst(gap: string): boolean {
  let at = endAt(gap, ENGLISH_ENDS);
  if (gap.charAt(at) === '.') at += 1;
  if (gap.charAt(at) === ',') at += 1;
  return at < gap.length && afterSpace(gap, at) === gap.length;
}

const [SHORTEST_MONTH, LONGEST_MONTH] = [3, 12];

/** Letters and the marks that stand on them. */
const isOfWord = (code: number): boolean => isLetter(code) || (code >= 0x300 && code < 0x370);

/** The word before a number, with a dot and at least one space between them; empty without one. */
function wordBefore(text: string, number: number): string {
  let end = number;
  while (isSpace(text.charCodeAt(end - 1))) end -= 1;
  if (end === number) return '';
  if (text.charAt(end - 1) === '.') end -= 1;
  let start = end;
  while (end - start < LONGEST_MONTH && isOfWord(text.charCodeAt(start - 1))) start -= 1;
  return end - start < SHORTEST_MONTH ? '' : text.slice(start, end);
}

/** "November" of ". November ", " de noviembre de ", "-Nov-": the word of a gap that says nothing else; empty for any other. */
function wordIn(gap: string): string {
  let start = afterSpace(gap, endAt(gap, ENDS));
  for (const lead of LEADS) {
    const end = start + lead.length;
    if (!gap.startsWith(lead, start) || (isOfWord(gap.charCodeAt(end - 1)) && isOfWord(gap.charCodeAt(end)))) continue;
    start = end;
    break;
  }
  start = afterSigns(gap, start);
  let end = start;
  while (isOfWord(gap.charCodeAt(end))) end += 1;
  if (end - start < SHORTEST_MONTH || end - start > LONGEST_MONTH) return '';
  let rest = end;
  if (gap.charAt(rest) === '.') rest += 1;
  if (gap.charAt(rest) === ',') rest += 1;
  rest = afterSigns(gap, rest);
  if (gap.startsWith('del', rest)) rest += 3;
  else if (gap.startsWith('de', rest)) rest += 2;
  return afterSpace(gap, rest) === gap.length ? gap.slice(start, end) : '';
}

const LEADS = ['of', 'del', 'de', 'd’', "d'"];

function afterSigns(text: string, at: number): number {
  let end = at;
  while (isSpace(text.charCodeAt(end)) || (end < text.length && './-'.includes(text.charAt(end)))) end += 1;
  return end;
}

/** The first date in either form; attributes hold both. */
export const anyDate = (text: string, reading: DateReading): string | null =>
  machineDate(text) ?? readableDate(text, reading);

/** The day of a date as this file writes it. */
export const dayOf = (date: string): string => date.slice(0, 10);

function numbers(one: string, separator: string, other: string, end: string, dayFirst: boolean): string | null {
  const year = Number(end) < 100 ? Number(end) + (Number(end) > 60 ? 1900 : 2000) : Number(end);
  const first = Number(one);
  const second = Number(other);
  // Only the slash is written both ways; a dot or dash always puts the day in front.
  const isFirst = dayFirst || separator === '.' || separator === '|';
  return isFirst
    ? (day(year, second, first) ?? day(year, first, second))
    : (day(year, first, second) ?? day(year, second, first));
}
