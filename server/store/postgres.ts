/**
 * The store on PostgreSQL, for one server or several on one database. Nothing beyond plain SQL, deletions in a WITH, row locks
 * and transactions is relied upon, so that engines that speak its protocol have it too (`docs/operate.md`).
 */
import { followUp } from './follow-up.ts';
import { createGroupCommit } from './group-commit.ts';
import { createLane } from './lane.ts';
import { migrate } from './migrate.ts';
import { MIGRATIONS } from './migrations/index.ts';
import type { Migration } from './migrations/migration.ts';
import { createAsking } from './postgres-asking.ts';
import { type Connection, type Connections, openConnections, PATIENCE } from './postgres-driver.ts';
import { listenForChanges } from './postgres-listener.ts';
import { postgresTables } from './postgres-tables.ts';
import { createTurns } from './postgres-turns.ts';
import { type CommitListener, type Sql, type Store, StoreUnavailable, UnfitDatabase } from './store.ts';
import { type WriteBehind, writeBehind } from './write-behind.ts';

/** Readers at once; more wait for one another. */
const READERS = 8;
/** A read that asks nothing for so long was left; a snapshot that stays open costs everybody. */
const IDLE_READ_MS = 60_000;

/**
 * Servers write one after the other, as on SQLite: what one reads before it writes stays true. READ COMMITTED, so that
 * each statement sees what was committed while this one waited for its turn. A server that stops in the middle is
 * disconnected, so that it does not keep the others waiting.
 */
const BEGIN_WRITE = `BEGIN ISOLATION LEVEL READ COMMITTED; ${PATIENCE};
  SET LOCAL lock_timeout = 15000; SET LOCAL idle_in_transaction_session_timeout = 10000;
  SELECT name FROM turn WHERE name = 'write' FOR UPDATE`;

/** One snapshot for the whole of a read. @param idleMs how long it may ask nothing; 0: for ever */
const beginRead = (idleMs: number) => `BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; ${PATIENCE};
  SET LOCAL idle_in_transaction_session_timeout = ${idleMs}`;

/** Whatever it takes, and whoever starts at the same time waits. The number is any that nobody else uses. */
const BEGIN_MIGRATION = `BEGIN ISOLATION LEVEL READ COMMITTED; SET LOCAL statement_timeout = 0;
  SET LOCAL lock_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0; SELECT pg_advisory_xact_lock(7268351)`;

/**
 * Brings the database to the newest shape and opens it.
 * @param url `postgres://user:password@host:port/database`, with what `pg` takes behind it, such as `?sslmode=verify-full`.
 * @param isPatient see `openStore`
 * @throws StoreUnavailable, UnfitDatabase, DatabaseTooNew
 */
export async function openPostgresStore(
  url: string,
  now: number = Date.now(),
  migrations: readonly Migration[] = MIGRATIONS,
  { isPatient = false }: { isPatient?: boolean } = {},
): Promise<Store> {
  const read = beginRead(isPatient ? 0 : IDLE_READ_MS);
  const first = openConnections(url, { most: 1, patient: true });
  try {
    await inTransaction(first, BEGIN_MIGRATION, async (sql) => {
      await checkSettings(sql);
      await migrate(withPlainOrder(sql), now, migrations);
    });
  } finally {
    await first.end();
  }

  const writers = openConnections(url, { most: 1 });
  const readers = openConnections(url, { most: READERS });
  const ask = createAsking(readers);
  const listeners = new Set<CommitListener>();
  const others = listenForChanges(url, (seq) => {
    for (const listener of listeners) listener(seq);
  });
  const turns = createTurns((fn) => inTransaction(readers, `BEGIN; ${PATIENCE}`, fn));
  const group = createGroupCommit(writing(writers), createLane(), followUp);
  group.onCommit((seq, jobs) => {
    others.notify(seq);
    for (const listener of listeners) listener(seq, jobs);
  });
  let open = true;
  return {
    write: group.write,
    read: async (fn) => {
      if (!open) throw new StoreUnavailable('the store is closed');
      return inTransaction(readers, read, fn);
    },
    readOne: async (fn) => {
      if (!open) throw new StoreUnavailable('the store is closed');
      return ask(fn);
    },
    onCommit(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    hasTurn: turns.has,
    tables: () => inTransaction(readers, read, postgresTables),
    async close() {
      await group.close();
      open = false;
      await others.stop();
      await turns.release().catch(() => undefined);
      await Promise.all([writers.end(), readers.end()]);
    },
  };
}

/** The transactions of a group commit, each on a connection that works. */
function writing(writers: Connections) {
  let current: Connection | null = null;
  let behind: WriteBehind | null = null;
  const finish = (broken: boolean): void => {
    current?.release(broken);
    current = null;
  };
  return {
    async begin(): Promise<Sql> {
      current = await begun(writers, BEGIN_WRITE);
      behind = writeBehind(current.sql);
      return behind;
    },
    async commit(): Promise<void> {
      const committed = current?.commit();
      committed?.catch(() => undefined);
      // After one that failed the engine commits nothing; what it said first is what went wrong.
      await behind?.settle();
      await committed;
      finish(false);
    },
    // Of what made the engine unusable a new connection knows nothing; and the engine rolls back by itself.
    rollback: async (isLost: boolean) => finish(isLost || !(await isRolledBack(current))),
    isRemote: true,
  };
}

const isRolledBack = async (connection: Connection | null): Promise<boolean> =>
  (await connection?.script('ROLLBACK').then(
    () => true,
    () => false,
  )) ?? false;

async function inTransaction<T>(connections: Connections, begin: string, fn: (sql: Sql) => Promise<T>): Promise<T> {
  const connection = await begun(connections, begin);
  try {
    const result = await fn(connection.sql);
    await connection.commit();
    connection.release(false);
    return result;
  } catch (error) {
    // What is no fault of the connection's leaves it as good as it was.
    connection.release(error instanceof StoreUnavailable || !(await isRolledBack(connection)));
    throw error;
  }
}

/** A connection that was idle while the database restarted says so only when it is used: then another one is taken. */
async function begun(connections: Connections, begin: string): Promise<Connection> {
  for (let isSecond = false; ; isSecond = true) {
    const connection = await connections.take();
    try {
      await connection.script(begin);
      return connection;
    } catch (error) {
      connection.release(true);
      if (isSecond || !(error instanceof StoreUnavailable)) throw error;
    }
  }
}

/** Texts are compared by their bytes, as on SQLite, whatever order of letters the database was made with. */
const withPlainOrder = (sql: Sql): Sql => ({
  ...sql,
  run: (text, ...values) =>
    sql.run(/^\s*(CREATE|ALTER) TABLE/.test(text) ? text.replace(/\bTEXT\b/g, 'TEXT COLLATE "C"') : text, ...values),
});

/** @throws UnfitDatabase */
async function checkSettings(sql: Sql): Promise<void> {
  const [settings] = await sql.all<{ encoding: string; fsync: string | null; synchronous: string | null }>(
    `SELECT current_setting('server_encoding') AS encoding, current_setting('fsync', true) AS fsync,
       current_setting('synchronous_commit', true) AS synchronous`,
  );
  if (settings?.encoding !== 'UTF8')
    throw new UnfitDatabase(`The database keeps texts in ${settings?.encoding}. Make one with ENCODING 'UTF8'.`);
  // [CL4] What is answered has to be on a disk.
  if (settings.fsync === 'off') throw new UnfitDatabase('PostgreSQL runs with fsync = off. Turn it on.');
  if (settings.synchronous === 'off')
    throw new UnfitDatabase('PostgreSQL has synchronous_commit = off for this user. Turn it on.');
}
