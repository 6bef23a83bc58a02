/** Names that the page shows to its readers as those of its writers. */
import type { NameList } from './byline.ts';
import type { Evidence } from './evidence.ts';
import type { MainText } from './main-text.ts';
import { looksLikePerson, namesIn, saysWho, startsWithLabel } from './names.ts';
import { isElsewhere, titleRun } from './near-title.ts';
import { blockOf, type Page, type PageNode, textIn } from './page.ts';
import type { Title } from './title.ts';

const MAX_LINE = 160;
const MAX_CANDIDATES = 60;
/** How far from the title a line without any mark is read, in runs of text. */
const RUNS_ABOVE = 20;
const RUNS_BELOW = 80;
const PERSON_HINT = /\b(?:fn|author-name|byline-name|username)\b/;

export function shownNames(evidence: Evidence, title: Title, main: MainText): NameList[] {
  return [...markedNames(evidence, title, main), ...lineNames(evidence, title, main)];
}

/** Names in elements that are named or marked as the writer's. */
function markedNames(evidence: Evidence, title: Title, main: MainText): NameList[] {
  const { page, marks, regions } = evidence;
  const anchor = titleRun(page, title);
  const found: NameList[] = [];
  const seen = new Set<number>();
  let before: { names: string[]; hints: string; run: number; parent: number } | undefined;
  const alike = new Map<string, number>();
  const seenAlike = new Map<string, number>();
  for (const index of marks.authors) count(alike, page.nodes[index]?.hints ?? '');
  let proper = 0;
  for (const index of marks.authors) {
    const node = page.nodes[index];
    if (node === undefined || seen.has(node.parent)) continue;
    if (found.length >= MAX_CANDIDATES) break;
    const text = textIn(page, index, MAX_LINE + 1) || node.attributes.content || '';
    if (text === '' || text.length > MAX_LINE) continue;
    seen.add(index);
    const { kind, from } = reasonOf(node);
    const place = placeOf(page, node, anchor, main);
    const traits = [`shown ${kind}`, place];
    const elsewhere = isElsewhere(page, index);
    const removed = regions.removed(index);
    if (elsewhere) traits.push('shown elsewhere');
    if (removed) traits.push('shown in furniture');
    if (startsWithLabel(text)) traits.push('marked label');
    const people = peopleIn(page, index);
    const names = people ?? namesIn(text);
    if (names.length === 0) continue;
    if (people !== null) traits.push('inner name');
    if (!elsewhere && !removed) {
      traits.push(proper === 0 ? 'marked first' : 'marked later');
      proper += 1;
    }
    const rank = count(seenAlike, node.hints);
    if ((alike.get(node.hints) ?? 0) > 4) traits.push(rank === 1 ? 'first of many' : 'later of many');
    found.push({ names, from, traits });
    // Writers who stand one after the other wrote it together.
    const together =
      before !== undefined &&
      before.hints === node.hints &&
      (node.firstRun - before.run < 12 || before.parent === node.parent)
        ? before.names
        : [];
    if (together.length > 0 && !names.some((name) => together.includes(name)))
      found.push({ names: [...together, ...names], from, traits: [...traits, 'shown together'] });
    before = {
      names: [...new Set([...together, ...names])],
      hints: node.hints,
      run: node.firstRun,
      parent: node.parent,
    };
  }
  return found;
}

function count(counts: Map<string, number>, key: string): number {
  const number = (counts.get(key) ?? 0) + 1;
  counts.set(key, number);
  return number;
}

function reasonOf({ hints, attributes, tag }: PageNode): { from: string; kind: string } {
  if (attributes.itemprop?.split(' ').includes('author') === true) return { from: 'itemprop author', kind: 'itemprop' };
  if (attributes.rel?.split(' ').includes('author') === true) return { from: 'rel author', kind: 'rel' };
  if (/\bby-?lines?\b/.test(hints)) return { from: 'class byline', kind: 'byline' };
  if (/\b(?:bio|box|avatar|image|img|photo|social|title|desc(?:ription)?|info|meta|links?)\b/.test(hints))
    return { from: 'class author', kind: 'author part' };
  if (/\b(?:author|autor)-?(?:name)?\b/.test(hints)) return { from: 'class author', kind: 'author' };
  if (tag === 'a' && attributes.href !== undefined && hints === '') return { from: 'author link', kind: 'link' };
  return { from: 'class writer', kind: 'writer' };
}

/** Where it stands as seen from the title and the text. */
function placeOf(page: Page, node: Pick<PageNode, 'firstRun'>, anchor: number, main: MainText): string {
  const run = node.firstRun;
  const text = page.nodes[main.node];
  const off = run - anchor;
  if (off < -40) return 'place far above';
  if (off < 0) return 'place above';
  if (off < 8) return 'place at title';
  if (off < 30) return 'place near';
  if (text !== undefined && run >= text.firstRun && run < text.endRun - 12)
    return off < 80 ? 'place in text' : 'place deep in text';
  if (text !== undefined && run >= text.endRun - 12 && run < text.endRun + 12) return 'place at end';
  return off < 80 ? 'place below' : 'place far below';
}

