/**
 * Trains the text model on labelled pages and writes capture/text-forests.ts. Before that it says how good
 * the model is on sites that it has not seen: every page is judged by forests that were trained without
 * its site. The same pages give the same file, letter by letter.
 *
 * Usage: npm run train:text -- --pages DIR --walked DIR [--sets a,b] [--folds 5] [--try]
 * `walked` is what walk-pages.ts made of the same pages; `--try` writes nothing.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { BLOCK_FEATURES, WIDTH } from '../../../capture/block-features.ts';
import { bestSelection } from '../../../capture/main-text.ts';
import { SECOND_FEATURES, SECOND_WIDTH, scoreFeatures } from '../../../capture/score-features.ts';
import { chanceOf } from '../../../capture/text-model.ts';
import { type Boosted, binned, boost, edgesOf, predict, type Settings, seeded, type Table } from './boosting.ts';
import { encodeForest } from './forest-source.ts';
import { type LabelledPage, labelledPages } from './labelled-pages.ts';
import { type Score, scoreText, summary } from './score.ts';

const SETTINGS: Settings = {
  trees: 50,
  leaves: 14,
  rate: 0.16,
  lambda: 4,
  minPages: 8,
  features: 0.3,
  pages: 0.6,
  seed: 1,
};

/** Numbers that say which page this is rather than which block: finer steps would be learned by heart. */
const COARSE =
  /^(?:page(?:Text|Prose|Links|Blocks|Longest)|container(?:Share|Links)|stated|h1|articles|path|(?:text|links|blocks|part|prose|kinText)3)$/;

/** Weights: every kind of page shall be read well, and articles are two thirds of the pages. */
const OTHER_KINDS = 2;
const PASSAGES_ONLY = 0.5;

type Training = { pages: readonly LabelledPage[]; starts: readonly number[]; folds: readonly number[] } & Omit<
  Table,
  'width' | 'values'
>;

function prepare(pages: readonly LabelledPage[], folds: number): Training {
  const starts: number[] = [];
  let count = 0;
  for (const { blocks } of pages) {
    starts.push(count);
    count += blocks.length;
  }
  const [label, weight, page] = [new Float32Array(count), new Float32Array(count), new Int32Array(count)];
  for (const [number, one] of pages.entries()) {
    const start = starts[number] ?? 0;
    label.set(one.share, start);
    page.fill(number, start, start + one.blocks.length);
    weight.set(weightsOf(one), start);
  }
  const random = seeded(3);
  const sites = [...new Set(pages.map(({ site }) => site))].sort();
  const foldOf = new Map(sites.map((site) => [site, Math.floor(random() * folds)]));
  return { pages, starts, label, weight, page, folds: pages.map(({ site }) => foldOf.get(site) ?? 0) };
}

/** A word weighs more on a short page, and a page with many blocks not as much more as it has. */
function weightsOf({ truth, kind, share, words }: LabelledPage): Float32Array {
  const size =
    truth === undefined
      ? 500
      : Math.max(
          50,
          words.reduce((sum, count, at) => sum + count * Math.max(0, share[at] ?? 0), 0),
        );
  const weights = Float32Array.from(words, (count) => Math.sqrt(Math.max(count, 0.2) / size));
  if (truth === undefined) return weights.map((weight) => weight * PASSAGES_ONLY);
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const page = Math.sqrt(8 / Math.max(sum, 2)) * (kind === 'article' ? 1 : OTHER_KINDS);
  return weights.map((weight) => weight * page);
}

function rowsOf({ pages, starts }: Training, isWanted: (page: number) => boolean, labelledOnly: boolean): Int32Array {
  const rows: number[] = [];
  for (const [number, { share }] of pages.entries()) {
    if (!isWanted(number)) continue;
    for (const [at, known] of share.entries()) if (!labelledOnly || known >= 0) rows.push((starts[number] ?? 0) + at);
  }
  return Int32Array.from(rows);
}

