import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { WIDTH } from '../../capture/block-features.ts';
import { TEXT_FOREST } from '../../capture/text-forest.ts';
import { chanceOf, FINE, oddsOf, readForest } from '../../capture/text-model.ts';
import { encodeForest } from '../extraction/training/forest-source.ts';

describe('the text model', () => {
  it('asks for numbers that every block has', () => {
    const forest = readForest(TEXT_FOREST);
    expect(forest.roots.length).toBeGreaterThan(10);
    expect(Math.max(...forest.feature)).toBeLessThan(WIDTH);
    expect([...forest.value].every(Number.isFinite)).toBe(true);
  });

  it('fits in the script that is injected on demand', () => {
    expect(gzipSync(JSON.stringify(TEXT_FOREST)).length).toBeLessThan(7_500);
  });

  it('goes left below the edge of a question and right from the edge on', () => {
    // Of feature 1 whether it is below 3; the leaves are -42 and 1.
    const edges = [new Float32Array(), Float32Array.of(2, 3)];
    const leaf = { feature: -1, edge: 0, left: -1, right: -1 };
    const tree = [
      { feature: 1, edge: 1, left: 1, right: 2, value: 0 },
      { ...leaf, value: -42 },
      { ...leaf, value: 1 },
    ];
    const forest = readForest(encodeForest({ bias: 1, trees: [tree] }, edges));
    const fine = (...values: number[]): Int32Array => Int32Array.from(values, (value) => value * FINE);
    const low = oddsOf(forest, fine(9, 2.9), 0);
    expect(oddsOf(forest, fine(9, 3), 0)).toBeGreaterThan(low);
    expect(oddsOf(forest, fine(0, 0, 9, 2.9), 2)).toBe(low);
  });

  it('goes from every question to two nodes of the same tree', () => {
    const { feature, jump, roots } = readForest(TEXT_FOREST);
    for (const [tree, root] of roots.entries()) {
      const end = roots[tree + 1] ?? feature.length;
      for (let node = root; node < end; node += 1) {
        if (feature[node] !== -1) expect(node + (jump[node] ?? 0)).toBeLessThan(end);
      }
      expect(feature[end - 1]).toBe(-1);
    }
  });

  it('refuses a forest that is cut', () => {
    const { code } = TEXT_FOREST;
    expect(() => readForest({ ...TEXT_FOREST, code: code.slice(0, -4) })).toThrow('text model');
    expect(() => readForest({ ...TEXT_FOREST, size: TEXT_FOREST.size + 1 })).toThrow('text model');
  });

  it('turns odds into chances that grow with them', () => {
    const chances = [-50, -3, -0.2, 0, 0.2, 3, 50].map(chanceOf);
    expect(chances).toEqual(chances.toSorted((a, b) => a - b));
    expect(chanceOf(0)).toBe(0.5);
    expect(chanceOf(1)).toBeCloseTo(1 / (1 + Math.exp(-1)), 2);
  });
});
