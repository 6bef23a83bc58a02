/** When the page was published and last changed. */
import { addressDate } from './address-date.ts';
import { anyDate, type DateReading, dayOf } from './date-text.ts';
import type { Evidence } from './evidence.ts';
import { isArticle } from './json-ld.ts';
import { metaValue } from './meta.ts';
import { shownDates } from './shown-dates.ts';
import type { Title } from './title.ts';
import { type Candidate, type Group, weigh, weighedAgain } from './weigh.ts';
import { MODIFIED, PUBLISHED } from './weights.ts';

/** Names of meta tags that hold a date, the surest ones first. */
const META = [
  [/^(?:og:)?(?:article:)?published(?:_time)?$|^datepublished$/, 'meta published'],
  [/modif|updated|lastmod|revised/, 'meta modified'],
  [/date|publish|issued|created/, 'meta date'],
] as const;

export type Found = { value: string; from: string } | null;
export type Dates = { published: Found; modified: Found };

/** How dates are written on a page in this language at this address. */
export const dateReading = (lang: string, address: string): DateReading => ({
  lang,
  dayFirst: isDayFirst(lang, address),
});

export function readDates(evidence: Evidence, title: Title, lang: string): Dates {
  const candidates = dateCandidates(evidence, title, lang);
  const published = weighDates(candidates);
  const modified = weigh(
    candidates.filter(({ traits }) => traits.some((trait) => trait.includes('modified'))),
    MODIFIED,
    dayOf,
  );
  // A page that only says when it was changed was at least there on that day.
  return { published: exact(published[0], candidates), modified: exact(modified[0], candidates) };
}

/** All days on which the page may have been published, likeliest first. */
export function weighDates(candidates: readonly Candidate[]): Group[] {
  const groups = weigh(candidates, PUBLISHED, dayOf);
  if (groups.length < 2) return groups;
  const days = groups.map(({ value }) => dayOf(value)).sort();
  const ends = (day: string): string[] => (day === days[0] ? ['oldest'] : day === days.at(-1) ? ['newest'] : []);
  return weighedAgain(groups, ({ value }) => ends(dayOf(value)), PUBLISHED);
}

/** A day in the most exact spelling that the page has of it. */
function exact(day: Group | undefined, candidates: readonly Candidate[]): Found {
  if (day === undefined) return null;
  let best: Candidate = day;
  for (const one of candidates)
    if (dayOf(one.value) === dayOf(day.value) && one.value.length > best.value.length) best = one;
  return { value: best.value, from: best.from };
}

export function dateCandidates(evidence: Evidence, title: Title, lang: string): Candidate[] {
  const { meta, things, page } = evidence;
  const reading = dateReading(lang, page.address);
  const found: Candidate[] = [];
  const offer = (text: string | undefined, from: string, traits: string[]): void => {
    const value = text === undefined || text === '' ? null : anyDate(text, reading);
    if (value !== null) found.push({ value, from, traits });
  };
  for (const [at, thing] of things.slice(0, 30).entries()) {
    const kind = isArticle(thing)
      ? at === 0
        ? 'article'
        : 'another'
      : thing.types.some((type) => /page/i.test(type))
        ? 'page'
        : 'thing';
    offer(thing.published, 'json-ld datePublished', [`ld ${kind} published`]);
    offer(thing.modified, 'json-ld dateModified', [`ld ${kind} modified`]);
  }
  for (const [name, [value]] of meta.values) {
    const trait = META.find(([pattern]) => pattern.test(name))?.[1];
    if (trait !== undefined) offer(value, `meta ${name}`, [trait]);
  }
  const dated = addressDate(page.address);
  if (dated !== null) found.push({ value: dated, from: 'address', traits: ['address date'] });
  const pictured = addressDate(metaValue(meta, 'og:image', 'twitter:image'));
  if (pictured !== null) found.push({ value: pictured, from: 'picture address', traits: ['picture date'] });
  found.push(...shownDates(evidence, title, reading));
  return found;
}

const MONTH_FIRST_HOSTS = /\.(?:com|org|net|edu|gov|mil|us)$/;

/** Only US English writes the month in front. */
function isDayFirst(lang: string, address: string): boolean {
  if (/^en-us/i.test(lang)) return false;
  if (lang !== '' && !/^en/i.test(lang)) return true;
  if (/^en-/i.test(lang)) return true;
  return !MONTH_FIRST_HOSTS.test(URL.canParse(address) ? new URL(address).hostname : '');
}
