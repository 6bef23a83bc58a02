/** The main text of a page: the blocks that a model trained on labelled pages takes for it. */
import { blockFeatures, type Candidates, WIDTH } from './block-features.ts';
import { type Block, readBlocks } from './blocks.ts';
import { BLOCKS_PER_STEP, NODES_PER_PASS } from './capture-limits.ts';
import { findContainer } from './container.ts';
import type { Evidence } from './evidence.ts';
import { inSteps } from './in-steps.ts';
import type { Page } from './page.ts';
import { TEXT_FOREST } from './text-forest.ts';
import { chanceOf, type Forest, oddsOf, readForest } from './text-model.ts';
import type { Title } from './title.ts';

export type MainText = {
  /** The element that holds the text, as an index of `Page.nodes`; -1 for an empty page. */
  node: number;
  paragraphs: string[];
  /** How many blocks of the page are not in the text. */
  dropped: number;
};

/** Reading length below which a page is taken whole. */
const SHORT_PAGE = 200;

/**
 * The edge of the text, in log odds: so much of what the text to expect has beyond what puzzles, and never more
 * than where leads stand that are apart from the text.
 */
const EDGE = 0.7;
const PUZZLED = 1.8;
const HIGHEST_EDGE = 0.5;
/** What it costs to leave the text or to come back to it, in log odds. */
const TURN = 0.4;
/** Bits of the way to a block. */
const STAYS = 1;
const LEAVES = 2;

let forest: Forest | undefined;

export function* readMainText(evidence: Evidence, title: Title): Generator<void, MainText> {
  const { page } = evidence;
  const all = yield* shownBlocks(evidence);
  if (all.length === 0) return { node: page.nodes.length > 0 ? 0 : -1, paragraphs: [], dropped: 0 };
  yield;
  const candidates = candidatesOf(all, evidence);
  yield;
  const { blocks } = candidates;
  const rows = yield* blockFeatures(evidence, title, candidates);
  forest ??= readForest(TEXT_FOREST);
  const odds = yield* oddsOfRows(forest, rows);
  yield;
  const kept = isShort(all)
    ? properBlocks(all, evidence)
    : (yield* bestSelection(blocks, odds)).filter(isNoCaption(page));
  yield;
  return {
    node: findContainer(page, kept),
    paragraphs: kept.map(({ text }) => text),
    dropped: all.length - kept.length,
  };
}

function isShort(all: readonly Block[]): boolean {
  let length = 0;
  return all.every((block) => {
    length += block.length;
    return length < SHORT_PAGE;
  });
}

/** What a picture shows is part of the picture: many captions read like a paragraph of the text. */
const isNoCaption =
  (page: Page) =>
  ({ node }: Block): boolean => {
    let at = page.nodes[node];
    for (let level = 0; at !== undefined && level < 4; level += 1) {
      if (at.tag === 'figcaption') return false;
      at = page.nodes[at.parent];
    }
    return true;
  };

/** Of a page of a few words there is nothing to choose from. */
const properBlocks = (all: readonly Block[], { regions }: Evidence): readonly Block[] => {
  const proper = all.filter(({ node }) => !regions.removed(node));
  return proper.length > 0 ? proper : all;
};

/** All blocks of a page, without the furniture inside a line: a share button, a word for screen readers only. */
export function* shownBlocks({ page, regions: { isRemoved } }: Evidence): Generator<void, Block[]> {
  const shown = new Uint8Array(page.nodes.length);
  for (let at = 0; at < shown.length; at += 1) {
    if (at % NODES_PER_PASS === NODES_PER_PASS - 1) yield;
    shown[at] = isRemoved[at] === 0 || isRemoved[page.nodes[at]?.block ?? -1] === 1 ? 1 : 0;
  }
  return yield* readBlocks(page, shown);
}

/**
 * Links in furniture are never text, and most of many pages: without them the others stand beside what
 * they belong to. Where nothing else is left, everything is a candidate.
 */
export function candidatesOf(all: readonly Block[], { regions }: Evidence): Candidates {
  const blocks: Block[] = [];
  const gaps: number[] = [];
  let gap = 0;
  for (let at = 0; at < all.length; at += 1) {
    const block = all[at] as Block;
    if (block.linked > block.text.length / 2 && regions.removed(block.node)) gap += 1;
    else {
      blocks.push(block);
      gaps.push(gap);
      gap = 0;
    }
  }
  return blocks.length > 0 ? { blocks, gaps } : { blocks: all, gaps: all.map(() => 0) };
}

function* oddsOfRows(forest: Forest, rows: Int32Array): Generator<void, Float64Array> {
  const found = new Float64Array(rows.length / WIDTH);
  yield* inSteps(found.length, BLOCKS_PER_STEP, (from, to) => {
    for (let at = from; at < to; at += 1) {
      found[at] = oddsOf(forest, rows, at * WIDTH);
    }
  });
  return found;
}

/**
 * The blocks from which leaving and coming back to the text costs more than it gains are kept with it, or left
 * out with what is around them: a text is a few stretches of lines (Viterbi's best path of two states). A block
 * is text where its odds are above an edge that moves with the page: what counts on a page of clear paragraphs
 * is nothing beside them, and on a page that puzzles the model it is the text. At least one block is kept.
 */
export function* bestSelection(blocks: readonly Block[], odds: Float64Array): Generator<void, Block[]> {
  const [typical, most] = yield* levelOf(blocks, odds);
  const edge = Math.min(most, HIGHEST_EDGE, EDGE * (typical - PUZZLED));
  let [inside, outside] = [0, 0];
  // Whether the best way to be inside, and outside, at a block comes from inside.
  const path = new Uint8Array(odds.length);
  for (let at = 0; at < odds.length; at += 1) {
    if (at % NODES_PER_PASS === NODES_PER_PASS - 1) yield;
    const stays = inside >= outside - TURN;
    const leaves = inside - TURN > outside;
    const staying = (stays ? inside : outside - TURN) + (odds[at] ?? 0) - edge;
    outside = leaves ? inside - TURN : outside;
    inside = staying;
    path[at] = (stays ? STAYS : 0) | (leaves ? LEAVES : 0);
  }
  const kept: Block[] = [];
  let isText = inside > outside;
  for (let at = blocks.length - 1; at >= 0; at -= 1) {
    const block = blocks[at];
    if (isText && block !== undefined) kept.push(block);
    isText = ((path[at] ?? 0) & (isText ? STAYS : LEAVES)) !== 0;
  }
  return kept.length > 0 ? kept.reverse() : blocks.filter((_, at) => (odds[at] ?? 0) >= edge);
}

/** The odds of the text to expect, by its length, and the highest odds. */
function* levelOf(blocks: readonly Block[], odds: Float64Array): Generator<void, [number, number]> {
  let [sum, all, most] = [0, 0, -Infinity];
  for (let at = 0; at < blocks.length; at += 1) {
    if (at % NODES_PER_PASS === NODES_PER_PASS - 1) yield;
    const odd = odds[at] ?? 0;
    const expected = chanceOf(odd) * ((blocks[at]?.length ?? 0) + 3);
    sum += expected * odd;
    all += expected;
    most = Math.max(most, odd);
  }
  return [sum / all, most];
}
