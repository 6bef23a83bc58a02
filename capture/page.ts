/**
 * A page as the walk saw it: plain data in document order. Every later step is a pure function of
 * it, which is why none of them can change the page, and why they are tested without a browser.
 */

import { collapsed } from './letters.ts';

export type PageNode = {
  /** Local name in lower case. */
  tag: string;
  /** Index of the parent in `Page.nodes`; -1 for the root. */
  parent: number;
  /** Index after the last descendant: the subtree of `i` is [i, end). */
  end: number;
  depth: number;
  /** Index of the closest element, itself included, that breaks the line. */
  block: number;
  /** Class names and id in lower case, words divided by "-": what the page's author called it. */
  hints: string;
  role: string;
  /** `hidden`, `aria-hidden` or an inline style that takes it off the screen. */
  hidden: boolean;
  /** The other attributes that some signal reads; absent when there are none. */
  attributes: Readonly<Record<string, string>>;
  /** The runs of text in the subtree: [firstRun, endRun) of `Page.runs`. */
  firstRun: number;
  endRun: number;
};

/** Shared by all elements that say nothing, which most do: who looks for what one says passes them by. */
export const NO_ATTRIBUTES: Record<string, string> = {};

/** The text of one text node, or a part of a long one, with its white space collapsed; `node` is the element around it. */
type TextRun = { node: number; text: string };

export type Page = {
  address: string;
  nodes: PageNode[];
  runs: TextRun[];
  /** Sources of `<script type="application/ld+json">`, in document order. */
  linkedData: string[];
  /** What is no text of the page but may mark it as confidential: see labels.ts. */
  labels: string[];
  contentType: string;
  /** True when a limit of capture-limits.ts stopped the walk. */
  cut: boolean;
};

const INLINE = new Set(
  `a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark math nobr output picture q
   rb rp rt rtc ruby s samp small span strike strong sub sup time tt u var wbr`.split(/\s+/),
);

/** True for elements that do not break the line; unknown and custom elements do. */
export const isInline = (tag: string): boolean => INLINE.has(tag);

/** So much of a text may be white space that is collapsed. */
const SLACK = 1_000;

/** The visible text of a subtree on one line: at most `max` UTF-16 units, and some more to tell that it is longer. */
export function textIn(page: Page, index: number, max: number): string {
  const node = page.nodes[index];
  if (node === undefined) return '';
  // Most elements that are asked for hold one text, which is collapsed already.
  const only = node.endRun === node.firstRun + 1 ? page.runs[node.firstRun] : undefined;
  let text = only?.text ?? '';
  if (only !== undefined && text.length <= max && !text.includes('\n')) return text.trim();
  text = '';
  let last = -1;
  for (let at = node.firstRun; at < node.endRun && text.length < max; at += 1) {
    const run = page.runs[at];
    if (run === undefined) break;
    // A run may hold a whole page, and be asked for by each of a thousand elements around it.
    const part = run.text.length > max + SLACK ? run.text.slice(0, max + SLACK) : run.text;
    // Two blocks never run together; the parts of one word do, however many inline elements it has.
    const block = page.nodes[run.node]?.block ?? -1;
    text += last === -1 || last === block ? part : ` ${part}`;
    last = block;
  }
  // Every run is collapsed already: only where two of them meet, and in lines of a `pre`, is anything left to do.
  return (text.includes('  ') || text.includes('\n') ? collapsed(text) : text).trim();
}

/** The closest element around (or at) `index` that breaks the line. */
export const blockOf = (page: Page, index: number): number => page.nodes[index]?.block ?? -1;

/** The ancestors of a node, nearest first, itself included. */
export function* around(page: Page, index: number): Generator<PageNode> {
  for (let node = page.nodes[index]; node !== undefined; node = page.nodes[node.parent]) yield node;
}

/** The length of the text in the subtree of a node, in UTF-16 units, from sums that are made once for a page. */
export function textLengths(page: Page): (index: number) => number {
  const known = lengthsOf.get(page);
  if (known !== undefined) return known;
  const sums = new Uint32Array(page.runs.length + 1);
  let total = 0;
  for (let at = 0; at < page.runs.length; at += 1) {
    total += page.runs[at]?.text.length ?? 0;
    sums[at + 1] = total;
  }
  const lengths = (index: number): number => {
    const node = page.nodes[index];
    return node === undefined ? 0 : (sums[node.endRun] ?? 0) - (sums[node.firstRun] ?? 0);
  };
  lengthsOf.set(page, lengths);
  return lengths;
}

/** A page is data that nobody changes once it is read. */
const lengthsOf = new WeakMap<Page, (index: number) => number>();
