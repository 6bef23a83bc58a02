import { Dexie, type Table } from 'dexie';
import type { AccountDatabase } from './database.ts';

/**
 * Runs a query of several steps in one transaction instead of one for each step: of the time that a small read
 * takes most is spent on opening them. Inside a transaction that stands open already it runs in that one. Of a live
 * query it has to be all: what a live query asks for after a transaction of its own is never answered.
 */
export const inOneRead = <T>(db: AccountDatabase, tables: readonly Table[], query: () => Promise<T>): Promise<T> =>
  Dexie.currentTransaction === null || Dexie.currentTransaction === undefined
    ? // Dexie follows only what it sees to be asynchronous.
      db.transaction('r', [...tables], async () => query())
    : query();
