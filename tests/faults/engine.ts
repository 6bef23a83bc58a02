/** What the harness needs of a database engine: a queue's database for a round, and its own accidents. */
import type { Store } from '../../server/store/store.ts';

export type RoundDatabase = {
  /** The environment in which `queue serve` serves it. */
  env: NodeJS.ProcessEnv;
  /** Runs something on a connection of the harness's own. */
  use<T>(run: (store: Store) => Promise<T>): Promise<T>;
  /** Keeps how it stands now; no queue may be serving it. */
  backUp(): Promise<void>;
  /** Puts the newest backup in its place, under a new epoch. No queue may be serving it. */
  restore(): Promise<void>;
  /** The database itself ends, as in a power cut, and starts again. */
  restart?(): Promise<void>;
  /** The database ends for good; its synchronous standby takes its place. */
  promote?(): Promise<void>;
  remove(): Promise<void>;
};

export type Engine = {
  name: 'sqlite' | 'postgres';
  /** How many servers of the queue stand side by side on one database. */
  servers: number;
  /** Whether it has room for rounds side by side: not where an accident of one would strike the others. */
  playsMany: boolean;
  /** A column of `clip` that says in which order the queue took them, whatever changed since. */
  clipOrder: string;
  /** A new queue with a strategy. */
  openRound(): Promise<RoundDatabase>;
  close(): Promise<void>;
};
