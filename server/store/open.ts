import { MIGRATIONS } from './migrations/index.ts';
import { openPostgresStore } from './postgres.ts';
import { openSqliteStore } from './sqlite.ts';
import type { Store } from './store.ts';

export const isPostgres = (database: string): boolean => /^postgres(ql)?:\/\//i.test(database);

/**
 * @param database a PostgreSQL address, or the path of an SQLite file.
 * @param isPatient whether a read may wait for something else in its middle, for as long as that takes: no server's may
 */
export const openStore = (
  database: string,
  now: number = Date.now(),
  { isPatient = false }: { isPatient?: boolean } = {},
): Promise<Store> =>
  isPostgres(database) ? openPostgresStore(database, now, MIGRATIONS, { isPatient }) : openSqliteStore(database, now);

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
