/** The harness notices a queue or a client which is wrong: what never fails shows nothing. */
import { describe, expect, test } from 'vitest';
import { closeEngines, openEngines } from './engines.ts';
import { DEFECTS } from './orders.ts';
import { runRounds } from './run-rounds.ts';

const MINUTES = 60_000;

describe('what is wrong is found', () => {
  test.each([...DEFECTS, 'says saved before commit'] as const)('%s', { timeout: 15 * MINUTES }, async (defect) => {
    const engines = await openEngines('sqlite', 4);
    try {
      const { failed } = await runRounds(engines, { seed: 1, rounds: 40, defect, stopAtFailure: true });
      expect(failed).not.toEqual([]);
    } finally {
      await closeEngines(engines);
    }
  });
});
