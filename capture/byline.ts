/** Who wrote the page: linked data, meta tags, microdata, and lines near the title. */
import type { Evidence } from './evidence.ts';
import { isArticle } from './json-ld.ts';
import { namesIn, startsWithLabel } from './names.ts';
import { around, blockOf, type PageNode, textIn } from './page.ts';
import { isSiteName } from './site-name.ts';
import type { Title } from './title.ts';
import { type Candidate, sameWords, strongest, weigh } from './weigh.ts';

/** Candidates hold several names, divided by this. */
const AND = '\n';
const MAX_LINE = 160;
const MAX_CANDIDATES = 60;
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
const ELSEWHERE =
  /\b(?:comments?|commentlist|kommentare?|related|sidebar|teasers?|footer|widget|most-read|recommend\w*)\b/;

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
  const anchor = title.node === null ? 0 : (page.nodes[title.node]?.firstRun ?? 0);
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
    const away = node.firstRun - anchor;
    const near = away >= 0 ? 1 / (1 + away / 40) : 0.5 / (1 - away / 20);
    const inside = [...around(page, index)].slice(1, 8);
    const elsewhere = inside.some(({ hints }) => ELSEWHERE.test(hints)) || ELSEWHERE.test(node.hints);
    const weight = (reason.weight + near) * (elsewhere ? 0.25 : 1) * (regions.removed(index) ? 0.7 : 1);
    const names = peopleIn(page, index) ?? namesIn(text);
    found.push(...candidate(names, reason.from, weight));
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
function peopleIn(page: Evidence['page'], index: number): string[] | null {
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
function labelled(page: Evidence['page'], anchor: number): Candidate[] {
  const found: Candidate[] = [];
  const from = Math.max(0, anchor - 20);
  for (let at = from; at < Math.min(page.runs.length, anchor + 80); at += 1) {
    const run = page.runs[at];
    if (run === undefined || run.text.trim() === '') continue;
    const block = blockOf(page, run.node);
    if (page.nodes[block]?.firstRun !== at) continue;
    const line = textIn(page, block, MAX_LINE + 1);
    if (line.length > MAX_LINE || !startsWithLabel(line)) continue;
    found.push(...candidate(namesIn(line), 'label', 1.2 + 0.6 / (1 + Math.abs(at - anchor) / 20)));
  }
  return found;
}
