/** The main text of a page: the blocks that a model trained on labelled pages takes for it. */
import { blockFeatures, type Candidates, WIDTH } from './block-features.ts';
import { type Block, readBlocks, readingLength } from './blocks.ts';
import { BLOCKS_PER_STEP } from './capture-limits.ts';
import { findContainer } from './container.ts';
import type { Evidence } from './evidence.ts';
import { blockOf, type Page } from './page.ts';
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
const SHORT_PAGE = 120;

let forest: Forest | undefined;

export function* readMainText(evidence: Evidence, title: Title): Generator<void, MainText> {
  const { page } = evidence;
  const all = yield* shownBlocks(evidence);
  if (all.length === 0) return { node: page.nodes.length > 0 ? 0 : -1, paragraphs: [], dropped: 0 };
  const candidates = candidatesOf(all, evidence);
  const { blocks } = candidates;
  const rows = yield* blockFeatures(evidence, title, candidates);
  forest ??= readForest(TEXT_FOREST);
  const scores = yield* chances(forest, rows);
  const isShort = all.reduce((sum, { text }) => sum + readingLength(text), 0) < SHORT_PAGE;
  const kept = isShort ? properBlocks(all, evidence) : bestSelection(blocks, scores).filter(isNoCaption(page));
  return {
    node: findContainer(page, kept),
    paragraphs: kept.map(({ text }) => text),
    dropped: all.length - kept.length,
  };
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
export const shownBlocks = ({ page, regions }: Evidence): Generator<void, Block[]> =>
  readBlocks(page, (node) => !regions.removed(node) || regions.removed(blockOf(page, node)));

/**
 * Links in furniture are never text, and most of many pages: without them the others stand beside what
 * they belong to. Where nothing else is left, everything is a candidate.
 */
export function candidatesOf(all: readonly Block[], { regions }: Evidence): Candidates {
  const blocks: Block[] = [];
  const gaps: number[] = [];
  let gap = 0;
  for (const block of all) {
    if (block.linked > block.text.length / 2 && regions.removed(block.node)) gap += 1;
    else {
      blocks.push(block);
      gaps.push(gap);
      gap = 0;
    }
  }
  return blocks.length > 0 ? { blocks, gaps } : { blocks: all, gaps: all.map(() => 0) };
}

function* chances(forest: Forest, rows: Float32Array): Generator<void, Float64Array> {
  const found = new Float64Array(rows.length / WIDTH);
  for (let at = 0; at < found.length; at += 1) {
    if (at % BLOCKS_PER_STEP === BLOCKS_PER_STEP - 1) yield;
    found[at] = chanceOf(oddsOf(forest, rows, at * WIDTH));
  }
  return found;
}

/**
 * The selection with the best balance to expect between what is missed and what is too much (F1): where the
 * model is sure it cuts at one half, on pages that puzzle it lower. At least one block is kept.
 */
export function bestSelection(blocks: readonly Block[], scores: Float64Array): Block[] {
  const weights = blocks.map(({ text }) => readingLength(text) + 3);
  const expected = weights.reduce((sum, weight, at) => sum + weight * (scores[at] ?? 0), 0);
  let [cut, best, right, taken] = [1, -1, 0, 0];
  for (const at of [...scores.keys()].sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0))) {
    const score = scores[at] ?? 0;
    right += score * (weights[at] ?? 0);
    taken += weights[at] ?? 0;
    const balance = right / (taken + expected);
    if (balance > best) [best, cut] = [balance, score];
  }
  return blocks.filter((_, at) => (scores[at] ?? 0) >= cut);
}
