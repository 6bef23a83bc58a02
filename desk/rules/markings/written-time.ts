/** A day and an hour as people write them in German, English and French, as text without a zone. */

const MONTHS = [
  ['januar', 'january', 'janvier', 'jan'],
  ['februar', 'february', 'fevrier', 'feb'],
  ['marz', 'march', 'mars', 'mar'],
  ['april', 'avril', 'apr'],
  ['mai', 'may'],
  ['juni', 'june', 'juin', 'jun'],
  ['juli', 'july', 'juillet', 'jul'],
  ['august', 'aout', 'aug'],
  ['september', 'septembre', 'sept', 'sep'],
  ['oktober', 'october', 'octobre', 'okt', 'oct'],
  ['november', 'novembre', 'nov'],
  ['dezember', 'december', 'decembre', 'dez', 'dec'],
] as const;
const NUMBERS = new Map<string, number>(MONTHS.flatMap((names, at) => names.map((name) => [name, at + 1] as const)));
const NAME = [...NUMBERS.keys()].sort((a, b) => b.length - a.length).join('|');

const ISO = /\b(20\d\d)-(\d\d)-(\d\d)(?:[t ](\d\d):(\d\d))?(?::\d\d(?:\.\d+)?)?\s?(z\b|gmt|utc)?/;
const DOTTED = /\b(\d{1,2})\.\s?(\d{1,2})\.\s?(20\d\d)\b/;
const DAY_FIRST = new RegExp(String.raw`\b(\d{1,2})(?:\.|st|nd|rd|th|er)?\s(?:of\s)?(${NAME})\.?,?\s(20\d\d)\b`);
const MONTH_FIRST = new RegExp(String.raw`\b(${NAME})\.?\s(\d{1,2})(?:st|nd|rd|th)?,?\s(20\d\d)\b`);
/** 9.00 Uhr, 11 Uhr, 10 h, 07:00, 4 p.m. */
const HOUR = /\b(\d{1,2})(?:[:.h](\d{2}))?\s?(uhr|h\b|a\.?m\b\.?|p\.?m\b\.?|gmt|utc)|\b(\d{1,2}):(\d{2})\b/;

const two = (number: number): string => String(number).padStart(2, '0');

/**
 * The first moment that the text names, as `2026-12-15`, `2026-12-15T11:00`, or with `Z` where it says UTC or GMT;
 * null where no whole date with its year can be read.
 * @param text in the spelling of `plain.ts`, lower case
 */
export function writtenTime(text: string): string | null {
  const iso = ISO.exec(text);
  if (iso !== null) {
    const [, year, month, day, hour, minute, zone] = iso;
    const written = dayOf(Number(year), Number(month), Number(day));
    if (written === null || hour === undefined) return written;
    return `${written}T${hour}:${minute}${zone === undefined ? '' : 'Z'}`;
  }
  const found = DOTTED.exec(text) ?? DAY_FIRST.exec(text);
  const american = found === null ? MONTH_FIRST.exec(text) : null;
  const [all, first = '', second = '', year = ''] = found ?? american ?? [];
  if (all === undefined) return null;
  const [day, month] = american === null ? [first, second] : [second, first];
  const written = dayOf(Number(year), NUMBERS.get(month) ?? Number(month), Number(day));
  return written === null ? null : `${written}${hourIn(text.replace(all, ' '))}`;
}

function hourIn(text: string): string {
  const found = HOUR.exec(text);
  if (found === null) return '';
  const [, said, minute, unit = '', plainHour, plainMinute] = found;
  const half = unit.startsWith('p') && Number(said) < 12 ? 12 : unit.startsWith('a') && said === '12' ? -12 : 0;
  const hour = Number(said ?? plainHour) + half;
  const minutes = Number(minute ?? plainMinute ?? 0);
  if (hour > 23 || minutes > 59) return '';
  return `T${two(hour)}:${two(minutes)}${/\b(?:gmt|utc)\b/.test(text) ? 'Z' : ''}`;
}

/** Null where there is no such day. */
function dayOf(year: number, month: number, day: number): string | null {
  const written = `${year}-${two(month)}-${two(day)}`;
  const at = Date.parse(`${written}T00:00:00Z`);
  return Number.isNaN(at) || !new Date(at).toISOString().startsWith(written) ? null : written;
}
