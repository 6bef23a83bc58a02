/**
 * Learns the weights of traits (capture/weights.ts) from labelled pages, as a conditional logit: of all
 * candidates of a page, the right ones shall be the likeliest. It uses no chance, so the same pages give
 * the same weights. Usage: node tests/extraction/learn.ts SAMPLES.json
 *
 * SAMPLES.json holds an array of `Sample`: the groups that `weighTitles`, `weighBylines` or `weighDates`
 * offer for each labelled page, and which of them its label says are right. Figures that tell how well
 * the weights carry over are of folds divided by site.
 */
import { readFileSync } from 'node:fs';

export type Sample = { site: string; groups: { traits: string[]; ok: boolean }[] };
export type Learned = Record<string, number>;

/** Keeps weights small that few pages speak for: the strength of the prior, in pages. */
const PRIOR = 1;
const STEPS = 200;
const RATE = 0.12;
/** Traits that tell less than this are left out, and the rest is learned again. */
const LEAST = 0.3;
const FOLDS = 5;

const supportOf = (traits: readonly string[], weights: Learned): number =>
  traits.reduce((sum, trait) => sum + (weights[trait] ?? 0), 0);

/** Weights that make the right candidates likeliest, by gradient ascent with Adam's step sizes. */
export function learn(samples: readonly Sample[]): Learned {
  const usable = samples.filter(({ groups }) => groups.some(({ ok }) => ok) && groups.some(({ ok }) => !ok));
  const names = [...new Set(usable.flatMap(({ groups }) => groups.flatMap(({ traits }) => traits)))];
  const weights: Learned = Object.fromEntries(names.map((name) => [name, 0]));
  const mean: Learned = {};
  const square: Learned = {};
  for (let step = 1; step <= STEPS; step += 1) {
    const gradient = gradientOf(usable, weights);
    for (const name of names) {
      const slope = (gradient[name] ?? 0) + PRIOR * (weights[name] ?? 0);
      mean[name] = 0.9 * (mean[name] ?? 0) + 0.1 * slope;
      square[name] = 0.999 * (square[name] ?? 0) + 0.001 * slope * slope;
      const size = Math.sqrt(square[name] / (1 - 0.999 ** step)) + 1e-8;
      weights[name] = (weights[name] ?? 0) - (RATE * mean[name]) / (1 - 0.9 ** step) / size;
    }
  }
  return weights;
}

function gradientOf(samples: readonly Sample[], weights: Learned): Learned {
  const gradient: Learned = {};
  for (const { groups } of samples) {
    const supports = groups.map(({ traits }) => supportOf(traits, weights));
    const highest = Math.max(...supports);
    const odds = supports.map((support) => Math.exp(support - highest));
    const all = odds.reduce((sum, one) => sum + one, 0);
    const right = odds.reduce((sum, one, at) => sum + (groups[at]?.ok === true ? one : 0), 0);
    for (const [at, { traits, ok }] of groups.entries()) {
      const error = (odds[at] ?? 0) / all - (ok ? (odds[at] ?? 0) / right : 0);
      for (const trait of traits) gradient[trait] = (gradient[trait] ?? 0) + error;
    }
  }
  return gradient;
}

/** Learns, leaves out what tells little, and learns again. */
export function learnFew(samples: readonly Sample[]): Learned {
  let weights = learn(samples);
  for (let round = 0; round < 2; round += 1) {
    const telling = new Set(Object.keys(weights).filter((name) => Math.abs(weights[name] ?? 0) >= LEAST));
    const fewer = samples.map(({ site, groups }) => ({
      site,
      groups: groups.map(({ traits, ok }) => ({ traits: traits.filter((trait) => telling.has(trait)), ok })),
    }));
    weights = learn(fewer);
  }
  return weights;
}

/** The share of pages whose heaviest candidate is right. */
export function shareRight(samples: readonly Sample[], weights: Learned): number {
  const right = samples.filter(({ groups }) => {
    const [first] = groups.toSorted((a, b) => supportOf(b.traits, weights) - supportOf(a.traits, weights));
    return first?.ok === true;
  });
  return right.length / Math.max(1, samples.length);
}

/** The share that is right on sites from which nothing was learned. */
export function shareOnOtherSites(samples: readonly Sample[]): number {
  const sites = [...new Set(samples.map(({ site }) => site))].sort();
  const foldOf = new Map(sites.map((site, at) => [site, at % FOLDS]));
  let right = 0;
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const others = samples.filter(({ site }) => foldOf.get(site) !== fold);
    const own = samples.filter(({ site }) => foldOf.get(site) === fold);
    right += shareRight(own, learnFew(others)) * own.length;
  }
  return right / Math.max(1, samples.length);
}

if (import.meta.main) {
  const file = process.argv[2];
  if (file === undefined) throw new Error('usage: node tests/extraction/learn.ts SAMPLES.json');
  const samples: Sample[] = JSON.parse(readFileSync(file, 'utf8'));
  const weights = learnFew(samples);
  for (const [trait, weight] of Object.entries(weights).toSorted((a, b) => b[1] - a[1])) {
    console.log(`${weight.toFixed(1).padStart(5)}  ${trait}`);
  }
  console.log(
    `right on its own pages ${shareRight(samples, weights).toFixed(4)}, on other sites ${shareOnOtherSites(samples).toFixed(4)}`,
  );
}
