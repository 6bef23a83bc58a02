import { expect, test } from 'vitest';
import { createSharing } from '../../../server/store/sharing.ts';
import type { Sql, Value } from '../../../server/store/store.ts';

/** Says what was sent; every arm of a question finds its own values. */
function openEngine() {
  const sent: { text: string; values: Value[] }[] = [];
  const sql: Sql = {
    async all<R>(text: string, ...values: Value[]) {
      sent.push({ text, values });
      const arms = text.split(' UNION ALL ');
      return arms.map((arm, asked) => {
        const [value] = [...arm.matchAll(/\$(\d+)/g)].map(([, at]) => values[Number(at) - 1]);
        return arms.length === 1 ? { found: value } : { asked, found: value };
      }) as R[];
    },
    run: async (text, ...values) => void sent.push({ text, values }),
  };
  return { sent, ...createSharing(sql) };
}

const ROW = 'INSERT INTO topic (id, title, kind) VALUES ($1, $2, $2)';
const OTHER_ROW = 'INSERT INTO clip (id) VALUES ($1) ON CONFLICT (id) DO NOTHING';

test('what several ask at the same time is one statement, and each has its own answer', async () => {
  const { sent, forJob } = openEngine();
  const answers = await Promise.all(
    Array.from({ length: 26 }, (_, at) => forJob().all('SELECT found FROM topic WHERE id = $1', `t${at}`)),
  );
  expect(answers).toEqual(Array.from({ length: 26 }, (_, at) => [{ found: `t${at}` }]));
  expect(sent.map(({ values }) => values.length)).toEqual([20, 5, 1]);
  expect(sent[1]?.text).toBe(
    [1, 2, 3, 4, 5].map((at) => `SELECT ${at - 1} AS asked, found FROM topic WHERE id = $${at}`).join(' UNION ALL '),
  );
});

test('those who go on after the same answer ask the next together too', async () => {
  const { sent, forJob } = openEngine();
  await Promise.all(
    Array.from({ length: 5 }, async (_, at) => {
      const sql = forJob();
      await sql.all('SELECT found FROM topic WHERE id = $1', at);
      await sql.all('SELECT found FROM clip WHERE id = $1', at);
    }),
  );
  expect(sent).toHaveLength(2);
});

test.each([
  'SELECT id FROM topic WHERE id = $1 ORDER BY id',
  'SELECT id FROM topic WHERE id > $1 LIMIT 3',
  'SELECT DISTINCT kind FROM topic WHERE id > $1',
  'SELECT kind, count(*) FROM topic WHERE id > $1 GROUP BY kind',
  'DELETE FROM topic WHERE id = $1 RETURNING id',
])('%s is no part of another statement', async (text) => {
  const { sent, forJob } = openEngine();
  await Promise.all([1, 2, 3, 4, 5].map((at) => forJob().all(text, at)));
  expect(sent.map((statement) => statement.text)).toEqual(Array.from({ length: 5 }, () => text));
});

test('rows of one table are written by one statement, and before what was asked after them', async () => {
  const { sent, forJob } = openEngine();
  await Promise.all(
    [1, 2, 3, 4, 5].map(async (at) => {
      const sql = forJob();
      await sql.run(ROW, at, `title ${at}`);
      await sql.run(OTHER_ROW, at);
      await sql.all('SELECT found FROM topic WHERE id = $1', at);
    }),
  );
  expect(sent.map(({ text }) => text.slice(0, 18))).toEqual([
    'INSERT INTO topic ',
    'INSERT INTO clip (',
    'SELECT 0 AS asked,',
  ]);
  expect(sent[0]).toEqual({
    text: `INSERT INTO topic (id, title, kind) VALUES ${[1, 3, 5, 7, 9].map((at) => `($${at}, $${at + 1}, $${at + 1})`).join(', ')}`,
    values: [1, 2, 3, 4, 5].flatMap((at) => [at, `title ${at}`]),
  });
  expect(sent[1]?.text).toMatch(/\(\$5\) ON CONFLICT \(id\) DO NOTHING$/);
});

test('deletions are parts of one', async () => {
  const { sent, forJob, send } = openEngine();
  for (const at of [1, 2, 3, 4, 5])
    await forJob().run('DELETE FROM outcome WHERE client_id = $1 AND number <= $2', at, 0);
  send();
  expect(sent).toHaveLength(1);
  expect(sent[0]?.text.match(/DELETE FROM outcome WHERE client_id = \$\d+ AND number <= \$\d+/g)).toHaveLength(5);
  expect(sent[0]?.values).toEqual([1, 0, 2, 0, 3, 0, 4, 0, 5, 0]);
});

test('of one job nothing overtakes another', async () => {
  const { sent, forJob, send } = openEngine();
  const sql = forJob();
  const order = [ROW, OTHER_ROW, ROW, ROW, 'DELETE FROM topic WHERE id = $1', OTHER_ROW, 'UPDATE topic SET id = $1'];
  for (const text of order) await sql.run(text, 'a', 'b');
  const asked = sql.all('SELECT found FROM topic WHERE id = $1', 'a');
  await sql.run(ROW, 'c', 'd');
  send();
  await asked;
  expect(sent.map(({ text }) => text)).toEqual([...order, 'SELECT found FROM topic WHERE id = $1', ROW]);
});

test('a question that fails fails for all who shared it', async () => {
  const refuse = async () => {
    throw new Error('refused');
  };
  const { forJob } = createSharing({ all: refuse, run: refuse });
  const ends = await Promise.allSettled([1, 2, 3, 4, 5].map((at) => forJob().all('SELECT 1 WHERE $1 = 1', at)));
  expect(ends.map(({ status }) => status)).toEqual(Array.from({ length: 5 }, () => 'rejected'));
});
