/** Dates that the page shows to its readers, marked as dates or not. */
import { LINES_PER_STEP, NODES_PER_STEP } from './capture-limits.ts';
import { anyDate, type DateReading, machineDate, readableDate } from './date-text.ts';
import type { Evidence } from './evidence.ts';
import { hasDigit, hasWord, inSmall, isSpace, isWordSign } from './letters.ts';
import { isDateProperty } from './marks.ts';
import { isElsewhere, titleRun } from './near-title.ts';
import { blockOf, type PageNode, textIn } from './page.ts';
import type { Title } from './title.ts';
import type { Candidate } from './weigh.ts';

const MAX_CANDIDATES = 200;
const MAX_LINE = 160;
/** How far from the title a line without any mark is read, in runs of text. */
const LINES_ABOVE = 25;
const LINES_BELOW = 60;
/** The same where linked data or a meta tag states the day: what stands elsewhere hardly ever changes it. */
const NEAR_ABOVE = 8;
const NEAR_BELOW = 12;
const LINES_AT_END = 80;

/** What is said of a change, and of the first day; "|" stands for the end of a word. */
const CHANGED =
  'update,modified,changed,aktualisiert,geändert,bearbeitet,überarbeitet,stand|,mise à jour,actualizado,aggiornato,last edit'.split(
    ',',
  );
const FIRST =
  'publish,posted,veröffentlicht,erstellt,publié,publicado,pubblicato,created,vom|,datum,erschienen,written,geschrieben'.split(
    ',',
  );
const SAID = [...FIRST, ...CHANGED];
/** How a line begins that says of which date it is, wherever it stands. */
const LABELS =
  'datum,date,stand,published,posted,zuletzt ,letzte ,last ,veröffentlicht,aktualisiert,updated,erschienen,erstellt,publié,publicado'.split(
    ',',
  );
/** The two signs with which each begins: nearly all lines are known by them. */
const LABEL_STARTS = new Set(LABELS.map((label) => startOf(label, 0)));

function startOf(text: string, at: number): number {
  return (text.charCodeAt(at) | 0x20) * 0x10000 + (text.charCodeAt(at + 1) | 0x20);
}

/** Where `word` of a list stands in a text in small letters, from `from` on; -1 if it does not. */
function indexOfWord(text: string, word: string, from = 0): number {
  if (!word.endsWith('|')) return text.indexOf(word, from);
  const bare = word.slice(0, -1);
  let at = text.indexOf(bare, from);
  while (at !== -1 && isWordSign(text.charCodeAt(at + bare.length))) at = text.indexOf(bare, at + 1);
  return at;
}

const says = (small: string, words: readonly string[]): boolean =>
  words.some((word) => indexOfWord(small, word) !== -1);

/** True if a text begins with one of `LABELS`. */
export function hasDateLabel(text: string): boolean {
  let first = 0;
  while (isSpace(text.charCodeAt(first))) first += 1;
  if (!LABEL_STARTS.has(startOf(text, first))) return false;
  const small = text.slice(0, 30).trimStart().toLowerCase();
  return LABELS.some((label) => small.startsWith(label));
}

/** Where in a text something is said of a date, in order. */
function datesSaidAt(small: string): number[] {
  const starts: number[] = [];
  for (let from = 0; ; ) {
    let [next, length] = [-1, 0];
    for (let which = 0; which < SAID.length; which += 1) {
      const word = SAID[which] as string;
      const at = indexOfWord(small, word, from);
      if (at !== -1 && (next === -1 || at < next)) [next, length] = [at, word.replace('|', '').length];
    }
    if (next === -1) return starts;
    starts.push(next);
    from = next + length;
  }
}

/**
 * Every date that the page shows, as candidates for when it was published and when it was changed.
 * @param isStated true if the page states its day elsewhere: lines far from the title are not looked at then
 */
export function* shownDates(
  evidence: Evidence,
  title: Title,
  reading: DateReading,
  isStated: boolean,
): Generator<void, Candidate[]> {
  const anchor = titleRun(evidence.page, title);
  const marked = yield* markedDates(evidence, title, anchor, reading);
  return [...marked, ...(yield* datesInLines(evidence, title, anchor, reading, isStated))];
}

