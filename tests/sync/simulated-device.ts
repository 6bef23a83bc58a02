/** A browser profile of one person: what the entrypoints do with storage and sync, without a browser. */
import {
  type Account,
  addAccount,
  joinNonce,
  keepTokens,
  openRegistry,
  readAccount,
  readTokens,
  stillSignedIn,
} from '../../storage/accounts.ts';
import { type AccountDatabase, type IndexedDb, openDatabase } from '../../storage/database.ts';
import { StorageError } from '../../storage/problems.ts';
import { signOut } from '../../storage/sign-out.ts';
import { createAccess } from '../../sync/access.ts';
import { joinQueue } from '../../sync/join.ts';
import { createSync, type Sync, type SyncReason } from '../../sync/sync-loop.ts';
import { createTransport } from '../../sync/transport.ts';
import { newIndexedDb } from '../storage/device.ts';
import { createLocks } from './locks.ts';
import { createFetch, type Fault, QUEUE_URL } from './network.ts';
import { createRandom, type Random } from './random.ts';
import type { SimulatedQueue } from './simulated-queue.ts';

export type DeviceParts = {
  queue: SimulatedQueue;
  random: Random;
  faults: { probability: number; of: readonly Fault[] };
};

export type Device = Awaited<ReturnType<typeof createDevice>>;

export async function createDevice(parts: DeviceParts, personId: string, indexedDb: IndexedDb = newIndexedDb()) {
  const { queue, random, faults } = parts;
  const clock = () => queue.time().now;
  // Of its own: how often tokens are renewed must not change what people do.
  const tokenChance = createRandom(random.below(2 ** 32));
  let registry = openRegistry(indexedDb);
  let account: Account | null = null;
  let db: AccountDatabase | null = null;
  let sync: Sync | null = null;
  /** Resolves when the worker dies in the middle of a request. */
  let died = Promise.withResolvers<'died'>();

  /** What happens when the browser starts: databases are opened, nothing else is known. */
  async function start(): Promise<void> {
    const started = Promise.withResolvers<'died'>();
    died = started;
    registry = openRegistry(indexedDb);
    const [key] = await registry.accounts.toCollection().primaryKeys();
    account = key === undefined ? null : await readAccount(registry, key);
    if (account === null) return;
    db = openDatabase(account, indexedDb);
    const tokenLocks = createLocks();
    const fetchBy = (chance: Random) =>
      createFetch(
        queue.serve,
        chance,
        () => faults,
        () => started.resolve('died'),
      );
    const fetch = fetchBy(random);
    const { key: accountKey, queueUrl } = account;
    const access = createAccess({
      queueUrl,
      fetch: fetchBy(tokenChance),
      read: () => readTokens(registry, accountKey),
      keep: (before, after) => keepTokens(registry, accountKey, before, after),
      alone: (run) => tokenLocks.request('tokens', run),
      clock,
    });
    const transport = createTransport({ queueUrl, fetch, access });
    const report = (error: unknown) => {
      throw error;
    };
    const opened = account;
    const signedIn = () => stillSignedIn(registry, opened);
    sync = createSync({ db, transport, signedIn, locks: createLocks(), clock, random: random.next, report });
  }

  function stop(): void {
    db?.close();
    registry.close();
    db = null;
    sync = null;
  }

  /** Starts and stops do not overlap: it is one browser. */
  let lifecycle: Promise<void> = Promise.resolve();
  const inTurn = (change: () => Promise<void>): Promise<void> => {
    lifecycle = lifecycle.then(change);
    return lifecycle;
  };

  async function restart(): Promise<void> {
    stop();
    await start();
  }

  async function signIn(): Promise<void> {
    const invitation = `${QUEUE_URL}/join#${await queue.invite(personId)}`;
    const nonce = (queueUrl: string, code: string) => joinNonce(registry, queueUrl, code);
    const joined = await joinQueue({ invitation, queueUrl: null, name: null, device: 'Test', nonce }, (url, init) =>
      queue.serve(url.slice(QUEUE_URL.length), init),
    );
    if (!joined.ok) throw new Error(`cannot join: ${joined.problem}`);
    await addAccount(registry, joined.value.queueUrl, joined.value.joined, clock());
    await restart();
  }

  await start();
  return {
    personId,
    indexedDb,
    db: () => db,
    account: () => account,
    clock,
    signIn: () => inTurn(signIn),
    /** Sends and fetches; a worker that dies meanwhile starts again. */
    async run(reason: SyncReason): Promise<void> {
      if (sync === null || account?.tokens === null) return;
      const end = await Promise.race([
        sync.run(reason).then(
          () => 'done',
          (error: unknown) => {
            if (error instanceof StorageError && error.kind === 'storage_closed') return 'closed';
            throw error;
          },
        ),
        died.promise,
      ]);
      if (end === 'died') await inTurn(restart);
    },
    restart: () => inTurn(restart),
    signOut: () =>
      inTurn(async () => {
        if (db === null || account === null) return;
        await signOut(registry, db, account);
        await restart();
      }),
    /** The queue no longer knows the tokens: they were revoked. */
    loseToken: () =>
      inTurn(async () => {
        if (account === null) return;
        await registry.accounts.update(account.key, {
          tokens: { access: 'x'.repeat(43), accessUntil: clock() + 1_000, refresh: 'x'.repeat(65) },
        });
        await restart();
      }),
    stop,
  };
}
