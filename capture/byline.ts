/** Who wrote the page: linked data, meta tags, microdata, and lines near the title. */
import type { Evidence } from './evidence.ts';
import { isArticle } from './json-ld.ts';
import { namesIn, startsWithLabel } from './names.ts';
import { isElsewhere, nearness, titleRun } from './near-title.ts';
import { blockOf, type Page, type PageNode, textIn } from './page.ts';
import { isSiteName } from './site-name.ts';
import type { Title } from './title.ts';
import { type Candidate, sameWords, strongest, weigh } from './weigh.ts';

/** Candidates hold several names, divided by this. */
const AND = '\n';
const MAX_LINE = 160;
const MAX_CANDIDATES = 60;
/** How far from the title a line without any mark is read, in runs of text. */
const RUNS_ABOVE = 20;
const RUNS_BELOW = 80;
const META = [
  'author',
  'parsely-author',
  'sailthru.author',
  'dc.creator',
  'dcterms.creator',
  'byl',
  'citation_author',
  'cxenseparse:author',
  'article:author',
  'og:article:author',
  'twitter:data1',
];
const PERSON_HINT = /\b(?:fn|author-name|byline-name)\b/;

/** The names of the writers in the page's order; the site's own name counts only if nothing better is there. */
export function readByline(evidence: Evidence, title: Title, names: readonly string[]): string[] {
  const candidates = [...linkedCandidates(evidence), ...metaCandidates(evidence), ...shownCandidates(evidence, title)];
  const people = candidates.map((candidate) => {
    const isSite = candidate.value.split(AND).every((name) => isSiteName(name, names, evidence.page.address));
    return isSite ? { ...candidate, weight: candidate.weight * 0.3 } : candidate;
  });
  const key = (value: string): string => sameWords(value).split(' ').sort().join(' ');
  return weigh(people, key)[0]?.value.split(AND) ?? [];
}

const candidate = (names: readonly string[], from: string, weight: number): Candidate[] =>
  names.length === 0 ? [] : [{ value: [...new Set(names)].slice(0, 10).join(AND), from, weight }];

function linkedCandidates({ things }: Evidence): Candidate[] {
  const thing =
    things.find((one) => isArticle(one) && one.authors.length > 0) ?? things.find((one) => one.authors.length > 0);
  if (thing === undefined) return [];
  return candidate(thing.authors.flatMap(namesIn), 'json-ld author', 3);
}

function metaCandidates({ meta }: Evidence): Candidate[] {
  return META.flatMap((name) => {
    const values = (meta.values.get(name) ?? []).filter((value) => !/^https?:/i.test(value));
    if (name === 'twitter:data1' && !/by|von|author/i.test(meta.values.get('twitter:label1')?.[0] ?? '')) return [];
    return candidate(values.flatMap(namesIn), `meta ${name}`, name === 'author' ? 2.2 : 2);
  });
}

function shownCandidates({ page, regions, marks }: Evidence, title: Title): Candidate[] {
  const anchor = titleRun(page, title);
  const found: Candidate[] = [];
  const seen = new Set<number>();
  for (const index of marks.authors) {
    const node = page.nodes[index];
    if (node === undefined || seen.has(node.parent)) continue;
    if (found.length >= MAX_CANDIDATES) break;
    const reason = reasonOf(node);
    const text = textIn(page, index, MAX_LINE + 1) || node.attributes.content || '';
    if (text === '' || text.length > MAX_LINE) continue;
    seen.add(index);
    const trust = (isElsewhere(page, index) ? 0.25 : 1) * (regions.removed(index) ? 0.7 : 1);
    const weight = (reason.weight + nearness(node.firstRun - anchor)) * trust;
    found.push(...candidate(peopleIn(page, index) ?? namesIn(text), reason.from, weight));
  }
  found.push(...labelled(page, anchor));
  return strongest(found);
}

function reasonOf({ hints, attributes }: PageNode): { from: string; weight: number } {
  if (attributes.itemprop?.split(' ').includes('author') === true) return { from: 'itemprop author', weight: 1.6 };
  if (attributes.rel?.split(' ').includes('author') === true) return { from: 'rel author', weight: 1.4 };
  return { from: `class ${hints}`, weight: 1 };
}

/** The linked or marked names inside a longer byline: "By <a rel=author>…</a>, senior correspondent". */
function peopleIn(page: Page, index: number): string[] | null {
  const end = page.nodes[index]?.end ?? 0;
  const people: string[] = [];
  for (let inner = index + 1; inner < end && inner < index + 60; inner += 1) {
    const node = page.nodes[inner];
    if (node === undefined) break;
    const { rel, itemprop } = node.attributes;
    const marked = rel?.split(' ').includes('author') || itemprop === 'name' || PERSON_HINT.test(node.hints);
    if (marked) people.push(...namesIn(textIn(page, inner, MAX_LINE)));
  }
  return people.length > 0 ? people : null;
}

/** "Von Anna Beispiel" near the title, with nothing around it that says so. */
function labelled(page: Page, anchor: number): Candidate[] {
  const found: Candidate[] = [];
  const last = Math.min(page.runs.length, anchor + RUNS_BELOW);
  for (let at = Math.max(0, anchor - RUNS_ABOVE); at < last; at += 1) {
    const run = page.runs[at];
    if (run === undefined || run.text.trim() === '') continue;
    const block = blockOf(page, run.node);
    if (page.nodes[block]?.firstRun !== at) continue;
    const line = textIn(page, block, MAX_LINE + 1);
    if (line.length > MAX_LINE || !startsWithLabel(line)) continue;
    found.push(...candidate(namesIn(line), 'label', 1.2 + 0.6 * nearness(Math.abs(at - anchor))));
  }
  return found;
}
