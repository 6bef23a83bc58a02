/** When a field of the metadata is right: strictly, and near enough for a person who reads it. */
import type { Field } from './answer.ts';
import { f1Of, overlap, shingles, words } from './text-measures.ts';

export type Verdict = { strict: boolean; lenient: boolean };

type Truth = string | readonly string[];

const folded = (text: string): string[] => words(text.normalize('NFKC').toLowerCase());
const squeezed = (text: string): string => text.replace(/\s+/g, ' ').trim();
const isSame = (a: readonly string[], b: readonly string[]): boolean => a.join(' ') === b.join(' ');
const joined = (truth: Truth): string => (typeof truth === 'string' ? truth : truth.join(', '));

/** The same words; or most of them. */
function judgeWords(truth: string, answer: string): Verdict {
  const [wanted, found] = [folded(truth), folded(answer)];
  const strict = wanted.length > 0 ? isSame(wanted, found) : squeezed(truth) === squeezed(answer);
  const shared = found.length > 0 && wanted.length > 0 ? f1Of(overlap(shingles(wanted, 1), shingles(found, 1))) : 0;
  return { strict, lenient: strict || shared >= 0.8 };
}

/** Words of a byline that name nobody. */
const NO_NAMES = new Set(
  `by von par por di af av door text words story written author authors autor autorin autoren and und et y e i en og
   och ja with mit avec con`.split(/\s+/),
);

/** The same set of words that are names; or all of them with little else. */
function judgeNames(truth: string, answer: string): Verdict {
  const namesIn = (text: string): string[] => [...new Set(folded(text))].filter((word) => !NO_NAMES.has(word)).sort();
  const [wanted, found] = [namesIn(truth), namesIn(answer)];
  if (wanted.length === 0) return { strict: false, lenient: false };
  const strict = isSame(wanted, found);
  const isComplete = wanted.every((word) => found.includes(word)) && found.length <= wanted.length * 2 + 2;
  return { strict, lenient: strict || isComplete };
}

const two = (number: number): string => String(number).padStart(2, '0');

/** The calendar days that a date can stand for: the one it names, and that of its instant in UTC. */
export function daysOf(date: string): string[] {
  const text = squeezed(date).replace(/^["']+|["']+$/g, '');
  if (text === '') return [];
  const named = /^(\d{4})(?:-(\d{2})-(\d{2})|[/.](\d{1,2})[/.](\d{1,2}))/.exec(text);
  const days =
    named === null ? [] : [`${named[1]}-${two(Number(named[2] ?? named[4]))}-${two(Number(named[3] ?? named[5]))}`];
  const isEpoch = /^\d{10}(?:\d{3})?$/.test(text);
  const instant = new Date(isEpoch ? Number(text) * (text.length === 10 ? 1_000 : 1) : Date.parse(text));
  if (Number.isNaN(instant.getTime()) || !/\d{4}/.test(text)) return days;
  if (isEpoch || /T\d|:\d\d|Z$/.test(text)) days.push(instant.toISOString().slice(0, 10));
  else if (named === null) {
    days.push(`${instant.getFullYear()}-${two(instant.getMonth() + 1)}-${two(instant.getDate())}`);
  }
  return [...new Set(days)];
}

/** A common day; or one day apart. */
function judgeDate(truth: string, answer: string): Verdict {
  const [wanted, found] = [daysOf(truth), daysOf(answer)];
  const within = (most: number): boolean =>
    wanted.some((a) => found.some((b) => Math.abs(Date.parse(a) - Date.parse(b)) <= most));
  return { strict: wanted.some((day) => found.includes(day)), lenient: within(86_400_000) };
}

/** The same letters; or one name within the other once endings are off. */
function judgeSite(truth: string, answer: string): Verdict {
  const bare = (name: string): string => folded(name.replace(/^https?:\/\//, '').replace(/^www\./, '')).join('');
  const short = (name: string): string =>
    bare(name.replace(/\.(?:com|org|net|co\.uk|de|fr|io|dev)$/i, '').replace(/^the /i, ''));
  const strict = bare(truth) !== '' && bare(truth) === bare(answer);
  const [a, b] = [short(truth), short(answer)];
  return { strict, lenient: strict || (a !== '' && b !== '' && (a.includes(b) || b.includes(a))) };
}

/** The same tag; or the same main language. */
function judgeLanguage(truth: string, answer: string): Verdict {
  const [wanted = '', found = ''] = [truth, answer].map((tag) => tag.toLowerCase().replace(/_/g, '-').trim());
  const main = (tag: string): string => tag.split('-')[0] ?? '';
  return { strict: wanted !== '' && wanted === found, lenient: wanted !== '' && main(wanted) === main(found) };
}

/** The same address but for fragment and end slash; or also for query, scheme and "www". */
function judgeAddress(truth: string, answer: string): Verdict {
  const bare = (address: string, isLoose: boolean): string => {
    const url = URL.parse(address);
    if (url === null) return '';
    url.hash = '';
    if (isLoose) {
      url.search = '';
      url.protocol = 'https:';
      url.hostname = url.hostname.replace(/^(?:www|m|amp|mobile)\./, '');
    }
    return url.href.replace(/\/$/, '').replace(/\/(\?|$)/, '$1');
  };
  const isEqual = (isLoose: boolean): boolean =>
    bare(truth, isLoose) !== '' && bare(truth, isLoose) === bare(answer, isLoose);
  return { strict: isEqual(false), lenient: isEqual(true) };
}

const JUDGES: Record<Field, (truth: string, answer: string) => Verdict> = {
  title: judgeWords,
  byline: judgeNames,
  published: judgeDate,
  siteName: judgeSite,
  lang: judgeLanguage,
  canonicalUrl: judgeAddress,
  excerpt: judgeWords,
};

/** Null where the labels do not say; an empty answer is wrong. */
export function judgeField(field: Field, truth: Truth | undefined, answer: string): Verdict | null {
  if (truth === undefined || truth.length === 0) return null;
  return answer === '' ? { strict: false, lenient: false } : JUDGES[field](joined(truth), answer);
}