/** Scores by forests that have not seen the site of a page, and the forest of all pages. */
function learn(training: Training, table: Table, names: readonly string[], seed: number) {
  const edges = edgesOf(table, new Set(names.flatMap((name, at) => (COARSE.test(name) ? [at] : []))));
  const bins = binned(table, edges);
  const count = table.label.length;
  const odds = new Float64Array(count);
  const settings = { ...SETTINGS, seed };
  for (const fold of new Set(training.folds)) {
    const seen = rowsOf(training, (page) => training.folds[page] !== fold, true);
    const unseen = rowsOf(training, (page) => training.folds[page] === fold, false);
    predict(boost(table, edges, bins, seen, settings), bins, count, unseen, odds);
  }
  const forest: Boosted = boost(
    table,
    edges,
    bins,
    rowsOf(training, () => true, true),
    settings,
  );
  return { chances: odds.map(chanceOf), source: encodeForest(forest, edges) };
}

function tableOf(
  { label, weight, page }: Training,
  width: number,
  rows: (number: number) => Float32Array,
  starts: readonly number[],
): Table {
  const values = new Float32Array(label.length * width);
  for (const [number, start] of starts.entries()) values.set(rows(number), start * width);
  return { width, values, label, weight, page };
}

const chancesOf = ({ pages, starts }: Training, chances: Float64Array, number: number): Float64Array =>
  chances.slice(starts[number] ?? 0, (starts[number] ?? 0) + (pages[number]?.blocks.length ?? 0));

function report(training: Training, chances: Float64Array): void {
  const judged = training.pages.flatMap((page, number) => {
    if (page.truth === undefined) return [];
    const kept = bestSelection(page.blocks, chancesOf(training, chances, number));
    return [{ page, score: scoreText(page.truth, kept.map(({ text }) => text).join('\n')) }];
  });
  const line = (name: string, isOne: (page: LabelledPage) => boolean): void => {
    const scores: Score[] = judged.filter(({ page }) => isOne(page)).map(({ score }) => score);
    if (scores.length > 0) console.log(`${name.padEnd(24)}${summary(scores)}`);
  };
  line('articles', ({ kind }) => kind === 'article');
  line('other kinds', ({ kind }) => kind !== 'article');
  for (const set of new Set(judged.map(({ page }) => page.set))) line(`set ${set}`, (page) => page.set === set);
  for (const kind of new Set(judged.map(({ page }) => page.kind))) line(`kind ${kind}`, (page) => page.kind === kind);
}

const { values } = parseArgs({
  options: {
    pages: { type: 'string' },
    walked: { type: 'string' },
    sets: { type: 'string', default: 'zyte,wcxb,fundus,trafilatura' },
    folds: { type: 'string', default: '5' },
    try: { type: 'boolean', default: false },
  },
});
if (values.pages === undefined || values.walked === undefined) {
  throw new Error('usage: npm run train:text -- --pages DIR --walked DIR [--sets a,b] [--folds 5] [--try]');
}
const training = prepare(labelledPages(values.pages, values.walked, values.sets.split(',')), Number(values.folds));
console.log(`${training.pages.length} pages, ${training.label.length} blocks`);
const first = learn(
  training,
  tableOf(training, WIDTH, (number) => training.pages[number]?.rows ?? new Float32Array(), training.starts),
  BLOCK_FEATURES,
  1,
);
console.log('\nfirst look, sites not seen');
report(training, first.chances);
const secondRows = (number: number): Float32Array => {
  const page = training.pages[number];
  if (page === undefined) return new Float32Array();
  return scoreFeatures(page.blocks, page.rows, page.outline, page.looks, chancesOf(training, first.chances, number));
};
const second = learn(training, tableOf(training, SECOND_WIDTH, secondRows, training.starts), SECOND_FEATURES, 2);
console.log('\nsecond look, sites not seen');
report(training, second.chances);
if (!values.try) {
  const written = [
    '/** Written by tests/extraction/training/train-text.ts; not by hand. See text-model.ts for what it means. */',
    "import type { ForestSource } from './text-model.ts';",
    ...[first.source, second.source].map(
      ({ bias, step, questions, trees }, at) => `
export const ${at === 0 ? 'FIRST' : 'SECOND'}_FOREST: ForestSource = {
  bias: ${bias},
  step: ${step},
  questions:
    '${questions}',
  trees:
    '${trees}',
};`,
    ),
  ];
  writeFileSync(fileURLToPath(new URL('../../../capture/text-forests.ts', import.meta.url)), `${written.join('\n')}\n`);
}
