/** Dates as pages write them → `2026-11-22` or with a time and zone (`partialDateSchema`). */

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

/** The first date in machine form: ISO 8601 with its usual liberties, RFC 2822, seconds or milliseconds since 1970. */
export function machineDate(text: string): string | null {
  const iso = ISO.exec(text.slice(0, 200));
  if (iso !== null) {
    const [, year, month, date, hour, minute, second, zone] = iso;
    const found = day(Number(year), Number(month), Number(date));
    if (found === null || hour === undefined || Number(hour) > 23 || Number(minute) > 59) return found;
    return `${found}T${two(Number(hour))}:${minute}:${second ?? '00'}${zoneOf(zone)}`;
  }
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

const WORDS_BEFORE =
  /(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|\.|º|ª)?\s*(?:of|de|del|d’|d')?[\s./-]*(\p{L}{3,12})\.?,?[\s./-]*(?:de|del)?\s*(\d{4})(?!\d)/u;
const WORDS_AFTER = /(\p{L}{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?\.?,?\s+(\d{4})(?!\d)/u;
const YEAR_FIRST = /(?<!\d)(\d{4})\s*[-/.年년]\s*(\d{1,2})\s*[-/.月월]\s*(\d{1,2})(?!\d)/u;
const NUMBERS = /(?<![\d.])(\d{1,2})\s?([./|-])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?![\d.]\d)/;

/** The first date in a text that people read, in whatever of the usual orders; null if there is none. */
export function readableDate(text: string, reading: DateReading): string | null {
  const head = text.slice(0, 400);
  const found = [
    matched(head, YEAR_FIRST, ([year, month, date]) => day(Number(year), Number(month), Number(date))),
    matched(head, WORDS_BEFORE, ([date, name, year]) =>
      day(Number(year), monthNumber(name, reading.lang), Number(date)),
    ),
    matched(head, WORDS_AFTER, ([name, date, year]) =>
      day(Number(year), monthNumber(name, reading.lang), Number(date)),
    ),
    matched(head, NUMBERS, (parts) => numbers(parts, reading.dayFirst)),
  ].filter((one) => one !== null);
  return found.sort((a, b) => a.at - b.at)[0]?.value ?? null;
}

/** The first date in either form; attributes hold both. */
export const anyDate = (text: string, reading: DateReading): string | null =>
  machineDate(text) ?? readableDate(text, reading);

/** The day of a date as this file writes it. */
export const dayOf = (date: string): string => date.slice(0, 10);

function matched(text: string, pattern: RegExp, read: (parts: (string | undefined)[]) => string | null) {
  for (const match of text.matchAll(new RegExp(pattern, 'gu'))) {
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

const LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'pl'];
const tables = new Map<string, ReadonlyMap<string, number>>();

/** 1 to 12 for a month's name or its abbreviation, in the page's language or a usual one; else 0. */
function monthNumber(name: string | undefined, lang: string): number {
  if (name === undefined) return 0;
  const word = fold(name);
  for (const language of [lang.slice(0, 2).toLowerCase(), ...LANGUAGES]) {
    if (!/^[a-z]{2}$/.test(language)) continue;
    let table = tables.get(language);
    if (table === undefined) {
      table = monthTable(language);
      tables.set(language, table);
    }
    const month = table.get(word) ?? table.get(word.slice(0, 3));
    if (month !== undefined && (table.has(word) || word.length <= 4)) return month;
  }
  return 0;
}

/** The first three letters too, where they mean one month: "Mär", "Sept". */
function addShortNames(table: Map<string, number>): void {
  const short = new Map<string, number>();
  for (const [word, number] of table) {
    const start = word.slice(0, 3);
    short.set(start, (short.get(start) ?? number) === number ? number : 0);
  }
  for (const [start, number] of short) if (number !== 0 && !table.has(start)) table.set(start, number);
}

const fold = (word: string): string =>
  word
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();

/** Month names come from the browser, in the cases in which they stand in a date. */
function monthTable(language: string): ReadonlyMap<string, number> {
  const table = new Map<string, number>();
  for (const month of ['long', 'short'] as const) {
    const format = new Intl.DateTimeFormat(language, { day: 'numeric', month, timeZone: 'UTC' });
    const alone = new Intl.DateTimeFormat(language, { month, timeZone: 'UTC' });
    for (let number = 1; number <= 12; number += 1) {
      const date = Date.UTC(2026, number - 1, 11);
      const name = format.formatToParts(date).find((part) => part.type === 'month')?.value ?? '';
      for (const spelled of [name, alone.format(date)]) {
        const word = fold(spelled).replace(/[^\p{L}]/gu, '');
        if (word !== '' && !table.has(word)) table.set(word, number);
      }
    }
  }
  addShortNames(table);
  if (language === 'de') table.set('janner', 1).set('feber', 2);
  return table;
}
