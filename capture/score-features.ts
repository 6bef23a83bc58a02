/**
 * What the first scores of a page say together: a block whose neighbours, siblings and likes are text is
 * text too. The second look of the text model sees these numbers beside those of the first.
 */

import { BLOCK_FEATURES, WIDTH } from './block-features.ts';
import { type Block, readingLength } from './blocks.ts';
import type { Outline } from './outline.ts';
import { log } from './text-words.ts';

const SCORE_FEATURES = `score scoreA scoreB scoreC scoreD scoreE scoreF scoresBefore scoresAfter scoreMost keptBefore
  keptAfter scores1 scores2 scores3 scoresLook keptText keptFirst keptLast`.split(/\s+/);

export const SECOND_FEATURES: readonly string[] = [...BLOCK_FEATURES, ...SCORE_FEATURES];
export const SECOND_WIDTH = SECOND_FEATURES.length;

/** Beyond the first and last block. */
const NONE = -0.1;
/** How many blocks on either side are neighbours. */
const NEAR = 6;

/** The rows of `blockFeatures` with what `scores` (0 to 1, one a block) say of each. */
export function scoreFeatures(
  blocks: readonly Block[],
  rows: Float32Array,
  outline: Outline,
  looks: readonly object[],
  scores: Float64Array,
): Float32Array {
  const count = blocks.length;
  const weights = Float64Array.from(blocks, ({ text }) => readingLength(text) + 6);
  const [sums, lengths] = [new Float64Array(count + 1), new Float64Array(count + 1)];
  const byLook = new Map<object, { sum: number; length: number }>();
  let most = 0;
  let [first, last] = [-1, -1];
  for (const [at, weight] of weights.entries()) {
    const score = scores[at] ?? 0;
    sums[at + 1] = (sums[at] ?? 0) + score * weight;
    lengths[at + 1] = (lengths[at] ?? 0) + weight;
    most = Math.max(most, score);
    if (score > 0.5 && weight > 50) {
      if (first === -1) first = at;
      last = at;
    }
    const look = looks[at];
    if (look === undefined) continue;
    const known = byLook.get(look);
    if (known === undefined) byLook.set(look, { sum: score * weight, length: weight });
    else {
      known.sum += score * weight;
      known.length += weight;
    }
  }
  const total = Math.max(1e-9, sums[count] ?? 0);
  const between = (from: number, to: number, without = -1): number => {
    const [start, end] = [Math.max(0, from), Math.min(count, to)];
    const own = without === -1 ? 0 : (weights[without] ?? 0);
    const length = (lengths[end] ?? 0) - (lengths[start] ?? 0) - own;
    const sum = (sums[end] ?? 0) - (sums[start] ?? 0) - own * (scores[without] ?? 0);
    return end <= start || length < 1 ? NONE : sum / length;
  };

  const second = new Float32Array(count * SECOND_WIDTH);
  for (const [at, { node }] of blocks.entries()) {
    const near = (away: number): number => scores[at + away] ?? NONE;
    const around: number[] = [];
    for (let level = 0, up = node; level < 3; level += 1) {
      up = up === -1 ? -1 : (outline.wider[up] ?? -1);
      const from = outline.first[up] ?? 0;
      around.push(up === -1 ? NONE : between(from, from + (outline.blocks[up] ?? 0), at));
    }
    const look = byLook.get(looks[at] ?? {}) ?? { sum: 0, length: 1 };
    second.set(rows.subarray(at * WIDTH, (at + 1) * WIDTH), at * SECOND_WIDTH);
    second.set(
      [
        scores[at] ?? 0,
        ...[near(-1), near(-2), near(-3), near(1), near(2), near(3)],
        between(at - NEAR, at),
        between(at + 1, at + 1 + NEAR),
        most,
        (sums[at] ?? 0) / total,
        1 - (sums[at + 1] ?? 0) / total,
        ...around,
        look.sum / look.length,
        log(total),
        first === -1 ? 0 : Math.max(-60, Math.min(99, at - first)),
        last === -1 ? 0 : Math.max(-99, Math.min(60, at - last)),
      ],
      at * SECOND_WIDTH + WIDTH,
    );
  }
  return second;
}
