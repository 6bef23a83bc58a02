/** Dates as pages write them → `2026-11-22` or with a time and zone (`partialDateSchema`). */

import { countDigits, digitRows, type Row } from './digit-rows.ts';
import { isDigit, isMonthLetter, isSpace } from './letters.ts';
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
  const dash = text.slice(0, 200);
  for (let at = dash.indexOf('-'); at !== -1; at = dash.indexOf('-', at + 1)) {
    const found = isoDate(dash, at);
    if (found !== undefined) return found;
  }
  const bare = text.trim();
  // Both forms begin with eight digits.
  if (bare.length > LONGEST_COMPACT || !isDigit(bare.charCodeAt(0)) || !isDigit(bare.charCodeAt(7))) return null;
  const epoch = /^(1\d{9})(\d{3})?$/.exec(bare);
  if (epoch !== null) return `${new Date(Number(epoch[1]) * 1_000).toISOString().slice(0, 19)}Z`;
  const compact = /^(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?$/.exec(bare);
  return compact === null ? null : day(Number(compact[1]), Number(compact[2]), Number(compact[3]));
}

/** A year behind which the dash at `dash` stands, month, day and what there is of a time; undefined if no date stands there. */
function isoDate(text: string, dash: number): string | null | undefined {
  const start = dash - 4;
  if (start < 0 || countDigits(text, start) !== 4 || isDigit(text.charCodeAt(start - 1))) return undefined;
  const months = countDigits(text, dash + 1);
  const second = dash + 1 + months;
  const days = countDigits(text, second + 1);
  if (months < 1 || months > 2 || text.charAt(second) !== '-' || days < 1 || days > 2) return undefined;
  const end = second + 1 + days;
  const found = day(
    Number(text.slice(start, dash)),
    Number(text.slice(dash + 1, second)),
    Number(text.slice(second + 1, end)),
  );
  return found === null ? null : found + timeAt(text, end);
}

/** "T10:15:00+01:00" as `Date` writes it; empty for none. */
function timeAt(text: string, from: number): string {
  const first = text.charAt(from);
  const at = first === 'T' || first === 't' ? from + 1 : afterSpace(text, from);
  const colon = at + countDigits(text, at);
  if (at === from || colon === at || colon > at + 2 || text.charAt(colon) !== ':' || countDigits(text, colon + 1) !== 2)
    return '';
  const hour = text.slice(at, colon);
  const minute = text.slice(colon + 1, colon + 3);
  if (Number(hour) > 23 || Number(minute) > 59) return '';
  let end = colon + 3;
  let second = '00';
  if (text.charAt(end) === ':' && countDigits(text, end + 1) === 2) {
    second = text.slice(end + 1, end + 3);
    end += 3;
  }
  if ((text.charAt(end) === '.' || text.charAt(end) === ',') && isDigit(text.charCodeAt(end + 1))) {
    end += 1;
    while (isDigit(text.charCodeAt(end))) end += 1;
  }
  return `T${two(Number(hour))}:${minute}:${second}${zoneAt(text, afterSpace(text, end))}`;
}

const UNIVERSAL = ['z', 'utc', 'gmt'];

/** "Z", "UTC", "+0100", "+01:00" as a zone of ISO 8601; empty for none. */
function zoneAt(text: string, at: number): string {
  const sign = text.charAt(at);
  if (sign === '+' || sign === '-') {
    const hours = text.slice(at, at + 3);
    const minutes = text.charAt(at + 3) === ':' ? at + 4 : at + 3;
    const isZone =
      isDigit(text.charCodeAt(at + 1)) && isDigit(text.charCodeAt(at + 2)) && countDigits(text, minutes) === 2;
    return isZone ? `${hours}:${text.slice(minutes, minutes + 2)}` : '';
  }
  const word = text.slice(at, at + 3).toLowerCase();
  const name = UNIVERSAL.find((one) => word.startsWith(one));
  return name === undefined || isDigit(text.charCodeAt(at + name.length)) ? '' : 'Z';
}

function afterSpace(text: string, from: number): number {
  let at = from;
  while (isSpace(text.charCodeAt(at))) at += 1;
  return at;
}

function afterAny(text: string, from: number, signs: string): number {
  let at = from;
  while (isSpace(text.charCodeAt(at)) || (at < text.length && signs.includes(text.charAt(at)))) at += 1;
  return at;
}

/** A date that was found in a text; a value that is none says that what looked like one is passed over. */
type Reading = { at: number; end: number; value: string | null };
type Reader = (text: string, row: Row, reading: DateReading) => Reading | null;

/** The first date in a text that people read, in whatever of the usual orders; null if there is none. */
export function readableDate(text: string, reading: DateReading): string | null {
  const head = text.slice(0, 400);
  const rows = digitRows(head);
  if (rows.length === 0) return null;
  let best: Reading | null = null;
  for (const read of [yearFirst, dayAndMonth, monthAndDay, numbers]) {
    const found = firstOf(head, rows, read, reading);
    if (found !== null && (best === null || found.at < best.at)) best = found;
  }
  return best?.value ?? null;
}

function firstOf(text: string, rows: readonly Row[], read: Reader, reading: DateReading): Reading | null {
  let from = 0;
  for (const row of rows) {
    const found = row.start < from ? null : read(text, row, reading);
    if (found === null) continue;
    if (found.value !== null) return found;
    from = found.end;
  }
  return null;
}

