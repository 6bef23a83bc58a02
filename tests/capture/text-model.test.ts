import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { WIDTH } from '../../capture/block-features.ts';
import { TEXT_FOREST } from '../../capture/text-forest.ts';
import { chanceOf, FINE, oddsOf, readForest } from '../../capture/text-model.ts';

describe('the text model', () => {
  it('asks for numbers that every block has', () => {
    const forest = readForest(TEXT_FOREST);
    expect(forest.roots.length).toBeGreaterThan(10);
    expect(Math.max(...forest.feature)).toBeLessThan(WIDTH);
    expect([...forest.value].every(Number.isFinite)).toBe(true);
  });

  it('fits in the script that is injected on demand', () => {
    expect(gzipSync(JSON.stringify(TEXT_FOREST)).length).toBeLessThan(6_000);
  });

  it('goes left below the edge of a question and right from the edge on', () => {
    const forest = readForest({ bias: 1, step: 0.5, questions: '1:2,3', trees: '#%!#!%' });
    const fine = (...values: number[]): Int32Array => Int32Array.from(values, (value) => value * FINE);
    const low = oddsOf(forest, fine(9, 2.9), 0);
    expect(oddsOf(forest, fine(9, 3), 0)).toBeGreaterThan(low);
    expect(oddsOf(forest, fine(0, 0, 9, 2.9), 2)).toBe(low);
  });

  it('refuses a forest that is not well formed', () => {
    for (const trees of ['##', '#%!#', '!', '"', 'zz!#!#']) {
      expect(() => readForest({ bias: 0, step: 1, questions: '0:1', trees })).toThrow('text model');
    }
  });

  it('turns odds into chances that grow with them', () => {
    const chances = [-50, -3, -0.2, 0, 0.2, 3, 50].map(chanceOf);
    expect(chances).toEqual(chances.toSorted((a, b) => a - b));
    expect(chanceOf(0)).toBe(0.5);
    expect(chanceOf(1)).toBeCloseTo(1 / (1 + Math.exp(-1)), 2);
  });
});
