import { expect, test } from 'vitest';
import { figures } from '../../../server/figures/figures.ts';
import { openSqliteStore } from '../../../server/store/sqlite.ts';
import type { Sql } from '../../../server/store/store.ts';
import { NOW } from '../queue.ts';

const WEEK = 7 * 86_400_000;

test('figures of a span read the rows of that span by an index, and no table from end to end', async () => {
  const store = await openSqliteStore(':memory:');
  const plans = await store.read(async (sql) => {
    const asked: string[] = [];
    const noting: Sql = {
      ...sql,
      all: (text, ...values) => {
        asked.push(text);
        return sql.all(text, ...values);
      },
    };
    await figures(noting, { from: NOW - 2 * WEEK, to: NOW }, NOW);
    const ofSpan = new Set(asked.filter((text) => text.includes('>= $1')));
    expect(ofSpan.size).toBeGreaterThanOrEqual(6);
    const steps: string[] = [];
    for (const text of ofSpan) {
      const rows = await sql.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${text}`, 1, 2);
      steps.push(...rows.map(({ detail }) => detail));
    }
    return steps;
  });
  await store.close();
  expect(plans.filter((detail) => detail.startsWith('SCAN'))).toEqual([]);
  expect(
    plans.filter((detail) => /^SEARCH (topic|decision|clip) USING .*INDEX \w+_by_/.test(detail)).length,
  ).toBeGreaterThanOrEqual(6);
});
