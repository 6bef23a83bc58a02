// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { originOf, repeatWith } from './origins.ts';
import { tryMutant } from './try-mutant.ts';

/** The rest of the five hundred is tried in a real browser. */
const MUTANTS = 300;
const BATCH = 50;

describe('pages that were broken at random', { timeout: 120_000 }, () => {
  it.each(Array.from({ length: MUTANTS / BATCH }, (_, batch) => batch * BATCH))(
    '[CA1] from seed %i are read without a change, with a valid answer, and the same twice',
    (first) => {
      for (let seed = first; seed < first + BATCH; seed += 1) {
        const { name, html } = originOf(seed);
        expect(tryMutant(html, seed), `${name}: ${repeatWith(seed)}`).toBeNull();
      }
    },
  );
});
