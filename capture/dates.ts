/** When the page was published and last changed. */
import { anyDate, type DateReading, dayOf, machineDate } from './date-text.ts';
import type { Evidence } from './evidence.ts';
import { isArticle } from './json-ld.ts';
import { shownDates } from './shown-dates.ts';
import type { Title } from './title.ts';
import { type Candidate, weigh } from './weigh.ts';

const PUBLISHED = [
  'article:published_time',
  'og:article:published_time',
  'og:published_time',
  'datepublished',
  'parsely-pub-date',
  'sailthru.date',
  'dc.date.issued',
  'dcterms.date',
  'dcterms.created',
  'dc.date',
  'dc.date.created',
  'date',
  'pubdate',
  'publishdate',
  'publish-date',
  'publication_date',
  'citation_publication_date',
  'article.published',
  'cxenseparse:recs:publishtime',
  'last-published',
  'created',
  'datecreated',
  'article:published',
  'dcterms.issued',
  'rnews:datepublished',
  'bt:pubdate',
];
const MODIFIED = [
  'article:modified_time',
  'og:updated_time',
  'datemodified',
  'dcterms.modified',
  'dc.date.modified',
  'last-modified',
  'lastmod',
  'revised',
  'article:updated_time',
];

export type Dates = { published: string | null; modified: string | null };

/** How dates are written on a page in this language at this address. */
export const dateReading = (lang: string, address: string): DateReading => ({
  lang,
  dayFirst: isDayFirst(lang, address),
});

export function readDates(evidence: Evidence, title: Title, lang: string): Dates {
  const reading = dateReading(lang, evidence.page.address);
  const shown = shownDates(evidence, title, reading);
  const published = [
    ...statedCandidates(evidence, 'published', reading),
    ...addressCandidates(evidence),
    ...shown.published,
  ];
  const modified = [...statedCandidates(evidence, 'modified', reading), ...shown.modified];
  const last = best(modified);
  // A page that only says when it was changed was at least there on that day.
  return { published: best(published) ?? last, modified: last };
}

/** The heaviest day, in the most exact spelling of it. */
function best(candidates: readonly Candidate[]): string | null {
  const day = weigh(candidates, dayOf)[0];
  if (day === undefined) return null;
  const exact = candidates.filter(({ value }) => dayOf(value) === dayOf(day.value));
  return exact.sort((a, b) => b.value.length - a.value.length)[0]?.value ?? null;
}

function statedCandidates(
  { meta, things }: Evidence,
  field: 'published' | 'modified',
  reading: DateReading,
): Candidate[] {
  const found: Candidate[] = [];
  const offer = (text: string | undefined, from: string, weight: number): void => {
    const value = text === undefined ? null : anyDate(text, reading);
    if (value !== null) found.push({ value, from, weight });
  };
  const thing = things.find((one) => isArticle(one) && one[field] !== '') ?? things.find((one) => one[field] !== '');
  if (thing !== undefined) offer(thing[field], `json-ld ${field}`, isArticle(thing) ? 3 : 1.8);
  for (const [rank, name] of (field === 'published' ? PUBLISHED : MODIFIED).entries()) {
    offer(meta.values.get(name)?.[0], `meta ${name}`, rank === 0 ? 2.8 : 1.6);
  }
  return found;
}

/** `/2026/11/22/…` or `/2026-11-22-…`, which only exists for publishing dates. */
function addressCandidates({ page }: Evidence): Candidate[] {
  const path = URL.canParse(page.address) ? new URL(page.address).pathname : '';
  const match =
    /(?<!\d)(20\d{2}|19\d{2})[/_-](\d{1,2})[/_-](\d{1,2})(?!\d)/.exec(path) ??
    /\/(20\d{2})(\d{2})(\d{2})(?!\d)/.exec(path);
  const value = match === null ? null : machineDate(`${match[1]}-${match[2]}-${match[3]}`);
  return value === null ? [] : [{ value, from: 'address', weight: 2 }];
}

const MONTH_FIRST_HOSTS = /\.(?:com|org|net|edu|gov|mil|us)$/;

/** Only US English writes the month in front. */
function isDayFirst(lang: string, address: string): boolean {
  if (/^en-us/i.test(lang)) return false;
  if (lang !== '' && !/^en/i.test(lang)) return true;
  if (/^en-/i.test(lang)) return true;
  return !MONTH_FIRST_HOSTS.test(URL.canParse(address) ? new URL(address).hostname : '');
}