/** The linked or marked names inside a longer byline: "By <a rel=author>…</a>, senior correspondent". */
function peopleIn(page: Page, index: number): string[] | null {
  const end = page.nodes[index]?.end ?? 0;
  const people: string[] = [];
  for (let inner = index + 1; inner < end && inner < index + 60; inner += 1) {
    const node = page.nodes[inner];
    if (node === undefined) break;
    const { rel, itemprop, href } = node.attributes;
    const marked = rel?.split(' ').includes('author') || itemprop === 'name' || PERSON_HINT.test(node.hints);
    if (marked || (href !== undefined && isPersonLink(href, textIn(page, inner, 60))))
      people.push(...namesIn(textIn(page, inner, MAX_LINE)));
  }
  return people.length > 0 ? people : null;
}

/** True for a link whose address says the last name of its text: "/staff/anna-example". */
function isPersonLink(href: string, text: string): boolean {
  if (!looksLikePerson(text)) return false;
  const last =
    text
      .split(' ')
      .at(-1)
      ?.normalize('NFD')
      .replace(/\P{ASCII}/gu, '')
      .toLowerCase() ?? '';
  return last.length > 2 && href.slice(0, 300).toLowerCase().includes(last);
}

/** Lines that say who wrote, or hold no more than a name and a date, with nothing around them that says so. */
function lineNames({ page, regions }: Evidence, title: Title, main: MainText): NameList[] {
  const anchor = titleRun(page, title);
  const found: NameList[] = [];
  let last = -1;
  let afterLabel = false;
  for (let at = 0; at < page.runs.length && found.length < MAX_CANDIDATES; at += 1) {
    const run = page.runs[at];
    if (run === undefined || run.text.trim() === '') continue;
    const block = blockOf(page, run.node);
    if (block === last) continue;
    last = block;
    const node = page.nodes[block];
    if (node === undefined || node.endRun - node.firstRun > 14) continue;
    const line = textIn(page, block, MAX_LINE + 1);
    if (line.length > MAX_LINE || line.length < 2) continue;
    const place = placeOf(page, node, anchor, main);
    const isEnd = place === 'place at end';
    const isNear = at >= anchor - RUNS_ABOVE && at < anchor + RUNS_BELOW;
    const reading = kindOfLine(line, isNear || isEnd, afterLabel, place === 'place at title');
    afterLabel = isBareLabel(line);
    if (reading === null) continue;
    const names = reading.names ?? peopleIn(page, block) ?? namesIn(line);
    const traits = [reading.kind, place];
    if (regions.removed(block)) traits.push('line in furniture');
    if (isElsewhere(page, block)) traits.push('line elsewhere');
    found.push({ names, from: 'line', traits });
  }
  return found;
}

/** "Written by" on a line of its own: the name is on the next one. */
const isBareLabel = (line: string): boolean =>
  line.length < 20 &&
  /^(?:written by|posted by|by|von|text|autor(?:in|en)?|authors?|verfasst von|geschrieben von|par|por)\s?:?$/i.test(
    line,
  );

/** In what way a line names its writers, and their names where they are not simply all of it; null if it does not. */
function kindOfLine(
  line: string,
  isAround: boolean,
  afterLabel: boolean,
  isAtTitle: boolean,
): { kind: string; names?: string[] } | null {
  if (afterLabel) return { kind: 'line after label' };
  const said = saysWho(line);
  if (!isAround && !said) return null;
  if (startsWithLabel(line)) return { kind: said ? 'line says who' : 'line with label' };
  if (looksLikePerson(line)) return { kind: 'line is a name', names: [line] };
  if (line.length > 100 || !/\d/.test(line)) return null;
  if (/(?:^|\s)(?:by|von|par|por|redaktion:|autor(?:in)?:|author:)\s/i.test(line))
    return { kind: 'line with inner label' };
  const bare = namesIn(withoutDates(line));
  if (bare.length > 0 && bare.every(looksLikePerson)) return { kind: 'line with date', names: bare };
  if (isAtTitle && bare.length === 1 && /^\p{Lu}\p{L}+$/u.test(bare[0] ?? ''))
    return { kind: 'line with word and date', names: bare };
  return null;
}

const withoutDates = (line: string): string =>
  line
    .replace(/\d{1,2}[.:/-]\s?\d{1,2}(?:[.:/-]\s?\d{2,4})?(?:\s*(?:Uhr|h|am|pm))?/gi, ' | ')
    .replace(/\d{1,2}\.?\s+\p{L}{3,10}\.?,?\s+\d{4}|\p{L}{3,10}\.?\s+\d{1,2},?\s+\d{4}/gu, ' | ')
    .replace(/^[\s|,-]+/, '');
