/**
 * The port between the queue and its database. Everything above speaks plain SQL that SQLite and
 * PostgreSQL both understand (`$1` parameters, BIGINT milliseconds, JSON as TEXT); everything that
 * differs between the engines lives below, one file for each.
 */
import type { ChangeKind } from '../../protocol/pull.ts';
import type { Table } from './tables.ts';

export type Value = string | number | null | Uint8Array;

/**
 * The driver: two methods, asynchronous because PostgreSQL is. Statements are prepared once per text,
 * so texts are constants and never carry values. Row types are stated where a query is written, in
 * `rows/` and `pull/`, and nowhere else.
 */
export type Sql = {
  /** What was asked before in this transaction and is still so; not everybody has one. */
  memo?: Map<string, Promise<unknown>> | undefined;
  all<R>(text: string, ...values: Value[]): Promise<R[]>;
  run(text: string, ...values: Value[]): Promise<void>;
  /** The same question for each of many keys, the answers in their order: where one after the other costs less than at once. */
  askEach?: (<R>(text: string, keys: readonly Value[][]) => Promise<R[][]>) | undefined;
  /** The same for each of many rows, in their order: where that costs less than statements of many rows. Each may be made when it is asked for. */
  runEach?: ((text: string, rows: Iterable<Value[]>) => Promise<void>) | undefined;
};

/** What a write job works with: SQL, and a way to say which keys devices have to hear of. */
export type Tx = Sql & {
  changed(kind: ChangeKind, id: string): void;
  /** Resolves once no other job is under way; from then on this one may read and write what it did not name. */
  alone(): Promise<void>;
};

export type Job = {
  /** When words and traits are made of rows that it changed: before it is durable, or when nobody waits for it. */
  follow?: 'at once' | 'later';
  /** It changes nothing of the strategy: what one such job read of it the next ones of the same commit need not ask. */
  keepsStrategy?: boolean;
  /**
   * Everything that it reads and writes beside the strategy and what nobody writes, unless it asked to be `alone`: with
   * jobs that name nothing of it, it may run together. Null: it runs alone.
   */
  touches?: readonly string[] | null;
};

export type Committed<T> = {
  result: T;
  /** The position of the change log once the job's effect is in it. */
  seq: number;
};

/** @param jobs how many callers shared the commit; unknown of another server's */
export type CommitListener = (seq: number, jobs?: number) => void;

/** What is done by one server at a time: a row of the table `turn` each. */
export type Turn = 'clocks';

export type Store = {
  /** Runs `fn` in one consistent snapshot. */
  read<T>(fn: (sql: Sql) => Promise<T>): Promise<T>;
  /** The same for a single statement, which is a snapshot by itself: a transaction around it is most of what it costs. */
  readOne<T>(fn: (sql: Sql) => Promise<T>): Promise<T>;
  /**
   * Runs `fn` in a transaction that it may share with concurrent callers, and resolves
   * after that transaction is durable (CL4). If `fn` throws, its own effects are undone and only its
   * caller hears of it. `fn` awaits nothing but its `tx`: whatever else it waits for holds up everybody.
   * What is derived from rows is in the same transaction, or follows `later`: see `search/catch-up.ts`.
   */
  write<T>(fn: (tx: Tx) => Promise<T>, job?: Job): Promise<Committed<T>>;
  /**
   * Calls `listener` after each commit that changed something for anybody; of commits by other processes too where
   * the engine tells of them, which it does not promise: whoever must not miss one reads `currentSeq`. Returns how to stop.
   */
  onCommit(listener: CommitListener): () => void;
  /** Whether this process does what only one of several servers on a database has to do; asked before each time. */
  hasTurn(name: Turn): Promise<boolean>;
  /** All tables there are. */
  tables(): Promise<Table[]>;
  /** Waits for what was begun, then closes. */
  close(): Promise<void>;
};

/** The database is not one that the queue can trust; `message` says what has to be changed. */
export class UnfitDatabase extends Error {
  override name = 'UnfitDatabase';
}

/** The database cannot take this now: locked by another process for too long, out of reach, full, or failing. */
export class StoreUnavailable extends Error {
  override name = 'StoreUnavailable';
}
