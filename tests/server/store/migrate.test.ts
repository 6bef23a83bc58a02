import { expect, test } from 'vitest';
import { DatabaseTooNew, migrate } from '../../../server/store/migrate.ts';
import { MIGRATIONS } from '../../../server/store/migrations/index.ts';
import type { Migration } from '../../../server/store/migrations/migration.ts';
import { openSqliteStore } from '../../../server/store/sqlite.ts';

const next: Migration = {
  number: MIGRATIONS.length + 1,
  name: 'next',
  up: (sql) => sql.run('CREATE TABLE later (id TEXT PRIMARY KEY)'),
};

test('migrations are numbered from 1 without a gap', () => {
  expect(MIGRATIONS.map(({ number }) => number)).toEqual(MIGRATIONS.map((_, index) => index + 1));
});

test('each migration runs once', async () => {
  const store = await openSqliteStore(':memory:');
  for (let times = 0; times < 2; times += 1) await store.write((tx) => migrate(tx, 7, [...MIGRATIONS, next]));
  expect(await store.read((sql) => sql.all('SELECT number, name FROM migration ORDER BY number'))).toEqual([
    { number: 1, name: 'init' },
    { number: 2, name: 'next' },
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
