import { openPostgresStore } from './postgres.ts';
import { openSqliteStore } from './sqlite.ts';
import type { Store } from './store.ts';

export const isPostgres = (database: string): boolean => /^postgres(ql)?:\/\//i.test(database);

/** @param database a PostgreSQL address, or the path of an SQLite file. */
export const openStore = (database: string, now: number = Date.now()): Promise<Store> =>
  isPostgres(database) ? openPostgresStore(database, now) : openSqliteStore(database, now);
