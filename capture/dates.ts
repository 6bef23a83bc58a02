/** When the page was published and last changed. */
import { addressDate } from './address-date.ts';
import { anyDate, type DateReading, dayOf } from './date-text.ts';
import type { Evidence } from './evidence.ts';
import { isArticle } from './json-ld.ts';
import { metaValue } from './meta.ts';
import { shownDates } from './shown-dates.ts';
import type { Title } from './title.ts';
import { type Candidate, type Group, weigh } from './weigh.ts';
import { MODIFIED, PUBLISHED } from './weights.ts';

/** Meta names that hold a date, and the trait each of them gives. */
const META: Readonly<Record<string, string>> = {
  'article:published_time': 'meta published',
  'og:article:published_time': 'meta published',
  'og:published_time': 'meta published',
  'article:published': 'meta published',
  datepublished: 'meta published',
  'parsely-pub-date': 'meta analytics date',
  'sailthru.date': 'meta analytics date',
  'cxenseparse:recs:publishtime': 'meta analytics date',
  'article.published': 'meta analytics date',
  'bt:pubdate': 'meta analytics date',
  'rnews:datepublished': 'meta analytics date',
  'dc.date.issued': 'meta issued',
  'dcterms.issued': 'meta issued',
  'dc.date': 'meta date',
  'dcterms.date': 'meta date',
  'dcterms.created': 'meta created',
  'dc.date.created': 'meta created',
  created: 'meta created',
  datecreated: 'meta created',
  date: 'meta date',
  pubdate: 'meta pubdate',
  pub_date: 'meta pubdate',
  publishdate: 'meta pubdate',
  'publish-date': 'meta pubdate',
  publish_date: 'meta pubdate',
  publication_date: 'meta pubdate',
  'publication-date': 'meta pubdate',
  'published-date': 'meta pubdate',
  'last-published': 'meta pubdate',
  originalpublicationdate: 'meta pubdate',
  citation_publication_date: 'meta citation date',
  citation_online_date: 'meta citation date',
  citation_date: 'meta citation date',
  'article:modified_time': 'meta modified',
  'og:article:modified_time': 'meta modified',
  'og:updated_time': 'meta updated',
  'article:updated_time': 'meta updated',
  datemodified: 'meta modified',
  'dcterms.modified': 'meta last modified',
  'dc.date.modified': 'meta last modified',
  'last-modified': 'meta last modified',
  lastmod: 'meta last modified',
  lastmodified: 'meta last modified',
  last_updated: 'meta last modified',
  revised: 'meta last modified',
};
const CHANGED = /modified|updated|revised|changed/;

export type Found = { value: string; from: string } | null;
export type Dates = { published: Found; modified: Found };

export function readDates(evidence: Evidence, title: Title, lang: string): Dates {
  const candidates = dateCandidates(evidence, title, lang);
  const published = weighDates(candidates);
  const modified = weigh(
    candidates.filter(({ traits }) => CHANGED.test(traits[0] ?? '')),
    MODIFIED,
    dayOf,
  );
  // A page that only says when it was changed was at least there on that day.
  return { published: exact(published[0], candidates), modified: exact(modified[0], candidates) };
}

/** All days on which the page may have been published, likeliest first. */
export function weighDates(candidates: readonly Candidate[]): Group[] {
  const groups = weigh(candidates, PUBLISHED, dayOf);
  const days = groups.map(({ value }) => dayOf(value)).sort();
  return groups
    .map((group) => {
      const day = dayOf(group.value);
      const traits = [...group.traits];
      if (days.length > 1) {
        if (day === days[0]) traits.push('oldest');
        if (day === days.at(-1)) traits.push('newest');
      }
      return { ...group, traits, support: traits.reduce((sum, trait) => sum + (PUBLISHED[trait] ?? 0), 0) };
    })
    .sort((a, b) => b.support - a.support);
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
  const reading: DateReading = { lang, dayFirst: isDayFirst(lang, page.address) };
  const found: Candidate[] = [];
  const offer = (text: string | undefined, from: string, traits: string[]): void => {
    const value = text === undefined || text === '' ? null : anyDate(text, reading);
    if (value !== null) found.push({ value, from, traits });
  };
  let articles = 0;
  for (const thing of things.slice(0, 30)) {
    if (thing.published === '' && thing.modified === '') continue;
    const kind = isArticle(thing)
      ? articles === 0
        ? 'article'
        : 'another article'
      : thing.types.some((type) => /page/i.test(type))
        ? 'page'
        : 'thing';
    if (isArticle(thing)) articles += 1;
    offer(thing.published, 'json-ld datePublished', [`ld ${kind} published`]);
    offer(thing.modified, 'json-ld dateModified', [`ld ${kind} modified`]);
  }
  for (const [name, values] of meta.values) {
    const trait = META[name];
    if (trait !== undefined) offer(values[0], `meta ${name}`, [trait]);
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
