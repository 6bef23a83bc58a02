/** Names that the page shows to its readers as those of its writers. */
import type { NameList } from './byline.ts';
import { LINES_PER_STEP, NODES_PER_STEP } from './capture-limits.ts';
import type { Evidence } from './evidence.ts';
import { BYLINE_NAME, PERSON } from './hints.ts';
import { hasDigit, hasWord, isDigit } from './letters.ts';
import type { MainText } from './main-text.ts';
import { looksLikePerson, namesIn, saysWho, startsWithLabel } from './names.ts';
import { isElsewhere, titleRun } from './near-title.ts';
import { blockOf, type Page, type PageNode, textIn } from './page.ts';
import type { Title } from './title.ts';
import { sameWords } from './weigh.ts';

const MAX_LINE = 160;
const MAX_CANDIDATES = 60;
/** How far from the title a line without any mark is read, in runs of text. */
const RUNS_ABOVE = 20;
const RUNS_BELOW = 80;
/** The same where linked data names the writer: what stands elsewhere hardly ever changes them. */
const NEAR_ABOVE = 20;
const NEAR_BELOW = 30;
/** Lines within blocks that are read; a log has many more, and nobody signs in its midst. */
const MAX_BROKEN_LINES = 2_000;

/** @param isStated true if linked data names the writers: lines far from the title are not looked at then */
export function* shownNames(
  evidence: Evidence,
  title: Title,
  main: MainText,
  isStated: boolean,
): Generator<void, NameList[]> {
  const marked = yield* markedNames(evidence, title, main);
  yield;
  const known = new Set(marked.flatMap(({ names }) => names));
  // A name on a line of its own is a weak sign, and says nothing more of one that is marked.
  const lines = (yield* lineNames(evidence, title, main, isStated)).filter(
    ({ names, traits }) => traits[0] !== 'line is a name' || !names.some((name) => known.has(name)),
  );
  return [...marked, ...lines];
}

/** Names in elements that are named or marked as the writer's. */
function* markedNames(
  { page, marks, regions, discussion }: Evidence,
  title: Title,
  main: MainText,
): Generator<void, NameList[]> {
  const anchor = anchorOf(page, title, main);
  const frame = frameOf(page, main);
  const found: NameList[] = [];
  const seen = new Set<number>();
  let isFirst = true;
  let opens = discussion;
  let before: { names: string[]; node: PageNode } | undefined;
  for (const [at, index] of marks.authors.entries()) {
    if (at % LINES_PER_STEP === LINES_PER_STEP - 1) yield;
    const node = page.nodes[index];
    if (node === undefined || seen.has(node.parent) || index < frame.start || index >= frame.end) continue;
    if (found.length >= MAX_CANDIDATES) break;
    const text = textIn(page, index, MAX_LINE + 1) || node.attributes.content || '';
    if (text === '' || text.length > MAX_LINE) continue;
    seen.add(index);
    const names = peopleIn(page, index) ?? (discussion ? markedIn(page, marks.authors, at) : null) ?? namesIn(text);
    if (names.length === 0) continue;
    const from = reasonOf(node);
    const place = placeOf(page, node, anchor, main);
    const traits = [`shown ${from}`, place];
    if (regions.removed(index)) traits.push('shown aside');
    else if (isFirst && place !== 'far above' && !isElsewhere(page, index)) {
      traits.push('shown first');
      isFirst = false;
    }
    // Answers follow; what is named above was edited or is a reader's.
    if (opens && from === 'itemprop author' && !regions.removed(index)) {
      traits.push('opens discussion');
      opens = false;
    }
    found.push({ names, from, traits });
    // Writers who stand one after the other wrote it together.
    const isNext =
      before?.node.hints === node.hints &&
      (node.firstRun - before.node.firstRun < 12 || before.node.parent === node.parent);
    const all = isNext ? [...new Set([...(before?.names ?? []), ...names])] : names;
    if (all.length > names.length) found.push({ names: all, from, traits });
    before = { names: all, node };
  }
  return found;
}

/** Where the page begins to speak of its subject: at its title, or at its text if the title is not shown. */
const anchorOf = (page: Page, title: Title, main: MainText): number =>
  title.node === null ? (page.nodes[main.node]?.firstRun ?? 0) : titleRun(page, title);

