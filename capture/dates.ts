/** When the page was published and last changed. */
import { type DateReading, machineDate, readableDate } from './date-text.ts';
import type { Evidence } from './evidence.ts';
import { isArticle } from './json-ld.ts';
import { around, blockOf, type Page, textIn } from './page.ts';
import type { Title } from './title.ts';
import { type Candidate, strongest, weigh } from './weigh.ts';

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
const ELSEWHERE =
  /\b(?:comments?|commentlist|kommentare?|related|sidebar|teasers?|footer|widget|most-read|recommend\w*|events?|calendar|ticker|latest|aktuell)\b/;
const CHANGED =
  /updated?|modified|changed|aktualisiert|geändert|bearbeitet|überarbeitet|update:|stand\b|mise à jour|actualizado|aggiornato|last\s+edit/i;
const FIRST = /publish|posted|veröffentlicht|erstellt|publié|publicado|pubblicato|created|vom\b|datum|erschienen/i;

const MAX_CANDIDATES = 200;
const MAX_LINE = 160;
/** In runs of text around the title. */
const LINES_ABOVE = 25;
const LINES_BELOW = 60;
const LINES_AT_END = 80;

export type Dates = { published: string | null; modified: string | null };

export function readDates(evidence: Evidence, title: Title, lang: string): Dates {
  const reading: DateReading = { lang, dayFirst: isDayFirst(lang, evidence.page.address) };
  const shown = shownCandidates(evidence, title, reading);
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
  const exact = candidates.filter(({ value }) => value.slice(0, 10) === day.value.slice(0, 10));
  return exact.sort((a, b) => b.value.length - a.value.length)[0]?.value ?? null;
}

const dayOf = (value: string): string => value.slice(0, 10);

const parse = (text: string, reading: DateReading): string | null => machineDate(text) ?? readableDate(text, reading);

function statedCandidates(
  { meta, things }: Evidence,
  field: 'published' | 'modified',
  reading: DateReading,
): Candidate[] {
  const found: Candidate[] = [];
  const offer = (text: string | undefined, from: string, weight: number): void => {
    const value = text === undefined ? null : parse(text, reading);
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

function shownCandidates(
  { page, regions, marks }: Evidence,
  title: Title,
  reading: DateReading,
): Record<keyof Dates, Candidate[]> {
  const anchor = title.node === null ? 0 : (page.nodes[title.node]?.firstRun ?? 0);
  const found: Record<keyof Dates, Candidate[]> = { published: [], modified: [] };
  for (const index of marks.dates) {
    const node = page.nodes[index];
    if (node === undefined || found.published.length + found.modified.length >= MAX_CANDIDATES) break;
    const itemprop = node.attributes.itemprop ?? '';
    const stated = /datepublished|datecreated|datemodified/i.test(itemprop)
      ? (node.attributes.content ?? node.attributes.datetime)
      : node.attributes.datetime;
    const text = textIn(page, index, 200);
    if (stated === undefined && (text === '' || text.length > 160)) continue;
    const value = parse(stated ?? '', reading) ?? readableDate(text, reading) ?? machineDate(text);
    if (value === null) continue;
    const line = textIn(page, blockOf(page, index), 200);
    const changed =
      /modified/i.test(itemprop) ||
      (CHANGED.test(`${node.hints} ${line}`) && !FIRST.test(`${itemprop} ${node.hints} ${line}`));
    let weight = /published|created/i.test(itemprop) ? 2 : node.tag === 'time' ? 1 : 0.9;
    if (node.attributes.pubdate !== undefined || /publish|posted|entry-date/.test(node.hints)) weight += 0.4;
    weight += nearness(node.firstRun - anchor) * (title.node === null ? 0.3 : 1);
    if ([...around(page, index)].slice(0, 8).some(({ hints, tag }) => ELSEWHERE.test(hints) || tag === 'footer'))
      weight *= 0.35;
    if (regions.removed(index)) weight *= 0.8;
    found[changed ? 'modified' : 'published'].push({ value, from: `${node.tag} ${node.hints}`, weight });
  }
  const lines = unmarked(page, anchor, reading);
  return {
    published: strongest([...found.published, ...lines.published], dayOf),
    modified: strongest([...found.modified, ...lines.modified], dayOf),
  };
}

/** 1 at the title, falling with the runs of text in between; what stands above it counts less. */
const nearness = (runs: number): number => (runs >= 0 ? 1 / (1 + runs / 30) : 0.7 / (1 - runs / 10));

/** Dates in short lines with nothing that marks them: around the title, and at the end what was changed when. */
function unmarked(page: Page, anchor: number, reading: DateReading): Record<keyof Dates, Candidate[]> {
  const found: Record<keyof Dates, Candidate[]> = { published: [], modified: [] };
  let last = -1;
  const read = (at: number): void => {
    const block = blockOf(page, page.runs[at]?.node ?? -1);
    if (block === last || block === -1) return;
    last = block;
    const line = textIn(page, block, MAX_LINE + 1);
    const value = line.length > MAX_LINE ? null : readableDate(line, reading);
    if (value === null) return;
    const changed = CHANGED.test(line);
    if (!changed && at > anchor + LINES_BELOW) return;
    const weight = 0.5 + 0.8 * nearness(at - anchor) + (FIRST.test(line) ? 0.4 : 0);
    found[changed ? 'modified' : 'published'].push({ value, from: 'line', weight });
  };
  for (let at = Math.max(0, anchor - LINES_ABOVE); at < Math.min(page.runs.length, anchor + LINES_BELOW); at += 1)
    read(at);
  for (let at = Math.max(anchor + LINES_BELOW, page.runs.length - LINES_AT_END); at < page.runs.length; at += 1)
    read(at);
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
