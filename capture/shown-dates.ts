/** Dates that the page shows to its readers, marked as dates or not. */
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
export function shownDates(evidence: Evidence, title: Title, reading: DateReading): Candidate[] {
  const anchor = titleRun(evidence.page, title);
  return [...markedDates(evidence, title, anchor, reading), ...datesInLines(evidence, title, anchor, reading)];
}

/** Dates in elements that are named or marked as such. */
function markedDates(
  { page, regions, marks }: Evidence,
  title: Title,
  anchor: number,
  reading: DateReading,
): Candidate[] {
  const found: Candidate[] = [];
  let isFirst = true;
  let isFirstBelow = true;
  for (const index of marks.dates) {
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
    const says = saysOf(lastWord(before) ?? `${itemprop} ${node.hints} ${around}`, /modified/i.test(itemprop));
    const changed = says === 'changed';
    const kind = kindOf(node);
    const traits = [`${changed ? 'modified' : 'date'} by ${kind}`, placeOf(node.firstRun - anchor, title)];
    if (!changed) traits.push('shown date');
    if (says === 'first') traits.push('date says first');
    if (regions.removed(index)) traits.push('date aside');
    else if (!isElsewhere(page, index)) {
      if (isFirst && !changed) traits.push('date first');
      if (isFirstBelow && !changed && node.firstRun >= anchor) {
        traits.push('date first below');
        isFirstBelow = false;
      }
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

/** The last word of a text that says which date follows. */
const lastWord = (text: string): string | undefined => text.match(WORDS)?.at(-1);

const saysOf = (words: string, changed: boolean): 'changed' | 'first' | '' => {
  if (FIRST.test(words)) return changed ? 'changed' : 'first';
  return changed || CHANGED.test(words) ? 'changed' : '';
};

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
function datesInLines({ page, regions }: Evidence, title: Title, anchor: number, reading: DateReading): Candidate[] {
  const found: Candidate[] = [];
  let last = -1;
  let isFirst = true;
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
      const value = readableDate(part.text, reading);
      if (value === null) continue;
      const changed = part.isOneOfTwo ? 'line also modified' : 'line modified';
      const traits = [part.says === 'changed' ? changed : 'line date', placeOf(at - anchor, title)];
      if (part.says === 'first') traits.push('line says first');
      if (isLong) traits.push('line long');
      else if (line.length < 40) traits.push('line short');
      if (regions.removed(block)) traits.push('line aside');
      else if (!isElsewhere(page, block) && at >= anchor && part.says !== 'changed') {
        if (isFirst) traits.push('line first below');
        isFirst = false;
      }
      found.push({ value, from: 'line', traits });
    }
  };
  const above = Math.max(0, anchor - LINES_ABOVE);
  const below = Math.min(page.runs.length, anchor + LINES_BELOW);
  const end = Math.max(below, page.runs.length - LINES_AT_END);
  for (let at = 0; at < page.runs.length && found.length < MAX_CANDIDATES; at += 1) {
    if ((at >= above && at < below) || at >= end || LABEL.test(page.runs[at]?.text.slice(0, 30) ?? '')) read(at);
  }
  return found;
}

type Part = { text: string; says: 'changed' | 'first' | ''; isOneOfTwo: boolean };

/** A line in the parts that each begin with what they say: "Veröffentlicht am …", "zuletzt geändert …". */
function labelledParts(line: string): Part[] {
  if (!(FIRST.test(line) && CHANGED.test(line))) return [{ text: line, says: saysOf(line, false), isOneOfTwo: false }];
  const starts = [...line.matchAll(WORDS)].map(({ index }) => index);
  return starts.map((start, at) => {
    const says = saysOf(line.slice(start, starts[at + 1]), false);
    return { text: line.slice(at === 0 ? 0 : start, starts[at + 1]), says, isOneOfTwo: true };
  });
}