/** The document that the text is in: who is named around a frame did not write what is in it. */
function frameOf(page: Page, main: MainText): { start: number; end: number } {
  for (let at = main.node; at > 0; at = page.nodes[at]?.parent ?? -1) {
    const { tag, end } = page.nodes[at] ?? NOWHERE;
    if (tag === 'iframe' || tag === 'frame') return { start: at, end };
  }
  return { start: 0, end: page.nodes.length };
}

const NOWHERE: Pick<PageNode, 'tag' | 'end'> = { tag: '', end: 0 };

/** By what an element is known to name a writer. */
function reasonOf({ hints, attributes: { itemprop = '', rel = '', href } }: PageNode): string {
  if (hasWord(itemprop, 'author')) return 'itemprop author';
  if (hasWord(rel, 'author')) return 'rel author';
  if (BYLINE_NAME.test(hints)) return 'class byline';
  return hints === '' && href !== undefined ? 'author link' : 'class author';
}

/** Where it stands as seen from the title and the text. */
function placeOf(page: Page, { firstRun: run }: Pick<PageNode, 'firstRun'>, anchor: number, main: MainText): string {
  const text = page.nodes[main.node];
  const off = run - anchor;
  if (off < 0) return off < -40 ? 'far above' : 'above';
  if (off < 30) return off < 8 ? 'at title' : 'near';
  const end = text?.endRun ?? 0;
  if (Math.abs(run - end) <= 12) return 'at end';
  if (run < end && run >= (text?.firstRun ?? 0)) return 'in text';
  return off < 80 ? 'below' : 'far below';
}

/** The first name of a writer that is marked inside a part that is marked as the writer's: badges and counts stand beside it. */
function markedIn(page: Page, authors: readonly number[], at: number): string[] | null {
  const end = page.nodes[authors[at] ?? -1]?.end ?? 0;
  for (let inner = at + 1; inner < at + 5 && (authors[inner] ?? end) < end; inner += 1) {
    const names = namesIn(textIn(page, authors[inner] ?? -1, MAX_LINE));
    if (names.length > 0) return names;
  }
  return null;
}

