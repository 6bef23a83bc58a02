/**
 * The main text by rules: what the page names and how it is built. The text model takes it as one
 * opinion among many, and corrects it.
 */
import { type Block, endsSentence } from './blocks.ts';
import { NODES_PER_STEP } from './capture-limits.ts';
import { findContainer } from './container.ts';
import { SMALL_PRINT } from './hints.ts';
import { type Page, textLengths } from './page.ts';
import type { Regions } from './regions.ts';
import type { Title } from './title.ts';
import { titleTest } from './title-text.ts';

/** Small print is small: a part with more text than this is content, whatever it is called. */
const MAX_SMALL_PRINT = 300;
/** How far above the text its lead may stand, in blocks. */
const MAX_LEAD = 15;
/** A text with a larger share of links is a listing. */
const LISTING = 0.3;
/** Labels above the first sentence are no text; more of them than this are. */
const MAX_PREAMBLE = 300;
/** Prose of about one sentence; see `Block.prose`. */
const SENTENCE = 40;

/** What rules alone take for the text: the blocks of the container below the title, without small print. */
export function* ruledText(
  page: Page,
  regions: Regions,
  title: Title,
  all: readonly Block[],
): Generator<void, { container: number; kept: Set<Block> }> {
  const proper = all.filter(({ node }) => !regions.removed(node));
  const blocks = proper.length > 0 ? proper : all;
  yield;
  const container = findContainer(page, blocks);
  yield;
  const isSmallPrint = smallPrintOf(page, container);
  yield;
  const from = blocks.findIndex(({ node }) => isWithin(page, node, container));
  const inside = blocks.slice(Math.max(from, 0)).filter(({ node }) => isWithin(page, node, container));
  yield;
  const start = afterTitle(inside, title);
  const lead = start > 0 ? [] : leadAbove(page, blocks.slice(0, Math.max(from, 0)), title);
  const kept: Block[] = [];
  const whole = lead.length === 0 && start === 0 ? inside : lead.concat(inside.slice(start));
  for (let at = 0; at < whole.length; at += 1) {
    if (at % NODES_PER_STEP === NODES_PER_STEP - 1) yield;
    const block = whole[at];
    if (block !== undefined && !isSmallPrint(block)) kept.push(block);
  }
  yield;
  return { container, kept: new Set(trimmed(kept)) };
}

const isWithin = (page: Page, index: number, container: number): boolean =>
  container === -1 || (index >= container && index < (page.nodes[container]?.end ?? 0));

/** Where the text begins below its own title; 0 if the title is not there, or only repeated far below. */
function afterTitle(inside: readonly Block[], title: Title): number {
  const isTitle = titleTest(title);
  const at = inside.findIndex(({ text }) => isTitle(text));
  const proseIn = (some: readonly Block[]): number => some.reduce((sum, { prose }) => sum + prose, 0);
  return at !== -1 && proseIn(inside.slice(0, at)) <= proseIn(inside) * 0.2 ? at + 1 : 0;
}

/** The sentences between the title and the text: many pages keep their lead apart. */
function leadAbove(page: Page, above: readonly Block[], title: Title): Block[] {
  const heading = title.node ?? -1;
  const isTitle = titleTest(title);
  const at = above.findLastIndex(
    ({ node, text }) => (heading !== -1 && isWithin(page, node, heading)) || isTitle(text),
  );
  if (at === -1 || above.length - at > MAX_LEAD) return [];
  return above.slice(at + 1).filter((block) => block.prose > SENTENCE && block.linked < block.text.length / 2);
}

/**
 * Starts with the first sentence if it is near, and leaves out lines that are little but a link —
 * unless the text is full of them: the lines of a listing are what it is about.
 */
function trimmed(blocks: readonly Block[]): Block[] {
  const length = blocks.reduce((sum, { text }) => sum + text.length, 0);
  const linked = blocks.reduce((sum, block) => sum + block.linked, 0);
  if (linked > length * LISTING) return [...blocks];
  const first = blocks.findIndex((block) => block.prose > SENTENCE || endsSentence(block.text));
  const skipped = blocks.slice(0, Math.max(first, 0)).reduce((sum, { text }) => sum + text.length, 0);
  return blocks
    .slice(skipped <= MAX_PREAMBLE ? Math.max(first, 0) : 0)
    .filter((block) => block.linked < block.text.length * 0.7 || block.length > 200);
}

/** Tells small print inside the container: captions, and short parts that are named as such. */
function smallPrintOf(page: Page, container: number): (block: Block) => boolean {
  const lengths = textLengths(page);
  // A page has few different names for its many elements.
  const known = new Map<string, boolean>();
  const isNamedSmall = (hints: string): boolean => {
    const answer = known.get(hints) ?? SMALL_PRINT.test(hints);
    known.set(hints, answer);
    return answer;
  };
  return (block) => {
    let at = block.node;
    for (let node = page.nodes[at]; node !== undefined && at !== container; node = page.nodes[at]) {
      if (node.tag === 'figcaption' || node.tag === 'caption') return true;
      const length = lengths(at);
      if (length > MAX_SMALL_PRINT * 4) return false;
      if (length <= MAX_SMALL_PRINT && isNamedSmall(node.hints)) return true;
      at = node.parent;
    }
    return false;
  };
}
