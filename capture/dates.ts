/** When the page was published and last changed. */
import { addressDate } from './address-date.ts';
import { anyDate, type DateReading, dayOf } from './date-text.ts';
import type { Evidence } from './evidence.ts';
import { isArticle, isOneOf } from './json-ld.ts';
import { metaValue } from './meta.ts';
import { parsedUrl } from './parsed-url.ts';
import { shownDates } from './shown-dates.ts';
import type { Title } from './title.ts';
import { type Candidate, type Group, type Weights, weigh } from './weigh.ts';
import { PUBLISHED } from './weights.ts';

/** Weights of the same candidates as dates of change. By hand: no labels say when a page changed. */
const MODIFIED: Weights = {
  'ld article modified': 3,
  'meta modified': 2.5,
  'modified by itemprop': 2,
  'ld page modified': 1.8,
  'ld thing modified': 1.8,
  'modified by time': 1.2,
  'ld another modified': 1,
  'modified by date class': 1,
  'modified by publish class': 1,
  'date at title': 1,
  'modified by other class': 0.9,
  'line modified': 0.8,
  'date near': 0.8,
  'date above': 0.6,
};

/** Names of meta tags that hold the date, and words in those that hold one. */
const PUBLISHED_META = new Set(
  ['published', 'published_time'].flatMap((name) => [name, `og:${name}`, `article:${name}`, `og:article:${name}`]),
).add('datepublished');
const MODIFIED_META = ['modif', 'updated', 'lastmod', 'revised'];
const DATE_META = ['date', 'publish', 'issued', 'created'];

/** The trait of a date in a meta tag of this name; undefined if it holds none. */
function metaTrait(name: string): string | undefined {
  const holds = (part: string): boolean => name.includes(part);
  if (PUBLISHED_META.has(name)) return 'meta published';
  if (MODIFIED_META.some(holds)) return 'meta modified';
  return DATE_META.some(holds) ? 'meta date' : undefined;
}

type Found = { value: string; from: string } | null;
export type Dates = { published: Found; modified: Found };

/** How dates are written on a page in this language at this address. */
export const dateReading = (lang: string, address: string): DateReading => ({
  lang,
  dayFirst: isDayFirst(lang, address),
});

export function* readDates(evidence: Evidence, title: Title, lang: string): Generator<void, Dates> {
  const candidates = yield* dateCandidates(evidence, title, lang);
  const changed = candidates.filter(({ traits }) => traits.some((trait) => trait.includes('modified')));
  // A page that only says when it was changed was at least there on that day.
  const [published = null] = weighDates(candidates);
  const [modified = null] = daysOf(changed, MODIFIED);
  return { published, modified };
}

/** All days on which the page may have been published, likeliest first. */
export const weighDates = (candidates: readonly Candidate[]): Group[] => daysOf(candidates, PUBLISHED);

/** Candidates by day, each in the most exact spelling that the page has of it. */
function daysOf(candidates: readonly Candidate[], weights: Weights): Group[] {
  const exact = new Map<string, Candidate>();
  for (const one of candidates)
    if (one.value.length > (exact.get(dayOf(one.value))?.value.length ?? 0)) exact.set(dayOf(one.value), one);
  return weigh(candidates, weights, dayOf).map((group) => {
    const { value, from } = exact.get(dayOf(group.value)) ?? group;
    return value.length > group.value.length ? { ...group, value, from } : group;
  });
}

export function* dateCandidates(evidence: Evidence, title: Title, lang: string): Generator<void, Candidate[]> {
  const { meta, things, page } = evidence;
  const reading = dateReading(lang, page.address);
  const found: Candidate[] = [];
  const offer = (text: string | undefined, from: string, traits: string[]): void => {
    const value = text === undefined || text === '' ? null : anyDate(text, reading);
    if (value !== null) found.push({ value, from, traits });
  };
  for (const [at, thing] of things.slice(0, 30).entries()) {
    const kind = isArticle(thing) ? (at === 0 ? 'article' : 'another') : isOneOf(thing, ['page']) ? 'page' : 'thing';
    offer(thing.published, 'json-ld datePublished', [`ld ${kind} published`]);
    offer(thing.modified, 'json-ld dateModified', [`ld ${kind} modified`]);
  }
  for (const [name, [value]] of meta.values) {
    const trait = metaTrait(name);
    if (trait !== undefined) offer(value, `meta ${name}`, [trait]);
  }
  const dated = addressDate(page.address);
  if (dated !== null) found.push({ value: dated, from: 'address', traits: ['address date'] });
  const pictured = addressDate(metaValue(meta, 'og:image', 'twitter:image'));
  if (pictured !== null) found.push({ value: pictured, from: 'picture address', traits: ['picture date'] });
  const isStated = found.some(
    ({ traits: [trait = ''] }) => trait === 'ld article published' || trait === 'meta published',
  );
  found.push(...(yield* shownDates(evidence, title, reading, isStated)));
  return found;
}

const MONTH_FIRST_HOSTS = ['.com', '.org', '.net', '.edu', '.gov', '.mil', '.us'];

/** Only US English writes the month in front. */
function isDayFirst(lang: string, address: string): boolean {
  const tag = lang.toLowerCase();
  if (tag.startsWith('en-us')) return false;
  if ((tag !== '' && !tag.startsWith('en')) || tag.startsWith('en-')) return true;
  const host = parsedUrl(address)?.hostname ?? '';
  return !MONTH_FIRST_HOSTS.some((end) => host.endsWith(end));
}
