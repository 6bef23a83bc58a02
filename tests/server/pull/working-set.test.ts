import { beforeEach, expect, test } from 'vitest';
import { isOpen } from '../../../desk/states.ts';
import { LIMITS } from '../../../protocol/limits.ts';
import { STATES } from '../../../protocol/topic.ts';
import { workingSet } from '../../../server/pull/working-set.ts';
import type { Sql } from '../../../server/store/store.ts';
import { createRandom } from '../../sync/random.ts';
import { openTestQueue, type TestQueue } from '../queue.ts';
import { onPostgres } from '../test-store.ts';

const NOW = Date.UTC(2026, 10, 20, 9);
const DAY = 86_400_000;

let queue: TestQueue;
beforeEach(async () => {
  queue = await openTestQueue();
});

type Row = { state: (typeof STATES)[number]; changedAt: number };

/** What the rule says, in as many words: open or changed lately, and of those only the newest. */
const expected = (rows: readonly Row[]): number => {
  const closedSince = NOW - LIMITS.workingSetDays * DAY;
  const all = rows.filter(({ state, changedAt }) => changedAt >= closedSince || isOpen(state));
  return all.map(({ changedAt }) => changedAt).sort((a, b) => b - a)[LIMITS.workingSetTopics - 1] ?? 0;
};

const keep = (rows: readonly Row[]) =>
  queue.store.write(async (tx) => {
    for (let at = 0; at < rows.length; at += 500) {
      const values = rows.slice(at, at + 500).map(({ state, changedAt }, index) => {
        return `('t${at + index}', 'x', 'news', 'hr', '${state}', 0, 0, 0, ${changedAt})`;
      });
      await tx.run(
        `INSERT INTO topic (id, title, kind, department_id, state, state_since, supporter_count, created_at, changed_at)
         VALUES ${values.join(', ')}`,
      );
    }
  });

test.each([
  // Share of those within the days of the working set, share of states that are open.
  ['more lately than it holds', 0.9, 0.5],
  ['lately and long open together more than it holds', 0.3, 0.9],
  ['less than it holds', 0.2, 0.1],
])('[VI2] ends where the rule says: %s', async (_case, recent, open) => {
  const random = createRandom(7);
  const [opened, closed] = [STATES.filter(isOpen), STATES.filter((state) => !isOpen(state))];
  const rows = Array.from({ length: LIMITS.workingSetTopics + 4_000 }, (): Row => {
    const days = random.next() < recent ? random.next() * 89 : 91 + random.next() * 900;
    return { state: random.pick(random.next() < open ? opened : closed), changedAt: NOW - Math.floor(days * DAY) };
  });
  await keep(rows);
  const { floor } = await queue.store.read((sql) => workingSet(sql, NOW));
  expect(floor).toBe(expected(rows));
});

test.skipIf(onPostgres)(
  '[PL1] is found by walking back from the newest change: of a million topics nothing is sorted',
  async () => {
    await keep(Array.from({ length: LIMITS.workingSetTopics + 1 }, () => ({ state: 'new', changedAt: NOW })));
    const plans: string[] = [];
    await queue.store.read((sql) => {
      const explained: Sql = {
        ...sql,
        async all(text, ...values) {
          const plan = await sql.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${text}`, ...values);
          plans.push(...plan.map(({ detail }) => detail));
          return sql.all(text, ...values);
        },
      };
      return workingSet(explained, NOW);
    });
    expect(plans).toEqual([expect.stringMatching(/^SEARCH topic USING COVERING INDEX topic_by_change/)]);
  },
);
