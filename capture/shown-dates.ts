/** Dates that the page shows to its readers, marked as dates or not. */
import { anyDate, type DateReading, dayOf, machineDate, readableDate } from './date-text.ts';
import type { Evidence } from './evidence.ts';
import { isElsewhere, nearness, titleRun } from './near-title.ts';
import { blockOf, type Page, textIn } from './page.ts';
import type { Title } from './title.ts';
import { type Candidate, strongest } from './weigh.ts';

export type ShownDates = { published: Candidate[]; modified: Candidate[] };

const MAX_CANDIDATES = 200;
const MAX_LINE = 160;
/** How far from the title a line without any mark is read, in runs of text. */
const LINES_ABOVE = 25;
const LINES_BELOW = 60;
const LINES_AT_END = 80;

const CHANGED =
  /updated?|modified|changed|aktualisiert|geändert|bearbeitet|überarbeitet|update:|stand\b|mise à jour|actualizado|aggiornato|last\s+edit/i;
const FIRST = /publish|posted|veröffentlicht|erstellt|publié|publicado|pubblicato|created|vom\b|datum|erschienen/i;

/** Every date that the page shows, as candidates for when it was published and when it was changed. */
export function shownDates(evidence: Evidence, title: Title, reading: DateReading): ShownDates {
  const marked = markedDates(evidence, title, reading);
  const lines = datesInLines(evidence.page, titleRun(evidence.page, title), reading);
  return {
    published: strongest([...marked.published, ...lines.published], dayOf),
    modified: strongest([...marked.modified, ...lines.modified], dayOf),
  };
}

/** Dates in elements that are named or marked as such. */
function markedDates({ page, regions, marks }: Evidence, title: Title, reading: DateReading): ShownDates {
  const anchor = titleRun(page, title);
  const found: ShownDates = { published: [], modified: [] };
  for (const index of marks.dates) {
    const node = page.nodes[index];
    if (node === undefined || found.published.length + found.modified.length >= MAX_CANDIDATES) break;
    const { itemprop = '', datetime, content, pubdate } = node.attributes;
    const isItem = /date(?:published|created|modified)/i.test(itemprop);
    const stated = isItem ? (content ?? datetime) : datetime;
    const text = textIn(page, index, MAX_LINE + 1);
    if (stated === undefined && (text === '' || text.length > MAX_LINE)) continue;
    const value = anyDate(stated ?? '', reading) ?? readableDate(text, reading) ?? machineDate(text);
    if (value === null) continue;
    let weight = /published|created/i.test(itemprop) ? 2 : node.tag === 'time' ? 1 : 0.9;
    if (pubdate !== undefined || /publish|posted|entry-date/.test(node.hints)) weight += 0.4;
    weight += nearness(node.firstRun - anchor) * (title.node === null ? 0.3 : 1);
    weight *= (isElsewhere(page, index) ? 0.35 : 1) * (regions.removed(index) ? 0.8 : 1);
    const words = `${itemprop} ${node.hints} ${textIn(page, blockOf(page, index), MAX_LINE)}`;
    const changed = /modified/i.test(itemprop) || (CHANGED.test(words) && !FIRST.test(words));
    found[changed ? 'modified' : 'published'].push({ value, from: `${node.tag} ${node.hints}`, weight });
  }
  return found;
}

/** Dates in short lines with nothing that marks them: around the title, and at the end what was changed when. */
function datesInLines(page: Page, anchor: number, reading: DateReading): ShownDates {
  const found: ShownDates = { published: [], modified: [] };
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
  const below = Math.min(page.runs.length, anchor + LINES_BELOW);
  for (let at = Math.max(0, anchor - LINES_ABOVE); at < below; at += 1) read(at);
  for (let at = Math.max(below, page.runs.length - LINES_AT_END); at < page.runs.length; at += 1) read(at);
  return found;
}
