/** What of a clearance follows from its steps and from who is there. */
import { clearanceStanding } from '../../desk/clearances.ts';
import { clearanceFollows, clearanceSteps, clearerNow, type KeptClearance } from '../rows/clearances.ts';
import type { Store } from '../store/store.ts';
import type { Difference } from './difference.ts';
import { eachChunk } from './each-chunk.ts';

export async function verifyClearances(store: Store, report: (difference: Difference) => void): Promise<void> {
  await eachChunk<KeptClearance & { id: string }>(
    store,
    'SELECT * FROM (SELECT topic_id AS id, clearance.* FROM clearance) AS kept WHERE 1 = 1',
    async (sql, rows) => {
      for (const kept of rows) {
        const should = clearanceStanding(await clearanceSteps(sql, kept.id));
        const clearer = (await clearerNow(sql, kept.id))?.id ?? null;
        const pairs = {
          level: [kept.level, should.level],
          state: [kept.state, should.state],
          conditions: [kept.conditions, should.conditions],
          embargoUntil: [kept.embargo_until, should.embargoUntil],
          dueAt: [kept.due_at, should.dueAt],
          // Whoever had it when it ended is history.
          clearer: kept.state === 'open' ? [kept.clearer_id, clearer] : [],
        };
        for (const [field, [is, shouldBe]] of Object.entries(pairs))
          if (is !== shouldBe)
            report({
              check: 'clearance',
              id: kept.id,
              field,
              is: String(is),
              shouldBe: String(shouldBe),
              isDerived: true,
            });
      }
    },
  );
}

/** Writes what follows into the rows of these topics' clearances, and lets devices hear of it. */
export async function repairClearances(store: Store, topicIds: readonly string[]): Promise<void> {
  for (const id of topicIds) await store.write((tx) => clearanceFollows(tx, id));
}
