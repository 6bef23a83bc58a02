/** The harness notices a queue or a client which is wrong: what never fails shows nothing. */
import { describe, expect, test } from 'vitest';
import { DEFECTS } from './orders.ts';
import { runRounds } from './run-rounds.ts';
import { openSqliteEngine } from './sqlite-engine.ts';

const MINUTES = 60_000;

describe('what is wrong is found', () => {
  test.each([...DEFECTS, 'says saved before commit'] as const)('%s', { timeout: 15 * MINUTES }, async (defect) => {
    const engine = await openSqliteEngine();
    try {
      const { failed } = await runRounds(engine, { seed: 1, rounds: 40, defect, stopAtFailure: true });
      expect(failed).not.toEqual([]);
    } finally {
      await engine.close();
    }
  });
});
