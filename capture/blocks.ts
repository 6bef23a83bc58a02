/** The paragraphs of a page: runs of text that stand on their own lines. */
import { NODES_PER_STEP } from './capture-limits.ts';
import { inSteps } from './in-steps.ts';
import { collapsed } from './letters.ts';
import type { Page } from './page.ts';

export type Block = {
  /** The element that breaks the line around this text. */
  node: number;
  text: string;
  /** Its reading length: asked for by everybody, and a look for signs each time. */
  length: number;
  /** UTF-16 units of `text` that are links. */
  linked: number;
  /** How much the block reads like prose; see `proseScore`. */
  prose: number;
};

/** Their text is part of a control or of the head, never of what people read. */
const CONTROLS = new Set('head title select option textarea datalist'.split(' '));

const LINK = 1;
const UNREAD = 2;

/**
 * The runs whose element is wanted, joined to blocks in document order; empty blocks are left out. `wanted` has 1 for every
 * node whose runs are; without it all are.
 */
export function* readBlocks(page: Page, wanted: Uint8Array | null = null): Generator<void, Block[]> {
  const blocks: Block[] = [];
  const kinds = kindsOf(page);
  yield;
  let node = -1;
  let text = '';
  let linked = 0;
  let all = '';
  const flush = (): void => {
    const tidy = (page.nodes[node]?.tag === 'pre' ? text : tidied(text)).trim();
    if (tidy !== '') {
      const { length } = tidy;
      blocks.push({
        node,
        text: tidy,
        length,
        linked: Math.min(linked, length),
        prose: proseScore(tidy, length, linked),
      });
      all += tidy;
    }
    text = '';
    linked = 0;
  };
  yield* inSteps(page.runs.length, NODES_PER_STEP, (from, to) => {
    for (let at = from; at < to; at += 1) {
      const run = page.runs[at];
      if (run === undefined) return;
      const kind = kinds[run.node];
      if (kind === UNREAD || (wanted !== null && wanted[run.node] === 0)) continue;
      const block = page.nodes[run.node]?.block ?? -1;
      if (block !== node) {
        flush();
        node = block;
      }
      text += run.text;
      if (kind === LINK) linked += run.text.trim().length;
    }
  });
  flush();
  // Asked once for all of them: most pages have no such sign.
  if (!CJK.test(all)) return blocks;
  yield;
  yield* inSteps(blocks.length, NODES_PER_STEP, (from, to) => {
    for (const block of blocks.slice(from, to)) {
      block.length = readingLength(block.text);
      if (block.length > block.text.length) block.prose = proseScore(block.text, block.length, block.linked);
    }
  });
  return blocks;
}

/** One space where two runs each had one, and one line break with none around it. Most blocks have neither. */
function tidied(text: string): string {
  if (!text.includes('\n')) return text.includes('  ') ? collapsed(text) : text;
  const lines = text.split('\n').map((line) => collapsed(line).trim());
  return lines.filter((line) => line !== '').join('\n');
}

/** For every node whether it is in a link, or in what nobody reads. */
function kindsOf(page: Page): Uint8Array {
  const found = new Uint8Array(page.nodes.length);
  for (let index = 0; index < page.nodes.length; index += 1) {
    const node = page.nodes[index];
    if (node === undefined) break;
    const { tag, parent, attributes } = node;
    if (CONTROLS.has(tag)) found[index] = UNREAD;
    else if (found[parent] !== undefined && found[parent] > 0) found[index] = found[parent];
    else if (tag === 'a' && attributes.href !== undefined) found[index] = LINK;
  }
  return found;
}

const CLOSING = '"\'”’»«)]';

/** Whether one of these signs stands at the end of a text, or before the quotation marks and brackets there. */
export function endsWithOneOf(text: string, signs: string): boolean {
  let end = text.length - 1;
  while (end >= 0 && CLOSING.includes(text.charAt(end))) end -= 1;
  return end >= 0 && signs.includes(text.charAt(end));
}

export const endsSentence = (text: string): boolean => endsWithOneOf(text.slice(-12).trimEnd(), '.!?…:。！？');

const CJK = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;

/** Length in Latin letters: one sign of Chinese, Japanese or Korean says about three. */
export const readingLength = (text: string): number => (CJK.test(text.slice(0, 200)) ? text.length * 3 : text.length);

/** Most texts of some length have one of the first two: looked for one by one, which spares a page the pattern. */
function hasStop(text: string): boolean {
  for (let at = 0; at < STOPS.length; at += 1) if (text.includes(STOPS.charAt(at))) return true;
  return false;
}

const STOPS = ',.!?;…。！？';

/** Long sentences score by their length, menus and labels close to nothing. */
function proseScore(text: string, length: number, linked: number): number {
  const share = linked / Math.max(1, text.length);
  if (share > 0.6) return 0;
  const weight = length >= 40 && hasStop(text) ? (length >= 80 ? 1 : 0.6) : length >= 25 ? 0.2 : 0.05;
  return length * weight * (1 - share);
}