/** The linked or marked names inside a longer byline: "By <a rel=author>…</a>, senior correspondent". */
function peopleIn(page: Page, index: number): string[] | null {
  const end = page.nodes[index]?.end ?? 0;
  const people: string[] = [];
  for (let inner = index + 1; inner < end && inner < index + 60; inner += 1) {
    const node = page.nodes[inner];
    if (node === undefined) break;
    const { rel, itemprop, href } = node.attributes;
    const marked = rel?.split(' ').includes('author') || itemprop === 'name' || PERSON.test(node.hints);
    if (marked || (href !== undefined && isPersonLink(href, textIn(page, inner, 60))))
      people.push(...namesIn(textIn(page, inner, MAX_LINE)));
  }
  if (people.length === 0) return null;
  // Some of the writers have a page of their own, others have none.
  const all = namesIn(textIn(page, index, MAX_LINE));
  return all.length > people.length && all.every(looksLikePerson) ? all : people;
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
function* lineNames(
  { page, regions }: Evidence,
  title: Title,
  main: MainText,
  isStated: boolean,
): Generator<void, NameList[]> {
  const anchor = anchorOf(page, title, main);
  const frame = frameOf(page, main);
  const titled = sameWords(title.value);
  const found: NameList[] = [];
  let last = -1;
  let isLabelled = false;
  let isBroken = false;
  let brokenLeft = MAX_BROKEN_LINES;
  const from = isStated ? Math.max(0, anchor - NEAR_ABOVE) : 0;
  const to = isStated ? Math.min(page.runs.length, anchor + NEAR_BELOW) : page.runs.length;
  for (let at = from; at < to && found.length < MAX_CANDIDATES; at += 1) {
    if (at % NODES_PER_STEP === NODES_PER_STEP - 1) yield;
    const run = page.runs[at];
    if (run === undefined) break;
    isBroken ||= run.text === BREAK;
    if (run.text.trim() === '') continue;
    const block = page.nodes[run.node]?.block ?? -1;
    const node = page.nodes[block];
    const isStart = block !== last || isBroken;
    isBroken = false;
    if (!isStart || node === undefined || block < frame.start || block >= frame.end) continue;
    const isShort = block !== last && node.endRun - node.firstRun <= 14;
    const whole = isShort ? textIn(page, block, MAX_LINE + 1) : '';
    const isWhole = isShort && whole.length <= MAX_LINE;
    last = block;
    if (!isWhole) brokenLeft -= 1;
    const line = isWhole ? whole : brokenLeft < 0 ? '' : brokenLine(page, at);
    if (line.length > MAX_LINE || line.length < 2) continue;
    const place = placeOf(page, isWhole ? node : { firstRun: at }, anchor, main);
    const isAround = (at >= anchor - RUNS_ABOVE && at < anchor + RUNS_BELOW) || place === 'at end';
    const reading = isLabelled ? { kind: 'after label' } : kindOfLine(line, isAround);
    isLabelled = isBareLabel(line);
    // A heading of two words is no name; a label above it makes it one.
    if (reading === null || (reading.kind.startsWith('is ') && isHeading(node.tag))) continue;
    if (titled.includes(sameWords(line))) continue;
    const names = reading.names ?? (isWhole ? peopleIn(page, block) : null) ?? namesIn(line);
    const traits = [`line ${reading.kind}`, place];
    if (regions.removed(block)) traits.push('shown aside');
    found.push({ names, from: 'line', traits });
  }
  return found;
}

const isHeading = (tag: string): boolean => tag.length === 2 && tag.startsWith('h') && isDigit(tag.charCodeAt(1));

/** What the walk writes for `<br>`. */
const BREAK = '\n';

/** A line of a block of several: up to a `<br>` or another block; empty if neither comes within a few runs. */
function brokenLine(page: Page, from: number): string {
  const block = blockOf(page, page.runs[from]?.node ?? -1);
  let text = '';
  for (let at = from; at < from + 8; at += 1) {
    const run = page.runs[at];
    if (run === undefined || run.text === BREAK || blockOf(page, run.node) !== block) return text.trim();
    text += run.text;
    if (text.length > MAX_LINE) return '';
  }
  return '';
}

/** "Written by" on a line of its own: the name is on the next one. */
const isBareLabel = (line: string): boolean =>
  line.length < 20 && BARE_LABELS.has(line.toLowerCase().replace(':', '').trimEnd());

const BARE_LABELS = new Set(
  'by,written by,posted by,von,verfasst von,geschrieben von,text,autor,autorin,autoren,author,authors,par,por'.split(
    ',',
  ),
);
const INNER_LABELS = 'by von par por redaktion: autor: autorin: author:'.split(' ');

/** In what way a line names its writers, and their names where they are not simply all of it; null if it does not. */
function kindOfLine(line: string, isAround: boolean): { kind: string; names?: string[] } | null {
  const said = saysWho(line);
  if (!isAround && !said) return null;
  if (startsWithLabel(line)) return { kind: said ? 'says who' : 'with label' };
  if (looksLikePerson(line)) return { kind: 'is a name', names: [line] };
  const all = line.length < 100 && SEVERAL.some((sign) => line.includes(sign)) && !hasDigit(line) ? namesIn(line) : [];
  if (all.length > 1 && all.every(looksLikePerson)) return { kind: 'is names', names: all };
  if (line.length > 100 || !hasDigit(line)) return null;
  const words = line.toLowerCase().split(' ');
  if (INNER_LABELS.some((label) => words.includes(label) && words.at(-1) !== label)) return { kind: 'with date' };
  const bare = namesIn(withoutDates(line));
  return bare.length > 0 && bare.every(looksLikePerson) ? { kind: 'with date', names: bare } : null;
}

/** What stands between the names of several people. */
const SEVERAL = [',', '/', '&', ' und ', ' and '];

const withoutDates = (line: string): string => {
  const bare = /\d[.:/-]\s?\d/.test(line)
    ? line.replace(/\d{1,2}[.:/-]\s?\d{1,2}(?:[.:/-]\s?\d{2,4})?(?:\s*(?:[Uu]hr|UHR|[Hh]|[AaPp][Mm]))?/g, ' | ')
    : line;
  const named = /\d{4}/.test(bare)
    ? bare.replace(/\d{1,2}\.?\s+[A-Za-zÀ-ÿ]{3,10}\.?,?\s+\d{4}|[A-Za-zÀ-ÿ]{3,10}\.?\s+\d{1,2},?\s+\d{4}/g, ' | ')
    : bare;
  let start = 0;
  while (start < named.length && BEFORE_NAMES.includes(named.charAt(start))) start += 1;
  return named.slice(start);
};

const BEFORE_NAMES = ' |,:–—-';
