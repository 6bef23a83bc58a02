/** What stands around a block: its likes all over the page, the title, the blocks before and after it. */
import type { Block } from './blocks.ts';
import type { Evidence } from './evidence.ts';
import { FINE } from './text-model.ts';
import { log } from './text-words.ts';
import type { Title } from './title.ts';
import { titleTest } from './title-text.ts';

/** Prose from which on a block is a paragraph; see `Block.prose`. */
export const PARAGRAPH = 80;

/** Sums over the blocks of a page that have the same tag and names, and parents that do. */
export type Look = {
  count: number;
  text: number;
  linked: number;
  prose: number;
  /** Where its numbers were written first; 0 before that. */
  cell: number;
};

/** For every block the look that it shares. */
export function looksOf(blocks: readonly Block[], keyOf: (block: Block) => number): Look[] {
  const looks = new Map<number, Look>();
  return blocks.map((block) => {
    const key = keyOf(block);
    let look = looks.get(key);
    if (look === undefined) {
      look = { count: 0, text: 0, linked: 0, prose: 0, cell: 0 };
      looks.set(key, look);
    }
    look.count += 1;
    look.text += block.text.length;
    look.linked += block.linked;
    look.prose += block.prose;
    return look;
  });
}

type Order = { titleAt: number; titleText: number };

/** Where the title stands among the blocks, and how much text stands before it. */
export function orderOf(blocks: readonly Block[], title: Title, nodes: Evidence['page']['nodes']): Order {
  const test = titleTest(title);
  const isTitle = ({ text }: Block): boolean => text.length < 400 && test(text);
  const from = title.node ?? -1;
  const end = nodes[from]?.end ?? -1;
  const shown = from === -1 ? -1 : blocks.findIndex(({ node }) => node >= from && node < end);
  const titleAt = shown === -1 ? blocks.findIndex(isTitle) : shown;
  const titleText = blocks.slice(0, Math.max(titleAt, 0)).reduce((sum, { length }) => sum + length, 0);
  return { titleAt, titleText };
}

/** Prose and links of the five blocks on either side, and how far the next paragraphs are: written to a row from `to` on, each times `FINE`. */
export function companyOf(blocks: readonly Block[]): (at: number, row: Int32Array, to: number) => number {
  const since = new Int32Array(blocks.length);
  const until = new Int32Array(blocks.length);
  const count = (to: Int32Array, at: number, far: number): number => {
    to[at] = far;
    return (blocks[at]?.prose ?? 0) > PARAGRAPH ? 0 : Math.min(99, far + 1);
  };
  for (let at = 0, far = 99; at < blocks.length; at += 1) far = count(since, at, far);
  for (let at = blocks.length - 1, far = 99; at >= 0; at -= 1) far = count(until, at, far);
  const text = new Int32Array(blocks.length + 1);
  const links = new Int32Array(blocks.length + 1);
  const prose = new Float64Array(blocks.length + 1);
  let [texts, linked, proses] = [0, 0, 0];
  for (let index = 0; index < blocks.length; index += 1) {
    const block = blocks[index] as Block;
    text[index + 1] = texts += block.text.length;
    links[index + 1] = linked += block.linked;
    prose[index + 1] = proses += block.prose;
  }
  const linksIn = (from: number, to: number): number =>
    from === to ? -1 : ((links[to] ?? 0) - (links[from] ?? 0)) / ((text[to] ?? 0) - (text[from] ?? 0));
  return (at, row, to) => {
    const from = Math.max(0, at - 5);
    const end = Math.min(blocks.length, at + 6);
    row[to] = log((prose[at] ?? 0) - (prose[from] ?? 0)) * FINE;
    row[to + 1] = log((prose[end] ?? 0) - (prose[at + 1] ?? 0)) * FINE;
    row[to + 2] = linksIn(from, at) * FINE;
    row[to + 3] = linksIn(at + 1, end) * FINE;
    row[to + 4] = (since[at] ?? 0) * FINE;
    row[to + 5] = (until[at] ?? 0) * FINE;
    return to + 6;
  };
}
