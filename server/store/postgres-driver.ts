/** PostgreSQL by the driver `pg`: connections, statements, and what its errors mean. The only file that knows `pg`. */
import { createHash } from 'node:crypto';
import pg from 'pg';
import { type Sql, StoreUnavailable, type Value } from './store.ts';

/** Longer than any statement of ours takes; one that waits longer waits for something that does not come. */
const STATEMENT_MS = 30_000;
/** The driver's own patience is for a database that is gone without a word: the engine's comes first. */
const ANSWER_MS = STATEMENT_MS + 10_000;
const CONNECT_MS = 5_000;

/** A connection in use by one transaction. */
export type Connection = {
  sql: Sql;
  /** Several statements without values in one round trip. */
  script(text: string): Promise<void>;
  /** @throws StoreUnavailable if it is not certain that the transaction is as durable as the database was told. */
  commit(): Promise<void>;
  /** Gives it back; one that something went wrong with is thrown away. */
  release(broken: boolean): void;
};

export type Connections = { take(): Promise<Connection>; end(): Promise<void> };

/** BIGINT is milliseconds, counters and sums here: all far below 2^53. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    oid === pg.types.builtins.INT8 || oid === pg.types.builtins.NUMERIC
      ? Number
      : pg.types.getTypeParser(oid, format === 'binary' ? 'binary' : 'text'),
};

export const clientConfig = (url: string): pg.ClientConfig => ({
  connectionString: url,
  types,
  application_name: 'clipdesk',
  // Statements of one connection are sent without waiting for each other's answers.
  pipeline: true,
  keepAlive: true,
  connectionTimeoutMillis: CONNECT_MS,
  query_timeout: ANSWER_MS,
});

/**
 * @param most connections that are open at once; whoever finds none free waits for one.
 * @param patient waits for answers as long as they take, for what is done once.
 */
export function openConnections(
  url: string,
  { most, patient = false }: { most: number; patient?: boolean },
): Connections {
  const config = { ...clientConfig(url), max: most, idleTimeoutMillis: 30_000 };
  const pool = new pg.Pool(patient ? { ...config, query_timeout: 0 } : config);
  // One that breaks while nobody uses it is replaced when it is needed.
  pool.on('error', () => undefined);
  return {
    take: async () => use(await attempt(pool.connect()), !patient),
    end: () => pool.end(),
  };
}

function use(client: pg.PoolClient, isForLong: boolean): Connection {
  // Whoever waits for an answer hears of it there.
  const ignore = () => undefined;
  client.on('error', ignore);
  const gather = gathering(client);
  // In a transaction that failed nothing is prepared any more either: a statement that is missing there tells nothing.
  const transaction = { hasFailed: false };
  return {
    sql: driver(client, isForLong, gather, transaction),
    async script(text) {
      gather();
      transaction.hasFailed = false;
      await attempt(client.query(text));
    },
    commit() {
      gather();
      transaction.hasFailed = false;
      return commit(client);
    },
    release(broken) {
      client.off('error', ignore);
      client.release(broken);
    },
  };
}

/** What is said before the event loop goes on leaves at once: a system call for each statement was a fifth of what a submit cost. */
function gathering({ connection: { stream } }: pg.PoolClient): () => void {
  let isGathering = false;
  return () => {
    if (isGathering) return;
    isGathering = true;
    stream.cork();
    queueMicrotask(() =>
      process.nextTick(() => {
        isGathering = false;
        stream.uncork();
      }),
    );
  };
}

/** @param isForLong whether it pays to keep statements prepared. */
function driver(
  client: pg.ClientBase,
  isForLong: boolean,
  gather: () => void,
  transaction: { hasFailed: boolean },
): Sql {
  const query = (text: string, values: Value[]) => {
    gather();
    return attempt(client.query<pg.QueryResultRow>({ ...(isForLong ? nameOf(text) : {}), text, values }), transaction);
  };
  return {
    // The driver cannot know what a text selects: the query says it (see `Sql`).
    all: async <R>(text: string, ...values: Value[]) => (await query(text, values)).rows as R[],
    run: async (text, ...values) => void (await query(text, values)),
  };
}

