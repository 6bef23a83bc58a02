/** Dates that the page shows to its readers, marked as dates or not. */
import { LINES_PER_STEP, NODES_PER_STEP } from './capture-limits.ts';
import { anyDate, type DateReading, machineDate, readableDate } from './date-text.ts';
import type { Evidence } from './evidence.ts';
import { isElsewhere, titleRun } from './near-title.ts';
import { blockOf, type PageNode, textIn } from './page.ts';
import type { Title } from './title.ts';
import type { Candidate } from './weigh.ts';

const MAX_CANDIDATES = 200;
const MAX_LINE = 160;
/** How far from the title a line without any mark is read, in runs of text. */
const LINES_ABOVE = 25;
const LINES_BELOW = 60;
const LINES_AT_END = 80;

const CHANGED =
  /updated?|modified|changed|aktualisiert|geändert|bearbeitet|überarbeitet|update:|stand\b|mise à jour|actualizado|aggiornato|last\s+edit/i;
const FIRST =
  /publish|posted|veröffentlicht|erstellt|publié|publicado|pubblicato|created|vom\b|datum|erschienen|written|geschrieben/i;
const WORDS = new RegExp(`${FIRST.source}|${CHANGED.source}`, 'gi');
/** How a line begins that says of which date it is, wherever it stands. */
const LABEL =
  /^\s*(?:datum|date|stand|published|posted|(?:zuletzt|letzte|last)\s|veröffentlicht|aktualisiert|updated|erschienen|erstellt|publié|publicado)/i;

/** Every date that the page shows, as candidates for when it was published and when it was changed. */
export function* shownDates(evidence: Evidence, title: Title, reading: DateReading): Generator<void, Candidate[]> {
  const anchor = titleRun(evidence.page, title);
  const marked = yield* markedDates(evidence, title, anchor, reading);
  return [...marked, ...(yield* datesInLines(evidence, title, anchor, reading))];
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
    const isItem = /date(?:published|created|modified)/i.test(itemprop);
    const stated = isItem ? (content ?? datetime) : datetime;
    const text = textIn(page, index, MAX_LINE + 1);
    if (stated === undefined && (text === '' || text.length > MAX_LINE)) continue;
    const value = anyDate(stated ?? '', reading) ?? readableDate(text, reading) ?? machineDate(text);
    if (value === null) continue;
    const around = textIn(page, blockOf(page, index), MAX_LINE);
    const before = around.slice(0, Math.max(0, around.indexOf(text)));
    const changed = isChange(
      before.match(WORDS)?.at(-1) ?? `${itemprop} ${node.hints} ${around}`,
      /modified/i.test(itemprop),
    );
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
  if (/published|created/i.test(itemprop) || pubdate !== undefined) return 'itemprop';
  if (tag === 'time') return 'time';
  if (/publish|posted|(?:entry|post)-date/.test(hints)) return 'publish class';
  return /\b(?:date|datum|time)\b/.test(hints) ? 'date class' : 'other class';
}

const isChange = (words: string, isKnown = false): boolean => isKnown || (!FIRST.test(words) && CHANGED.test(words));

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
): Generator<void, Candidate[]> {
  const found: Candidate[] = [];
  let last = -1;
  const read = (at: number): void => {
    const run = page.runs[at];
    const block = blockOf(page, run?.node ?? -1);
    if (run === undefined || block === -1) return;
    const whole = block === last ? '' : textIn(page, block, MAX_LINE + 1);
    last = block;
    const isLong = whole.length > MAX_LINE;
    // Of a long paragraph only its beginning, "Berlin, 12.3.2026 –", and what stands alone between two breaks.
    const line = whole === '' || isLong ? run.text.trim().slice(0, isLong ? 60 : MAX_LINE) : whole;
    if (!/\d/.test(line)) return;
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
  for (let at = 0; at < page.runs.length && found.length < MAX_CANDIDATES; at += 1) {
    if (at % NODES_PER_STEP === NODES_PER_STEP - 1) yield;
    if ((at >= above && at < below) || at >= end || LABEL.test(page.runs[at]?.text.slice(0, 30) ?? '')) read(at);
  }
  return found;
}

/** A line in the parts that each begin with what they say: "Veröffentlicht am …", "zuletzt geändert …". */
function labelledParts(line: string): string[] {
  if (!(FIRST.test(line) && CHANGED.test(line))) return [line];
  const starts = [...line.matchAll(WORDS)].map(({ index }) => index);
  return starts.map((start, at) => line.slice(at === 0 ? 0 : start, starts[at + 1]));
}
