import { expect, test } from 'vitest';
import { closeEngines, type EngineName, openEngines } from './engines.ts';
import { faultsOf } from './faults.ts';
import { describeFailure, runRounds } from './run-rounds.ts';

/** A machine that does other things too takes many times as long. Milliseconds. */
const TIMEOUT = 40 * 60_000;
/** Most of a round is waiting for processes and disks. */
const AT_ONCE = 4;

/**
 * Forty rounds of bad luck on an engine. A round that fails says how to see it again:
 * `npm run test:faults -- --engine … --seed … --rounds 1`.
 */
export function testFortyRounds(name: EngineName): void {
  test('[CL1][CL2][CL4][PU3][OB2][PL3][ST1] whatever dies, breaks or fills up, no clip is lost, doubled or out of order', {
    timeout: TIMEOUT,
  }, async () => {
    const engines = await openEngines(name, AT_ONCE);
    try {
      const figures = await runRounds(engines, { seed: 1, rounds: 40 });
      expect(figures.failed.map((round) => describeFailure(name, round)).join('\n')).toBe('');
      const { rounds, lost, doubled, outOfOrder, submitted } = figures;
      expect({ rounds, lost, doubled, outOfOrder }).toEqual({ rounds: 40, lost: 0, doubled: 0, outOfOrder: 0 });
      expect(submitted).toBeGreaterThan(200);
      // Every fault has its turn, and most of them really happen.
      expect(figures.faults.size).toBeGreaterThan(faultsOf(name).length * 0.8);
    } finally {
      await closeEngines(engines);
    }
  });
}
