/**
 * Learns the weights of `desk/similar/compare.ts` from the open half and its background: a logistic regression,
 * cross-validated by pairs. Prints them; a person writes them down. `npm run learn:similar`
 */
import { type Signs, signsOf, WEIGHTS } from '../../../desk/similar/compare.ts';
import { traitsOf } from '../../../desk/similar/traits.ts';
import { rarityOf, readCrowd, readPairs, topicsOf } from './set.ts';

type Row = { x: number[]; isSame: number; weight: number; fold: number; label: string };

const FOLDS = 8;
const PENALTY = 0.02;
const STEPS = 3_000;
/** Background: for every topic its nearest others, which are all of another story; together as much as the pairs. */
const NEAREST = 5;
const NAMES = Object.keys(WEIGHTS).filter((name): name is keyof Signs => name !== 'bias');

const pairs = readPairs('open');
const topics = [...topicsOf(pairs), ...readCrowd()];
const rarity = rarityOf(topics);
const traits = new Map(topics.map((topic) => [topic, traitsOf(topic)]));
const of = (topic: (typeof topics)[number]) => traits.get(topic) ?? traitsOf(topic);
const signs = (a: (typeof topics)[number], b: (typeof topics)[number]) => signsOf(of(a), of(b), rarity);
const values = (row: Signs) => NAMES.map((name) => row[name]);

const rows: Row[] = pairs.flatMap(({ a, b, label }, index) => {
  const fold = index % FOLDS;
  const weight = label === 'related' ? 0.5 : 1;
  const own: Row = { x: values(signs(a, b)), isSame: label === 'different' ? 0 : 1, weight, fold, label };
  const background = [a, b].flatMap((topic) =>
    topics
      .filter((other) => other !== a && other !== b)
      .map((other) => signs(topic, other))
      .sort((one, other) => other.overlap - one.overlap)
      .slice(0, NEAREST)
      .map((row): Row => ({ x: values(row), isSame: 0, weight: 1 / (2 * NEAREST), fold, label: 'background' })),
  );
  return [own, ...background];
});

/** Weights for signs as they are, the bias last. */
function learn(data: readonly Row[]): number[] {
  const mean = NAMES.map((_, at) => data.reduce((sum, { x }) => sum + (x[at] ?? 0), 0) / data.length);
  const spread = NAMES.map(
    (_, at) =>
      Math.sqrt(data.reduce((sum, { x }) => sum + ((x[at] ?? 0) - (mean[at] ?? 0)) ** 2, 0) / data.length) || 1,
  );
  const even = data.map((row) => ({
    ...row,
    x: row.x.map((value, at) => (value - (mean[at] ?? 0)) / (spread[at] ?? 1)),
  }));
  const total = data.reduce((sum, { weight }) => sum + weight, 0);
  const learned = NAMES.map(() => 0);
  let bias = 0;
  for (let step = 0; step < STEPS; step += 1) {
    const slope = NAMES.map(() => 0);
    let lift = 0;
    for (const { x, isSame, weight } of even) {
      const sum = x.reduce((before, value, at) => before + value * (learned[at] ?? 0), bias);
      const miss = (1 / (1 + Math.exp(-sum)) - isSame) * weight;
      lift += miss;
      for (const [at, value] of x.entries()) slope[at] = (slope[at] ?? 0) + miss * value;
    }
    bias -= lift / total;
    for (const [at, value] of slope.entries())
      learned[at] = (learned[at] ?? 0) - (value / total + PENALTY * (learned[at] ?? 0));
  }
  const plain = learned.map((weight, at) => weight / (spread[at] ?? 1));
  return [...plain, bias - plain.reduce((sum, weight, at) => sum + weight * (mean[at] ?? 0), 0)];
}

const scoreOf = (weights: readonly number[], { x }: Row) =>
  1 / (1 + Math.exp(-x.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), weights.at(-1) ?? 0)));

const judged = Array.from({ length: FOLDS }, (_, fold) => {
  const weights = learn(rows.filter((row) => row.fold !== fold));
  return rows.filter((row) => row.fold === fold).map((row) => ({ label: row.label, score: scoreOf(weights, row) }));
}).flat();

console.log(
  Object.fromEntries([...NAMES, 'bias'].map((name, at) => [name, Number((learn(rows)[at] ?? 0).toFixed(2))])),
);
for (const from of [0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7]) {
  const share = (label: string) => {
    const all = judged.filter((row) => row.label === label);
    return { n: all.filter(({ score }) => score >= from).length, of: all.length };
  };
  const [same, related, different, background] = ['same', 'related', 'different', 'background'].map(share);
  if (same === undefined || related === undefined || different === undefined || background === undefined) continue;
  console.log(
    `from ${from}: precision ${(same.n / (same.n + different.n)).toFixed(2)} recall ${(same.n / same.of).toFixed(2)}`,
    `related ${(related.n / related.of).toFixed(2)} wrong ones shown for a topic ${(background.n / pairs.length / 2).toFixed(2)}`,
  );
}
