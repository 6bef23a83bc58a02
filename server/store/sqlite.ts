/** The store on SQLite, by Node's own driver. The only file that knows `node:sqlite`. */
import { closeSync, fsyncSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { followUp } from './follow-up.ts';
import { createGroupCommit } from './group-commit.ts';
import { createLane } from './lane.ts';
import { migrate } from './migrate.ts';
import { MIGRATIONS } from './migrations/index.ts';
import type { Migration } from './migrations/migration.ts';
import { createRecentlyUsed } from './recently-used.ts';
import { sqliteTables } from './sqlite-tables.ts';
import { type Sql, type Store, StoreUnavailable, type Value } from './store.ts';

/** How long a statement waits for another process, such as `strategy apply`. Holds the event loop meanwhile. */
const BUSY_MS = 3_000;

/** Statements kept prepared: all that the queue says every day, and some of the many that searches can say. */
const STATEMENTS = 400;

/** Primary result codes of SQLite that pass by themselves or by an administrator: busy, locked, I/O, full, cannot open. */
const UNAVAILABLE = new Set([5, 6, 10, 13, 14]);

/**
 * Opens or makes the database and brings it to the newest shape.
 * @param file a path, or `:memory:` for a test.
 */
export async function openSqliteStore(
  file: string,
  now: number = Date.now(),
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<Store> {
  const inMemory = file === ':memory:';
  if (!inMemory) mkdirSync(dirname(file), { recursive: true });
  const writing = connect(file);
  const writer = driver(writing);
  await writer.run('BEGIN IMMEDIATE');
  try {
    await migrate(writer, now, migrations);
    await writer.run('COMMIT');
  } catch (error) {
    await writer.run('ROLLBACK');
    writing.close();
    throw error;
  }

  // Of a statement with many rows it keeps the pages as they were too. Not before the migrations: an index is sorted there.
  writing.exec('PRAGMA temp_store = MEMORY');

  const writeLane = createLane();
  const transactions = {
    begin: async () => {
      await writer.run('BEGIN IMMEDIATE');
      return writer;
    },
    commit: () => writer.run('COMMIT'),
    rollback: () => writer.run('ROLLBACK'),
    isRemote: false,
  };
  const group = createGroupCommit(transactions, writeLane, followUp);
  // A database in memory belongs to one connection; readers then take turns with writers.
  const reading = inMemory ? writing : connect(file);
  const reader = inMemory ? writer : driver(reading);
  const readLane = inMemory ? writeLane : createLane();
  const read = <T>(fn: (sql: Sql) => Promise<T>): Promise<T> =>
    readLane(async () => {
      await reader.run('BEGIN');
      try {
        return await fn(reader);
      } finally {
        await reader.run('ROLLBACK');
      }
    });
  return {
    write: group.write,
    onCommit: group.onCommit,
    // One file, one server.
    hasTurn: async () => true,
    read,
    readOne: (fn) => readLane(() => fn(reader)),
    tables: () => read(sqliteTables),
    async close() {
      await group.close();
      await readLane(async () => undefined);
      if (reading !== writing) reading.close();
      writing.close();
    },
  };
}

/**
 * A copy of a database that is in use, complete as of one moment, made without stopping anybody.
 * @throws if `target` exists.
 */
export function backupSqlite(file: string, target: string): void {
  const database = new DatabaseSync(file, { timeout: BUSY_MS, readOnly: true });
  try {
    database.prepare('VACUUM INTO ?').run(target);
  } finally {
    database.close();
  }
  // SQLite leaves the copy to the kernel; a backup is one only once it is on the disk.
  const copy = openSync(target, 'r+');
  fsyncSync(copy);
  closeSync(copy);
}

/** @throws if the file is not a whole SQLite database. */
export function checkSqliteFile(file: string): void {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    const found = database.prepare('PRAGMA integrity_check').get()?.integrity_check;
    if (found !== 'ok') throw new Error(`The database ${file} is damaged: ${found}`);
  } finally {
    database.close();
  }
}

/**
 * Folds the write-ahead log into the file, so that the file alone is the whole database and may be moved.
 * @throws StoreUnavailable if another process has it open.
 */
export function releaseSqliteFile(file: string): void {
  const database = new DatabaseSync(file, { timeout: 0 });
  try {
    // Leaving the log needs the file for oneself: SQLite refuses while anybody else is connected.
    attempt(() => database.exec('PRAGMA journal_mode = DELETE'));
  } finally {
    database.close();
  }
}

/** Opens a connection with what durability and integrity need; FULL makes each commit wait for the disk (CL4). */
function connect(file: string): DatabaseSync {
  const database = new DatabaseSync(file, { timeout: BUSY_MS, enableForeignKeyConstraints: true });
  const mode = database.prepare('PRAGMA journal_mode = WAL').get()?.journal_mode;
  database.exec('PRAGMA synchronous = FULL');
  // As PostgreSQL has it; SQLite by itself takes A to Z for their small letters.
  database.exec('PRAGMA case_sensitive_like = ON');
  // 16 MiB: ids are random, so every batch of clips touches pages all over the indexes. The kernel keeps the others.
  database.exec('PRAGMA cache_size = -16384');
  // 32 MiB of log, and not 4: pages that change with every clip are copied into the file once for many commits.
  database.exec('PRAGMA wal_autocheckpoint = 8192');
  if (mode !== 'wal' && mode !== 'memory') {
    database.close();
    throw new Error(`SQLite cannot use a write-ahead log at ${file}: is it on a network drive?`);
  }
  return database;
}

function driver(database: DatabaseSync): Sql {
  const prepare = createRecentlyUsed(STATEMENTS, (text) => attempt(() => database.prepare(inItsOwnWords(text))));
  return {
    // The driver cannot know what a text selects: the query says it (see `Sql`).
    all: async <R>(text: string, ...values: (string | number | null | Uint8Array)[]) => {
      const statement = prepare(text);
      return attempt(() => statement.all(...values)) as R[];
    },
    run: async (text, ...values) => {
      const statement = prepare(text);
      attempt(() => statement.run(...values));
    },
    askEach: async <R>(text: string, keys: readonly Value[][]) => {
      const statement = prepare(text);
      return attempt(() => keys.map((values) => statement.all(...values))) as R[][];
    },
    // A statement of many rows could fail in the middle, so SQLite keeps every page as it was before: for a hundred
    // clips that costs twice of what the rows do. One after the other they need none of it.
    runEach: async (text, rows) => {
      const statement = prepare(text);
      attempt(() => {
        for (const row of rows) statement.run(...row);
      });
    },
  };
}

/**
 * SQLite takes `$1` for a name and binds it by hand; `?1` is its way to say the first value. But numbers are names to
 * it too, which the driver looks through for every value that it binds: where values come in their order it needs none.
 */
function inItsOwnWords(text: string): string {
  const numbers = [...text.matchAll(/\$(\d+)/g)].map(([, number]) => Number(number));
  const isInOrder = numbers.every((number, at) => number === at + 1);
  // A value that stands alone behind LIMIT is part of its plan: whenever it is bound all is planned anew, which for the
  // keys of a pull took thirty times as long as to look for them.
  return text.replace(/\$(\d+)/g, isInOrder ? '?' : '?$1').replace(/\bLIMIT \?/g, 'LIMIT +?');
}

/** Turns the engine's numbers into the port's words. */
function attempt<T>(call: () => T): T {
  try {
    return call();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    const code = 'errcode' in error ? Number(error.errcode) & 0xff : 0;
    if (UNAVAILABLE.has(code))
      throw new StoreUnavailable(`The database is in use or cannot be written (SQLite: ${error.message}).`, {
        cause: error,
      });
    if (error.code === 'ERR_INVALID_STATE') throw new StoreUnavailable('the store is closed', { cause: error });
    throw error;
  }
}
