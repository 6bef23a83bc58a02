/**
 * The short texts of a whole page that may be markings: its head, header and footer, what is hidden, watermarks, labels
 * and the text itself. What they mean is judged elsewhere; all of them stay on the device.
 */
import type { MarkingPlace, MarkingText } from '../protocol/found.ts';
import { LIMITS } from '../protocol/limits.ts';
import { NODES_PER_STEP } from './capture-limits.ts';
import { isClassName, isEmbargoEnd, isEmbargoName, isHalf, mayBeMarking } from './marking-words.ts';
import { blockOf, type Page } from './page.ts';

/** A block that is longer is read at its beginning. UTF-16 units. */
const BEGINNING = 300;
/** UTF-16 units of a block whose lines are looked at. */
const MAX_BLOCK = 5_000;
/** Texts that are looked at closer: more is a page about nothing else. */
const MAX_LOOKED = 2_000;
/** Longer than this nobody writes one letter or half a marking in a line of its own. */
const SHORT = 40;

const CONTROLS = new Set('option select textarea datalist button'.split(' '));
const CELLS = new Set('td th li dd dt code pre'.split(' '));
const EDGES = new Set('header footer aside'.split(' '));
const EDGE_ROLES = new Set('banner contentinfo'.split(' '));
const EDGE_HINTS =
  /(?:^|[ -])(?:header|footer|kopf|fuss|foot|banner|topbar|classification|klassifi\w*|marking|watermark|wasserzeichen|stamp|stempel|confiden\w*|vertraulich\w*|sensitiv\w*|ribbon|badge|lozenge|disclaimer)(?:$|[ -])/;

const TEXT = 0;
const EDGE = 1;
const NONE = 2;
const LINK = 4;

export function* readMarkingTexts(page: Page): Generator<void, MarkingText[]> {
  const found: MarkingText[] = [];
  const add = (text: string, place: MarkingPlace): void => {
    const tidy = text.replace(/\s+/g, ' ').trim().slice(0, LIMITS.markingText);
    if (found.length < MAX_LOOKED && mayBeMarking(tidy)) found.push({ text: tidy.toWellFormed(), place, level: null });
  };
  for (const label of page.labels) add(label, 'label');
  const places = yield* placesOf(page, add);

  let block = -1;
  let text = '';
  let before = '';
  let letters = '';
  /** Whether all of the line is a link, which names another page. */
  let linked = true;
  /** For each line of the block the text of the element that it begins with, where it begins with one. */
  let firsts: string[] = [];
  let lines = 0;
  const flush = (): void => {
    const all = text.split('\n');
    text = '';
    for (const [at, line] of all.entries()) addLine(line.replace(/\s+/g, ' ').trim(), firsts[at] ?? '');
    linked = true;
    firsts = [];
    lines = 0;
  };
  const addLine = (line: string, first: string): void => {
    const place = places[block];
    if (line === '' || place === undefined || (place & NONE) > 0) return;
    if (line.length <= 2) {
      letters += line;
      return;
    }
    const at = linked ? 'link' : placeOf(page, block, place & EDGE);
    // One letter in each element.
    if (letters.length > 4) add(letters, at);
    letters = '';
    add(line.slice(0, BEGINNING), at);
    // Set off by an element of its own at the beginning of the line: drawn as a label, whatever the line is.
    if (first !== '' && first.length < line.length && first.length <= SHORT && line.startsWith(first)) add(first, at);
    if (before !== '' && line.length <= SHORT) {
      if (isEmbargoName(before) && isEmbargoEnd(line)) add(`${before.replace(/[:\s]+$/, '')}: ${line}`, at);
      else if (isClassName(before)) add(`${before}: ${line}`, at === 'text' || at === 'cell' ? 'edge' : at);
      else if (isHalf(before)) add(`${before} ${line}`, at);
    }
    before = line.length <= SHORT ? line : '';
  };
  for (let at = 0; at < page.runs.length; at += 1) {
    if (at % NODES_PER_STEP === NODES_PER_STEP - 1) yield;
    const run = page.runs[at];
    if (run === undefined) break;
    const of = blockOf(page, run.node);
    if (of !== block) {
      flush();
      block = of;
    }
    if (run.text === '\n') lines += 1;
    else if ((text === '' || text.endsWith('\n')) && run.node !== of) firsts[lines] = run.text.trim();
    if (run.text.trim() !== '') linked &&= ((places[run.node] ?? TEXT) & LINK) > 0;
    if (run.text === '\n' || text.length < MAX_BLOCK) text += run.text.slice(0, BEGINNING * 2);
  }
  flush();
  if (letters.length > 4) add(letters, 'text');
  yield;
  return mostLikely(found);
}

/** For each node whether it is read, and whether it stands at the edge of the page. Tells `add` what attributes say. */
function* placesOf(page: Page, add: (text: string, place: MarkingPlace) => void): Generator<void, Uint8Array> {
  const places = new Uint8Array(page.nodes.length);
  for (let index = 0; index < page.nodes.length; index += 1) {
    if (index % NODES_PER_STEP === NODES_PER_STEP - 1) yield;
    const node = page.nodes[index];
    if (node === undefined) break;
    const around = node.parent < 0 ? TEXT : (places[node.parent] ?? TEXT);
    const isEdge =
      EDGES.has(node.tag) || EDGE_ROLES.has(node.role) || (node.hints !== '' && EDGE_HINTS.test(node.hints));
    places[index] =
      around |
      (CONTROLS.has(node.tag) ? NONE : TEXT) |
      (isEdge ? EDGE : TEXT) |
      (node.tag === 'a' && node.attributes.href !== undefined ? LINK : TEXT);
    const { content, name, property, alt } = node.attributes;
    if (node.tag === 'meta' && content !== undefined && content.length <= LIMITS.markingText) {
      const called = name ?? property ?? '';
      const isNamed = isClassName(called) || isEmbargoName(called);
      add(isNamed ? `${called}: ${content}` : content, isNamed ? 'meta' : 'text');
    }
    if (node.tag === 'img' && alt !== undefined && alt.length <= LIMITS.markingText) add(alt, 'label');
  }
  return places;
}

function placeOf(page: Page, block: number, place: number): MarkingPlace {
  const tag = page.nodes[block]?.tag ?? '';
  if (tag === 'title') return 'title';
  if (place === EDGE) return 'edge';
  if (CELLS.has(tag)) return 'cell';
  return /^h[1-6]$/.test(tag) ? 'heading' : 'text';
}

/** As many as a draft keeps: the shortest say most clearly what they are. In the order of the page. */
export function mostLikely(found: readonly MarkingText[]): MarkingText[] {
  const seen = new Set<string>();
  const once = found.filter(({ text, place }) => {
    const key = `${place} ${text}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  if (once.length <= LIMITS.markingTexts) return once;
  const length = once.map(({ text }) => text.length).toSorted((a, b) => a - b)[LIMITS.markingTexts - 1] ?? 0;
  return once.filter(({ text }) => text.length <= length).slice(0, LIMITS.markingTexts);
}