/** Dates in elements that are named or marked as such. */
function* markedDates(
  { page, regions, marks }: Evidence,
  title: Title,
  anchor: number,
  reading: DateReading,
): Generator<void, Candidate[]> {
  const found: Candidate[] = [];
  let isFirst = true;
  for (const [at, index] of marks.dates.entries()) {
    if (at % LINES_PER_STEP === LINES_PER_STEP - 1) yield;
    const node = page.nodes[index];
    if (node === undefined || found.length >= MAX_CANDIDATES) break;
    const { itemprop = '', datetime, content } = node.attributes;
    const isItem = itemprop !== '' && isDateProperty(itemprop);
    const stated = isItem ? (content ?? datetime) : datetime;
    const text = textIn(page, index, MAX_LINE + 1);
    if (stated === undefined && (text === '' || text.length > MAX_LINE)) continue;
    const value = anyDate(stated ?? '', reading) ?? readableDate(text, reading) ?? machineDate(text);
    if (value === null) continue;
    const around = textIn(page, blockOf(page, index), MAX_LINE);
    const before = around.slice(0, Math.max(0, around.indexOf(text)));
    const small = before.toLowerCase();
    const said = before === '' ? undefined : datesSaidAt(small).at(-1);
    const changed =
      itemprop.toLowerCase().includes('modified') ||
      isChange(said === undefined ? `${itemprop} ${node.hints} ${around}` : small.slice(said));
    const kind = kindOf(node);
    const traits = [`${changed ? 'modified' : 'date'} by ${kind}`, placeOf(node.firstRun - anchor, title)];
    if (!changed) traits.push('shown date');
    if (isFirst && !changed && node.firstRun >= anchor && !regions.removed(index) && !isElsewhere(page, index)) {
      traits.push('date first below');
      isFirst = false;
    }
    found.push({ value, from: node.tag === 'time' ? 'time' : isItem ? `itemprop ${itemprop}` : 'class date', traits });
  }
  return found;
}

/** By what an element is known to hold a date. */
function kindOf({ tag, hints, attributes: { itemprop = '', pubdate } }: PageNode): string {
  const property = itemprop.toLowerCase();
  if (property.includes('published') || property.includes('created') || pubdate !== undefined) return 'itemprop';
  if (tag === 'time') return 'time';
  if (['publish', 'posted', 'entry-date', 'post-date'].some((name) => hints.includes(name))) return 'publish class';
  return ['date', 'datum', 'time'].some((name) => hasWord(hints, name)) ? 'date class' : 'other class';
}

function isChange(words: string): boolean {
  const small = words.toLowerCase();
  return says(small, CHANGED) && !says(small, FIRST);
}

/** Where a date stands, in runs of text below the title. */
function placeOf(runs: number, title: Title): string {
  if (title.node === null) return runs < 40 ? 'date on top' : 'date anywhere';
  if (runs < -30) return 'date far above';
  if (runs < 0) return 'date above';
  if (runs < 8) return 'date at title';
  if (runs < 25) return 'date near';
  return runs < 100 ? 'date below' : 'date far below';
}

/** Lines with nothing around that marks them: near the title, at the end of the page, and wherever a label says what date it is. */
function* datesInLines(
  { page }: Evidence,
  title: Title,
  anchor: number,
  reading: DateReading,
  isStated: boolean,
): Generator<void, Candidate[]> {
  const found: Candidate[] = [];
  let last = -1;
  const read = (at: number): void => {
    const run = page.runs[at];
    const block = page.nodes[run?.node ?? -1]?.block ?? -1;
    if (run === undefined || block === -1) return;
    const whole = block === last ? '' : textIn(page, block, MAX_LINE + 1);
    last = block;
    const isLong = whole.length > MAX_LINE;
    // Of a long paragraph only its beginning, "Berlin, 12.3.2026 –", and what stands alone between two breaks.
    const line = whole === '' || isLong ? run.text.trim().slice(0, isLong ? 60 : MAX_LINE) : whole;
    if (!hasDigit(line)) return;
    for (const part of labelledParts(line)) {
      const value = readableDate(part, reading);
      if (value === null) continue;
      const traits = [isChange(part) ? 'line modified' : 'line date', placeOf(at - anchor, title)];
      if (!isLong && line.length < 40) traits.push('line short');
      found.push({ value, from: 'line', traits });
    }
  };
  const above = Math.max(0, anchor - LINES_ABOVE);
  const below = Math.min(page.runs.length, anchor + LINES_BELOW);
  const end = Math.max(below, page.runs.length - LINES_AT_END);
  if (isStated) {
    const near = Math.min(page.runs.length, anchor + NEAR_BELOW);
    for (let at = Math.max(0, anchor - NEAR_ABOVE); at < near; at += 1) read(at);
    return found;
  }
  for (let at = 0; at < page.runs.length && found.length < MAX_CANDIDATES; at += 1) {
    if (at % NODES_PER_STEP === NODES_PER_STEP - 1) yield;
    if ((at >= above && at < below) || at >= end || hasDateLabel(page.runs[at]?.text ?? '')) read(at);
  }
  return found;
}

/** A line in the parts that each begin with what they say: "Veröffentlicht am …", "zuletzt geändert …". */
function labelledParts(line: string): string[] {
  const small = inSmall(line);
  if (!(says(small, FIRST) && says(small, CHANGED))) return [line];
  const starts = datesSaidAt(small);
  return starts.map((start, at) => line.slice(at === 0 ? 0 : start, starts[at + 1]));
}
