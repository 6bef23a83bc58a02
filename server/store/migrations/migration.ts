import type { Sql } from '../store.ts';

/** A numbered step from one shape of the database to the next. Once released it never changes. `now`: epoch milliseconds. */
export type Migration = { number: number; name: string; up(sql: Sql, now: number): Promise<void> };
