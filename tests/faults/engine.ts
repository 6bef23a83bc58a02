/** What the harness needs of a database engine: a queue's database for a round, and its own accidents. */
import type { Store } from '../../server/store/store.ts';

export type RoundDatabase = {
  /** The environment in which `queue serve` serves it. */
  env: NodeJS.ProcessEnv;
  /** Runs something on a connection of the harness's own. */
  use<T>(run: (store: Store) => Promise<T>): Promise<T>;
  /** Keeps how it stands now; the queue goes on serving. */
  backUp(): Promise<void>;
  /** Puts the newest backup in its place, under a new epoch. No queue may be serving it. */
  restore(): Promise<void>;
  remove(): Promise<void>;
};

export type Engine = {
  name: 'sqlite' | 'postgres';
  /** A column of `clip` that says in which order the queue took them, whatever changed since. */
  clipOrder: string;
  /** A new queue with a strategy, and a code with which so many devices of this person may join. */
  openRound(): Promise<RoundDatabase>;
  close(): Promise<void>;
};
