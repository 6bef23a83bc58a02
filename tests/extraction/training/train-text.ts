/**
 * Trains the text model on labelled pages and writes capture/text-forest.ts. Before that it says how good
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
import { FINE, type ForestSource, oddsOf, readForest } from '../../../capture/text-model.ts';
import { binned, boost, edgesOf, type Settings, type Table } from './boosting.ts';
import { encodeForest } from './forest-source.ts';
import { type LabelledPage, labelledPages } from './labelled-pages.ts';
import { type Score, scoreText, summary } from './score.ts';
import { finish, foldsOf } from './walked-pages.ts';

const SETTINGS: Settings = {
  trees: 80,
  leaves: 14,
  rate: 0.12,
  lambda: 4,
  minPages: 8,
  features: 0.3,
  pages: 0.6,
  seed: 1,
};

/** Numbers that say which page this is rather than which block: finer steps would be learned by heart. */
const COARSE =
  /^(?:page(?:Text|Prose|Links|Blocks|Longest)|container(?:Share|Links)|columnPart|articles|path|(?:text|links|blocks|part|prose|kinText)3)$/;

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
  return { pages, starts, label, weight, page, folds: foldsOf(pages, folds) };
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

/** Log odds by forests that have not seen the site of a page, and the forest of all pages. */
function learn(training: Training): { odds: Float64Array; source: ForestSource } {
  const table = tableOf(training);
  const edges = edgesOf(table, new Set(BLOCK_FEATURES.flatMap((name, at) => (COARSE.test(name) ? [at] : []))));
  const bins = binned(table, edges);
  const count = table.label.length;
  const odds = new Float64Array(count);
  const fine = Int32Array.from(table.values, (value) => Math.round(value * FINE));
  for (const fold of new Set(training.folds)) {
    const seen = rowsOf(training, (page) => training.folds[page] !== fold, true);
    const unseen = rowsOf(training, (page) => training.folds[page] === fold, false);
    // As it would be read and asked in a page.
    const forest = readForest(encodeForest(boost(table, edges, bins, seen, SETTINGS), edges));
    for (const row of unseen) odds[row] = oddsOf(forest, fine, row * WIDTH);
  }
  const everyRow = rowsOf(training, () => true, true);
  return { odds, source: encodeForest(boost(table, edges, bins, everyRow, SETTINGS), edges) };
}

function tableOf({ pages, starts, label, weight, page }: Training): Table {
  const values = new Float32Array(label.length * WIDTH);
  for (const [number, { rows }] of pages.entries()) values.set(rows, (starts[number] ?? 0) * WIDTH);
  return { width: WIDTH, values, label, weight, page };
}

function report(training: Training, odds: Float64Array): void {
  const judged = training.pages.flatMap((page, number) => {
    if (page.truth === undefined) return [];
    const start = training.starts[number] ?? 0;
    const kept = finish(bestSelection(page.blocks, odds.subarray(start, start + page.blocks.length)));
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
const { odds, source } = learn(training);
console.log('\nsites not seen');
report(training, odds);
if (!values.try) {
  const written = `/** Written by tests/extraction/training/train-text.ts; not by hand. See text-model.ts for what it means. */
import type { ForestSource } from './text-model.ts';

export const TEXT_FOREST: ForestSource = {
  bias: ${source.bias},
  step: ${source.step},
  size: ${source.size},
  trees: ${source.trees},
  code: '${source.code}',
};
`;
  writeFileSync(fileURLToPath(new URL('../../../capture/text-forest.ts', import.meta.url)), written);
}