/** A part of a date: digits, at most two of them, behind one of these signs with or without space around it; null for none. */
function partBehind(text: string, from: number, signs: string): { start: number; end: number } | null {
  const sign = afterSpace(text, from);
  if (sign >= text.length || !signs.includes(text.charAt(sign))) return null;
  const start = afterSpace(text, sign + 1);
  const count = countDigits(text, start);
  return count === 1 || count === 2 ? { start, end: start + count } : null;
}

/** "2026-11-22", "2026年11月22" */
const yearFirst: Reader = (text, { start, end, digits }) => {
  if (digits.length !== 4) return null;
  const month = partBehind(text, end, '-/.年년');
  const date = month === null ? null : partBehind(text, month.end, '-/.月월');
  if (month === null || date === null) return null;
  const value = day(
    Number(digits),
    Number(text.slice(month.start, month.end)),
    Number(text.slice(date.start, date.end)),
  );
  return { at: start, end: date.end, value };
};

const [SHORTEST_MONTH, LONGEST_MONTH] = [3, 12];
const ORDINALS = ['st', 'nd', 'rd', 'th', 'er', '.', 'º', 'ª'];
const OF = ['of', 'del', 'de', 'd’', "d'"];

/** After the first of these words that stands at `at`; `at` itself without one. */
function afterWord(text: string, at: number, words: readonly string[]): number {
  const word = words.find((one) => text.startsWith(one, at));
  return word === undefined ? at : at + word.length;
}

/** "22. November 2026", "22nd of November, 2026", "22 de noviembre de 2026" */
const dayAndMonth: Reader = (text, { start, end, digits }, { lang }) => {
  if (digits.length > 2) return null;
  const first = afterSpace(text, afterWord(text, end, ORDINALS));
  const behind = afterWord(text, first, OF);
  let passed: Reading | null = null;
  // "de" is a word of its own in "2 de mayo", and the beginning of one in "2 december".
  for (const from of behind === first ? [first] : [behind, first]) {
    const word = afterAny(text, from, './-');
    let stop = word;
    while (stop - word <= LONGEST_MONTH && isMonthLetter(text.charCodeAt(stop))) stop += 1;
    if (stop - word < SHORTEST_MONTH || stop - word > LONGEST_MONTH) continue;
    let year = afterWord(text, afterWord(text, stop, ['.']), [',']);
    year = afterSpace(text, afterWord(text, afterAny(text, year, './-'), ['del', 'de']));
    if (countDigits(text, year) !== 4) continue;
    const month = monthNumber(text.slice(word, stop), lang);
    const value = day(Number(text.slice(year, year + 4)), month, Number(digits));
    passed ??= { at: start, end: year + 4, value };
    if (value !== null) return { at: start, end: year + 4, value };
  }
  return passed;
};

/** "November 22nd, 2026" */
const monthAndDay: Reader = (text, { start, end, digits }, { lang }) => {
  if (digits.length > 2) return null;
  let stop = start;
  while (stop > 0 && isSpace(text.charCodeAt(stop - 1))) stop -= 1;
  if (stop === start) return null;
  if (text.charAt(stop - 1) === '.') stop -= 1;
  let word = stop;
  while (word > 0 && stop - word < LONGEST_MONTH && isMonthLetter(text.charCodeAt(word - 1))) word -= 1;
  const comma = afterWord(text, afterWord(text, afterWord(text, end, ORDINALS.slice(0, 4)), ['.']), [',']);
  const year = afterSpace(text, comma);
  if (stop - word < SHORTEST_MONTH || year === comma || countDigits(text, year) !== 4) return null;
  const month = monthNumber(text.slice(word, stop), lang);
  return { at: word, end: year + 4, value: day(Number(text.slice(year, year + 4)), month, Number(digits)) };
};

/** "22.11.2026", "11/22/26" */
const numbers: Reader = (text, { start, end, digits }, { dayFirst }) => {
  if (digits.length > 2 || text.charAt(start - 1) === '.') return null;
  const at = isSpace(text.charCodeAt(end)) ? end + 1 : end;
  const sign = text.charAt(at);
  if (sign === '' || !'./|-'.includes(sign)) return null;
  const other = isSpace(text.charCodeAt(at + 1)) ? at + 2 : at + 1;
  const otherEnd = other + countDigits(text, other);
  if (otherEnd === other || otherEnd > other + 2) return null;
  const again = isSpace(text.charCodeAt(otherEnd)) ? otherEnd + 1 : otherEnd;
  if (text.charAt(again) !== sign) return null;
  const year = isSpace(text.charCodeAt(again + 1)) ? again + 2 : again + 1;
  const isLast = (to: number): boolean =>
    !((text.charAt(to) === '.' || isDigit(text.charCodeAt(to))) && isDigit(text.charCodeAt(to + 1)));
  const count = countDigits(text, year);
  const length = count >= 4 && isLast(year + 4) ? 4 : count >= 2 && isLast(year + 2) ? 2 : 0;
  if (length === 0) return null;
  const [first, second] = [Number(digits), Number(text.slice(other, otherEnd))];
  // Only the slash is written both ways; a dot or dash always puts the day in front.
  const usual = dayFirst || sign === '.' || sign === '|' ? [second, first] : [first, second];
  const written = Number(text.slice(year, year + length));
  const whole = written < 100 ? written + (written > 60 ? 1900 : 2000) : written;
  const value = day(whole, usual[0] ?? 0, usual[1] ?? 0) ?? day(whole, usual[1] ?? 0, usual[0] ?? 0);
  return { at: start, end: year + length, value };
};

/** The first date in either form; attributes hold both. */
export const anyDate = (text: string, reading: DateReading): string | null =>
  machineDate(text) ?? readableDate(text, reading);

/** The day of a date as this file writes it. */
export const dayOf = (date: string): string => date.slice(0, 10);
