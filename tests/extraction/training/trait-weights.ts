/**
 * Learns what traits of candidates are worth, as a conditional logit: of all candidates of a page, the
 * right ones shall be the likeliest. It uses no chance, so the same pages give the same weights.
 */
import type { Weights } from '../../../capture/weigh.ts';
import { foldsOf } from './walked-pages.ts';

/** `right` as the figures count it; `wanted` as it is taught: of several right ones only the best. */
export type Choice = { traits: readonly string[]; right: boolean; wanted: boolean };

/** The candidates of one labelled page. */
export type Sample = { site: string; choices: readonly Choice[] };

/** Keeps weights small that few pages speak for: the strength of the prior, in pages. */
const PRIOR = 1;
const STEPS = 200;
const RATE = 0.12;
const ROUNDS = 2;

/** A page as numbers: for each candidate those of its traits. */
type Row = { traits: Int32Array; wanted: boolean }[];

/**
 * The weights of traits to one decimal, in the order of their names. Traits that tell less than `telling` are
 * left out, and the rest is learned again.
 */
export function learn(samples: readonly Sample[], telling: number): Weights {
  const usable = samples.filter(
    ({ choices }) => choices.some((one) => one.wanted) && choices.some((one) => !one.wanted),
  );
  let names = [...new Set(usable.flatMap(({ choices }) => choices.flatMap(({ traits }) => traits)))].sort();
  let values = new Float64Array(0);
  for (let round = 0; round <= ROUNDS; round += 1) {
    names = names.filter((_, at) => round === 0 || Math.abs(values[at] ?? 0) >= telling);
    const numbers = new Map(names.map((name, at) => [name, at]));
    values = ascend(
      usable.map(({ choices }) =>
        choices.map(({ traits, wanted }) => ({
          wanted,
          traits: Int32Array.from(traits.flatMap((trait) => numbers.get(trait) ?? [])),
        })),
      ),
      names.length,
    );
  }
  return Object.fromEntries(names.map((name, at) => [name, Math.round((values[at] ?? 0) * 10) / 10]));
}

/** Gradient ascent with Adam's step sizes. */
function ascend(rows: readonly Row[], count: number): Float64Array<ArrayBuffer> {
  const [values, mean, square] = [new Float64Array(count), new Float64Array(count), new Float64Array(count)];
  for (let step = 1; step <= STEPS; step += 1) {
    const slopes = values.map((value) => PRIOR * value);
    for (const row of rows) addSlope(row, values, slopes);
    for (const [at, slope] of slopes.entries()) {
      mean[at] = 0.9 * (mean[at] ?? 0) + 0.1 * slope;
      square[at] = 0.999 * (square[at] ?? 0) + 0.001 * slope * slope;
      const size = Math.sqrt((square[at] ?? 0) / (1 - 0.999 ** step)) + 1e-8;
      values[at] = (values[at] ?? 0) - (RATE * (mean[at] ?? 0)) / (1 - 0.9 ** step) / size;
    }
  }
  return values;
}

function addSlope(row: Row, values: Float64Array, slopes: Float64Array): void {
  const supports = row.map(({ traits }) => traits.reduce((sum, trait) => sum + (values[trait] ?? 0), 0));
  const highest = Math.max(...supports);
  const odds = supports.map((support) => Math.exp(support - highest));
  const all = odds.reduce((sum, one) => sum + one, 0);
  const wantedOdds = odds.reduce((sum, one, at) => sum + (row[at]?.wanted === true ? one : 0), 0);
  for (const [at, { traits, wanted }] of row.entries()) {
    const error = (odds[at] ?? 0) / all - (wanted ? (odds[at] ?? 0) / wantedOdds : 0);
    for (const trait of traits) slopes[trait] = (slopes[trait] ?? 0) + error;
  }
}

/** How many pages have a right candidate as their heaviest. Where none weighs `least`, nothing is answered. */
export function countRight(samples: readonly Sample[], weights: Weights, least = Number.NEGATIVE_INFINITY): number {
  return samples.filter(({ choices }) => {
    let best = { support: least, right: false };
    for (const { traits, right } of choices) {
      const support = traits.reduce((sum, trait) => sum + (weights[trait] ?? 0), 0);
      if (support > best.support) best = { support, right };
    }
    return best.right;
  }).length;
}

/** The same for pages of sites that the weights were not learned from. */
export function countRightOnOtherSites(
  samples: readonly Sample[],
  telling: number,
  folds: number,
  least?: number,
): number {
  const foldOf = foldsOf(samples, folds);
  let right = 0;
  for (let fold = 0; fold < folds; fold += 1) {
    const weights = learn(
      samples.filter((_, at) => foldOf[at] !== fold),
      telling,
    );
    right += countRight(
      samples.filter((_, at) => foldOf[at] === fold),
      weights,
      least,
    );
  }
  return right;
}
