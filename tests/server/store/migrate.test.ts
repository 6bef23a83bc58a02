import { expect, test } from 'vitest';
import { DatabaseTooNew, migrate } from '../../../server/store/migrate.ts';
import { MIGRATIONS } from '../../../server/store/migrations/index.ts';
import type { Migration } from '../../../server/store/migrations/migration.ts';
import { openSqliteStore } from '../../../server/store/sqlite.ts';

const next: Migration = {
  number: (MIGRATIONS.at(-1)?.number ?? 0) + 1,
  name: 'next',
  up: (sql) => sql.run('CREATE TABLE later (id TEXT PRIMARY KEY)'),
};

test('migrations are numbered in their order, each with a number of its own', () => {
  const numbers = MIGRATIONS.map(({ number }) => number);
  expect(numbers).toEqual([...new Set(numbers)].toSorted((a, b) => a - b));
});

test('each migration runs once', async () => {
  const store = await openSqliteStore(':memory:');
  for (let times = 0; times < 2; times += 1) await store.write((tx) => migrate(tx, 7, [...MIGRATIONS, next]));
  expect(await store.read((sql) => sql.all('SELECT number, name FROM migration ORDER BY number'))).toEqual([
    ...MIGRATIONS.map(({ number, name }) => ({ number, name })),
    { number: next.number, name: 'next' },
  ]);
  await store.close();
});

test('a migration that fails leaves the database as it was', async () => {
  const store = await openSqliteStore(':memory:');
  const broken: Migration = {
    ...next,
    up: async (sql) => {
      await next.up(sql);
      throw new Error('out of luck');
    },
  };
  await expect(store.write((tx) => migrate(tx, 7, [...MIGRATIONS, broken]))).rejects.toThrow('out of luck');
  await expect(store.read((sql) => sql.all('SELECT * FROM later'))).rejects.toThrow();
  await store.close();
});

test('a database of a newer program is refused', async () => {
  const store = await openSqliteStore(':memory:');
  await store.write((tx) => migrate(tx, 7, [...MIGRATIONS, next]));
  await expect(store.write((tx) => migrate(tx, 8))).rejects.toThrow(DatabaseTooNew);
  await store.close();
});

test('clips of the first version say what they did not say yet', async () => {
  const store = await openSqliteStore(':memory:');
  const [read] = MIGRATIONS.slice(1);
  const bodies = [
    { title: 'A', picture: null },
    { title: 'B', picture: { hash: 'x' }, access: 'excerpt_only' },
  ];
  await store.write(async (tx) => {
    await tx.run(`INSERT INTO person (id, name, roles, source, active) VALUES ('p', 'P', '[]', 'strategy', 1)`);
    for (const [at, body] of bodies.entries())
      await tx.run(
        `INSERT INTO clip (id, topic_id, submitter_id, body, received_at) VALUES ($1, 't', 'p', $2, 1)`,
        `${at}`,
        JSON.stringify(body),
      );
    await tx.run(`INSERT INTO clip (id, topic_id, submitter_id, received_at) VALUES ('withdrawn', 't', 'p', 1)`);
    await read?.up(tx);
  });
  const rows = await store.read((sql) => sql.all<{ body: string | null }>('SELECT body FROM clip ORDER BY id'));
  const said = { quotePlace: null, context: null, clippedImage: null };
  expect(rows.map(({ body }) => (body === null ? null : JSON.parse(body)))).toEqual([
    { ...said, access: 'full', title: 'A', picture: null },
    { ...said, access: 'excerpt_only', title: 'B', picture: { alt: '', hash: 'x' } },
    null,
  ]);
  await store.close();
});
