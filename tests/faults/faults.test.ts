/**
 * Forty rounds of bad luck for each engine, and that the harness notices a queue or a client which is wrong.
 * A round that fails says how to see it again: `npm run test:faults -- --engine … --seed … --rounds 1`.
 */
import { describe, expect, test } from 'vitest';
import { openEngines } from './engines.ts';
import { faultsOf } from './faults.ts';
import { DEFECTS } from './orders.ts';
import { describeFailure, runRounds } from './run-rounds.ts';
import { openSqliteEngine } from './sqlite-engine.ts';

const MINUTES = 60_000;

describe.each(['sqlite', 'postgres'])('on %s', (name) => {
  test('[CL1][CL2][CL4][PU3][OB2][PL3][ST1] whatever dies, breaks or fills up, no clip is lost, doubled or out of order', {
    timeout: 15 * MINUTES,
  }, async () => {
    for (const open of openEngines(name)) {
      const engine = await open();
      try {
        const figures = await runRounds(engine, { seed: 1, rounds: 40 });
        expect(figures.failed.map((round) => describeFailure(name, round)).join('\n')).toBe('');
        const { rounds, lost, doubled, outOfOrder, submitted } = figures;
        expect({ rounds, lost, doubled, outOfOrder }).toEqual({ rounds: 40, lost: 0, doubled: 0, outOfOrder: 0 });
        expect(submitted).toBeGreaterThan(200);
        // Every fault has its turn, and most of them really happen.
        expect(figures.faults.size).toBeGreaterThan(faultsOf(engine).length * 0.8);
      } finally {
        await engine.close();
      }
    }
  });
});

describe('what is wrong is found', () => {
  test.each([...DEFECTS, 'says saved before commit'] as const)('%s', { timeout: 5 * MINUTES }, async (defect) => {
    const engine = await openSqliteEngine();
    try {
      const { failed } = await runRounds(engine, { seed: 1, rounds: 40, defect, stopAtFailure: true });
      expect(failed).not.toEqual([]);
    } finally {
      await engine.close();
    }
  });
});