/** Statements that a connection keeps prepared; of the many that searches can say, the rest is prepared each time. */
const STATEMENTS = 400;

/**
 * Texts are constants, so each is prepared once for each connection. Its name says what it is: where a pooler mixes
 * connections up, the statement of that name is never another one.
 */
const names = new Map<string, string>();
/** A pooler that knows nothing of prepared statements was found out: from then on each is prepared each time. */
let canPrepare = true;

function nameOf(text: string): { name?: string } {
  if (!canPrepare) return {};
  let name = names.get(text);
  if (name === undefined) {
    if (names.size >= STATEMENTS) return {};
    name = `clipdesk_${createHash('sha256').update(text).digest('hex').slice(0, 40)}`;
    names.set(text, name);
  }
  return { name };
}

/**
 * Whoever waits for a standby waits without a limit: a limit would end the wait and not the commit, which others would
 * then see although its sender was told that it failed. The driver's own patience ends; the engine goes on waiting,
 * shows it to nobody meanwhile, and a standby that is promoted knows nothing of it either.
 */
const WITHOUT_LIMIT = 'SET LOCAL statement_timeout = 0';

/**
 * An engine that stops waiting for its standby says so in a warning and answers as if all was well [CL4]; a
 * transaction that failed before answers COMMIT with ROLLBACK.
 */
async function commit(client: pg.ClientBase): Promise<void> {
  let warning: string | undefined;
  const listen = ({ code = '', message = '' }: { code?: string | undefined; message?: string | undefined }) => {
    if (/^(01|57)/.test(code)) warning = message;
  };
  client.on('notice', listen);
  try {
    // Sent together: one way there and back.
    const [, { command }] = await attempt(Promise.all([client.query(WITHOUT_LIMIT), client.query('COMMIT')]));
    if (command !== 'COMMIT') warning ??= 'the transaction was rolled back';
  } finally {
    client.off('notice', listen);
  }
  if (warning !== undefined) throw new StoreUnavailable(`The commit is not certain (PostgreSQL: ${warning}).`);
}

/**
 * What passes by itself or by an administrator, by SQLSTATE: connection, resources, operator, system, rolled back for
 * another transaction; locked too long, a transaction left idle or failed before, a standby, a statement that a pooler lost.
 */
const UNAVAILABLE = /^(08|53|57|58|40|55P03|25P0[234]|25006|26000|42P05)/;
/** A prepared statement that is not there, or there already: the connection is not the one that it was. */
const LOST_STATEMENT = /^(26000|42P05)/;

/** Turns the engine's words into the port's. */
async function attempt<T>(call: Promise<T>, transaction = { hasFailed: false }): Promise<T> {
  try {
    return await call;
  } catch (error) {
    const isFirst = !transaction.hasFailed;
    transaction.hasFailed = true;
    if (isFirst && error instanceof pg.DatabaseError && LOST_STATEMENT.test(error.code ?? '')) canPrepare = false;
    if (!(error instanceof Error) || error instanceof TypeError || error instanceof StoreUnavailable) throw error;
    if (error instanceof pg.DatabaseError && !isPassing(error)) throw error;
    // An address with several addresses that all refuse has no words of its own.
    const said = error.message || ('code' in error ? String(error.code) : error.name);
    throw new StoreUnavailable(`The database cannot be reached or used now (PostgreSQL: ${said}).`, { cause: error });
  }
}

function isPassing({ code = '', routine }: pg.DatabaseError): boolean {
  // A migration by a newer program changed what a prepared statement selects: prepared anew it is right again.
  return UNAVAILABLE.test(code) || routine === 'RevalidateCachedQuery';
}

/** What a transaction waits for, set in each, since a pooler gives each another connection. */
export const PATIENCE = `SET LOCAL statement_timeout = ${STATEMENT_MS}`;
