/** A browser profile of one person: the real storage and sync code on an IndexedDB in memory, and ways to die. */
import { Dexie } from 'dexie';
import {
  type Account,
  addAccount,
  joinNonce,
  keepTokens,
  openRegistry,
  type Registry,
  readAccount,
  readTokens,
  stillSignedIn,
} from '../../storage/accounts.ts';
import { type AccountDatabase, type IndexedDb, openDatabase } from '../../storage/database.ts';
import { readMeta } from '../../storage/meta.ts';
import { asStorageError, StorageError } from '../../storage/problems.ts';
import { createAccess } from '../../sync/access.ts';
import type { Fetch } from '../../sync/ask.ts';
import { joinQueue } from '../../sync/join.ts';
import { createSync, type Sync, type SyncReason } from '../../sync/sync-loop.ts';
import { createTransport } from '../../sync/transport.ts';
import { newIndexedDb } from '../storage/device.ts';
import { createLocks } from '../sync/locks.ts';
import { createRandom, seedOf } from '../sync/random.ts';
import { type Steps, watchSteps } from './steps.ts';
import { CLIENT_HEADER } from './wire.ts';

type ClientParts = {
  queueUrl: string;
  /** A code for one more device of the person. */
  invite(personId: string): Promise<string>;
  /** Now as the world has it. Epoch milliseconds. */
  now(): number;
  seed: number;
  trace(line: string): void;
  /** Told of what no rule expects. */
  wrong(line: string): void;
};

/** From a start of the browser to its end. */
type Life = {
  account: Account;
  registry: Registry;
  db: AccountDatabase;
  sync: Sync;
  steps: Steps;
  died: Promise<void>;
};

/** `died`: the browser ended in the middle, and nobody was told anything. */
export type End<T> = { how: 'done'; value: T } | { how: 'died' } | { how: 'failed'; kind: string };

/** What no disk and no network explains. */
const isMistake = (error: unknown): boolean =>
  error instanceof StorageError
    ? isMistake(error.cause ?? new DOMException())
    : !(error instanceof DOMException || error instanceof Dexie.DexieError);

export type Client = Awaited<ReturnType<typeof createClient>>;

export async function createClient(
  parts: ClientParts,
  personId: string,
  name: string,
  indexedDb: IndexedDb = newIndexedDb(),
) {
  const { queueUrl, trace } = parts;
  // Of its own: how often chance is asked here depends on how processes overtake each other.
  const random = createRandom(seedOf(parts.seed, name));
  const set = { clockOffset: 0 };
  const clock = () => parts.now() + set.clockOffset;
  let life: Life | null = null;
  let endLife: () => void = () => {};

  async function start(): Promise<void> {
    const registry = openRegistry(indexedDb);
    const [key] = await registry.accounts.toCollection().primaryKeys();
    const account = key === undefined ? null : await readAccount(registry, key);
    if (account === null) return registry.close();
    const db = openDatabase(account, indexedDb);
    const { promise: died, resolve } = Promise.withResolvers<void>();
    let isOver = false;
    endLife = () => {
      isOver = true;
      db.close({ disableAutoOpen: true });
      registry.close({ disableAutoOpen: true });
      life = null;
      resolve();
    };
    const fetchWhileAlive: Fetch = async (url, init) => {
      if (isOver) return new Promise(() => {});
      const response = await fetchAs(url, init);
      return isOver ? new Promise(() => {}) : response;
    };
    const access = createAccess({
      queueUrl,
      fetch: fetchWhileAlive,
      read: () => readTokens(registry, account.key),
      keep: (before, after) => keepTokens(registry, account.key, before, after),
      alone: (refresh) => refresh(),
      clock,
    });
    const transport = createTransport({ queueUrl, access, fetch: fetchWhileAlive });
    const sync = createSync({
      db,
      transport,
      signedIn: () => stillSignedIn(registry, account),
      locks: createLocks(),
      clock,
      random: random.next,
      report(error) {
        const { kind } = asStorageError(error);
        trace(`${name} reports ${kind}`);
        if (isMistake(error)) parts.wrong(`${name}: ${error}`);
      },
    });
    life = { account, registry, db, sync, steps: watchSteps(db, endLife), died };
  }

  const fetchAs: Fetch = (url, init) => {
    const headers = new Headers(init.headers);
    headers.set(CLIENT_HEADER, name);
    return fetch(url, { ...init, headers });
  };

  /** What a person or the background does, until it is done or the browser ends. */
  async function live<T>(run: (life: Life) => Promise<T>): Promise<End<T>> {
    const mine = life;
    if (mine === null) return { how: 'died' };
    const done = run(mine).then(
      (value): End<T> => ({ how: 'done', value }),
      (error: unknown): End<T> => ({ how: 'failed', kind: asStorageError(error).kind }),
    );
    const end = await Promise.race([mine.died.then((): End<T> => ({ how: 'died' })), done]);
    if (life !== mine) {
      trace(`${name} died and starts again`);
      await start();
      return { how: 'died' };
    }
    return end;
  }

  /** Joins again; says whether the network let it. */
  async function signIn(): Promise<boolean> {
    const registry = openRegistry(indexedDb);
    const invitation = `${queueUrl}/join#${await parts.invite(personId)}`;
    const nonce = (url: string, code: string) => joinNonce(registry, url, code);
    const joined = await joinQueue({ invitation, queueUrl: null, name: null, device: name, nonce }, fetchAs);
    if (joined.ok) await addAccount(registry, joined.value.queueUrl, joined.value.joined, clock());
    registry.close();
    if (joined.ok) {
      endLife();
      await start();
    } else trace(`${name} cannot join: ${joined.problem}`);
    return joined.ok;
  }

  await start();
  return {
    personId,
    name,
    indexedDb,
    clock,
    set,
    db: () => life?.db ?? null,
    steps: () => life?.steps ?? null,
    act: <T>(run: (db: AccountDatabase) => Promise<T>) => live(({ db }) => run(db)),
    /** Sends and fetches. */
    run: (reason: SyncReason) => live(({ sync }) => sync.run(reason)),
    signIn,
    /** Signs in again if the queue does not know the token any more. */
    async signInIfAsked(): Promise<void> {
      const db = life?.db;
      if (db === undefined || (await readMeta(db, 'schedule')).pausedBecause === 'sign_in') await signIn();
    },
    /** The access token that it has now. */
    token: async () => (life === null ? null : ((await readTokens(life.registry, life.account.key))?.access ?? null)),
    /** The browser ends now, wherever it is. */
    kill: () => endLife(),
    async restart(): Promise<void> {
      endLife();
      await start();
    },
  };
}
