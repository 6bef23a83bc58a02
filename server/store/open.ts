import { isPostgres } from './address.ts';
import { MIGRATIONS } from './migrations/index.ts';
import { openSqliteStore } from './sqlite.ts';
import type { Store } from './store.ts';

/**
 * @param database a PostgreSQL address, or the path of an SQLite file.
 * @param isPatient whether a read may wait for something else in its middle, for as long as that takes: no server's may
 */
export async function openStore(
  database: string,
  now: number = Date.now(),
  { isPatient = false }: { isPatient?: boolean } = {},
): Promise<Store> {
  if (!isPostgres(database)) return openSqliteStore(database, now);
  // Its driver is loaded where it is used: a queue on a file does without.
  const { openPostgresStore } = await import('./postgres.ts');
  return openPostgresStore(database, now, MIGRATIONS, { isPatient });
}

/** Something was asked of PostgreSQL that the queue does only for a file; `message` says what does it there. */
export class NotForPostgres extends Error {
  override name = 'NotForPostgres';
}

/** @throws NotForPostgres */
export function sqliteFile(database: string): string {
  if (!isPostgres(database)) return database;
  throw new NotForPostgres(
    'The database is PostgreSQL: use its own backups (docs/operate.md), or `queue copy` into an SQLite file and back.',
  );
}
