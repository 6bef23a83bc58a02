import { MIGRATIONS } from './migrations/index.ts';
import type { Migration } from './migrations/migration.ts';
import type { Sql } from './store.ts';

/** The database was written by a newer program; opening it with this one could lose what it does not know. */
export class DatabaseTooNew extends Error {
  override name = 'DatabaseTooNew';
}

/**
 * Brings the database to the newest shape, in the transaction that the caller holds.
 * @throws DatabaseTooNew
 */
export async function migrate(sql: Sql, now: number, migrations: readonly Migration[] = MIGRATIONS): Promise<void> {
  await sql.run(
    'CREATE TABLE IF NOT EXISTS migration (number BIGINT PRIMARY KEY, name TEXT NOT NULL, applied_at BIGINT NOT NULL)',
  );
  const applied = new Set(
    (await sql.all<{ number: number }>('SELECT number FROM migration')).map(({ number }) => number),
  );
  const reached = Math.max(0, ...applied);
  const known = migrations.at(-1)?.number ?? 0;
  if (reached > known) {
    throw new DatabaseTooNew(
      `The database has shape ${reached}, this program knows up to ${known}. Update the program.`,
    );
  }
  for (const { number, name, up } of migrations) {
    if (applied.has(number)) continue;
    await up(sql, now);
    await sql.run('INSERT INTO migration (number, name, applied_at) VALUES ($1, $2, $3)', number, name, now);
  }
}
