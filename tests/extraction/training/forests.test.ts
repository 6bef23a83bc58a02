import { describe, expect, it } from 'vitest';
import { FINE, oddsOf, readForest } from '../../../capture/text-model.ts';
import { binned, boost, edgesOf, predict, seeded, type Table } from './boosting.ts';
import { encodeForest } from './forest-source.ts';

const ROWS = 2_000;

/** Rows of three numbers, text where the first is large and the second small. */
function table(): Table {
  const random = seeded(5);
  // Whole parts of one, as those of pages are written.
  const values = Float32Array.from({ length: ROWS * 3 }, () => Math.floor(random() * FINE) / FINE);
  const at = (row: number, feature: number): number => values[row * 3 + feature] ?? 0;
  return {
    width: 3,
    values,
    label: Float32Array.from({ length: ROWS }, (_, row) => (at(row, 0) > 0.5 && at(row, 1) < 0.3 ? 1 : 0)),
    weight: new Float32Array(ROWS).fill(1),
    page: Int32Array.from({ length: ROWS }, (_, row) => row % 50),
  };
}

const settings = { trees: 30, leaves: 6, rate: 0.3, lambda: 1, minPages: 5, features: 1, pages: 0.8, seed: 9 };
const everyRow = Int32Array.from({ length: ROWS }, (_, row) => row);

function trained() {
  const rows = table();
  const edges = edgesOf(rows, new Set());
  const bins = binned(rows, edges);
  const forest = boost(rows, edges, bins, everyRow, settings);
  const odds = new Float64Array(ROWS);
  predict(forest, bins, ROWS, everyRow, odds);
  return { rows, odds, source: encodeForest(forest, edges) };
}

describe('a trained forest', () => {
  it('learns what its rows have in common', () => {
    const { rows, odds } = trained();
    const right = [...odds].filter((odd, row) => odd > 0 === (rows.label[row] ?? 0) > 0.5).length;
    expect(right / ROWS).toBeGreaterThan(0.95);
  });

  it('decides the same once it is written down and read again', () => {
    const { rows, odds, source } = trained();
    const forest = readForest(source);
    const fine = Int32Array.from(rows.values, (value) => value * FINE);
    const again = [...everyRow].map((row) => oddsOf(forest, fine, row * 3));
    const apart = again.map((odd, row) => Math.abs(odd - (odds[row] ?? 0)));
    expect(Math.max(...apart)).toBeLessThan(0.5);
    expect(again.filter((odd, row) => odd > 0 !== (odds[row] ?? 0) > 0).length).toBeLessThan(ROWS / 50);
  });

  it('is the same for the same rows', () => {
    expect(trained().source).toEqual(trained().source);
  });
});
