/**
 * The accounts of this browser and which one is in use: a small database of its own, since each
 * account has one of its own too (VI3). Tokens live here and not in `storage.local`, which scripts
 * injected into pages can read.
 */
import { Dexie, type EntityTable, type Transaction } from 'dexie';
import * as z from 'zod/mini';
import { personSchema } from '../protocol/person.ts';
import { type JoinResponse, queueInfoSchema, tokensSchema } from '../protocol/session.ts';
import { momentSchema } from '../protocol/time.ts';
import { closePolitely, DURABILITY, type IndexedDb } from './database.ts';
import { guarded, StorageError } from './problems.ts';

const { id, name, epoch } = queueInfoSchema.shape;

const heldTokensSchema = z.object({
  access: tokensSchema.shape.access,
  /** By this device's clock. */
  accessUntil: momentSchema,
  refresh: tokensSchema.shape.refresh,
});
export type HeldTokens = z.infer<typeof heldTokensSchema>;

const accountSchema = z.object({
  /** `queueId:personId`: also the name of the account's database. */
  key: z.string(),
  /** Without a slash at its end. */
  queueUrl: z.string(),
  queue: z.object({ id, name, epoch }),
  /** As they were when they joined; the account's database follows changes. */
  person: personSchema,
  /** Null: signed out, and kept because something of it waits still. */
  tokens: z.nullable(heldTokensSchema),
  joinedAt: momentSchema,
});
export type Account = z.infer<typeof accountSchema>;

type DeviceRow = { key: string; value: unknown };
export type Registry = Dexie & { accounts: EntityTable<Account, 'key'>; device: EntityTable<DeviceRow, 'key'> };

export function openRegistry(indexedDb?: IndexedDb): Registry {
  const registry = new Dexie('clipdesk', { ...DURABILITY, ...indexedDb }) as Registry;
  registry.version(1).stores({ accounts: 'key', device: 'key' });
  registry.version(2).upgrade(tokenBecomesRefresh);
  closePolitely(registry);
  return registry;
}

/** Version 2: the one token of earlier days is good for a pair of new ones, so nobody has to join again. */
async function tokenBecomesRefresh(transaction: Transaction): Promise<void> {
  await transaction
    .table<Record<string, unknown>, string>('accounts')
    .toCollection()
    .modify((row) => {
      const { token } = row;
      row.tokens = typeof token === 'string' ? { access: token, accessUntil: 0, refresh: token } : null;
      delete row.token;
    });
}

const CURRENT = 'currentAccount';

/** The account in use, null before joining. One that is signed out may be it still: `tokens` is null then. */
export async function currentAccount(registry: Registry): Promise<Account | null> {
  const row = await registry.device.get(CURRENT);
  return typeof row?.value === 'string' ? readAccount(registry, row.value) : null;
}

export async function readAccount(registry: Registry, key: string): Promise<Account | null> {
  const parsed = accountSchema.safeParse(await registry.accounts.get(key));
  return parsed.success ? parsed.data : null;
}

export async function listAccounts(registry: Registry): Promise<Account[]> {
  const rows = await registry.accounts.toArray();
  return rows.filter((row) => accountSchema.safeParse(row).success);
}

/**
 * Whether this device knows the queue at another address. Anybody can answer with the id of another
 * queue and of a person there; what was written for that queue must not follow them.
 */
export async function knownElsewhere(registry: Registry, queueId: string, queueUrl: string): Promise<boolean> {
  return (await listAccounts(registry)).some((known) => known.queue.id === queueId && known.queueUrl !== queueUrl);
}

const JOINING = 'joining:';

/** What `joinRequestSchema` calls the nonce: the same for an invitation until it became an account. */
export async function joinNonce(registry: Registry, queueUrl: string, code: string): Promise<string> {
  const key = `${JOINING}${queueUrl}#${code}`;
  return guarded(() =>
    registry.transaction('rw', registry.device, async () => {
      const kept = (await registry.device.get(key))?.value;
      if (typeof kept === 'string') return kept;
      const nonce = crypto.randomUUID();
      await registry.device.add({ key, value: nonce });
      return nonce;
    }),
  );
}

/**
 * Keeps what a queue answered to an invitation, and makes it the account in use. Joining again renews the tokens.
 * @throws StorageError, `other_address` if the queue is known at another one
 */
export async function addAccount(
  registry: Registry,
  queueUrl: string,
  { tokens, queue, person }: JoinResponse,
  now: number,
): Promise<Account> {
  const { id, name, epoch } = queue;
  const key = `${id}:${person.id}`;
  const held = { access: tokens.access, accessUntil: now + tokens.accessMs, refresh: tokens.refresh };
  const account: Account = { key, queueUrl, queue: { id, name, epoch }, person, tokens: held, joinedAt: now };
  await guarded(() =>
    registry.transaction('rw', registry.accounts, registry.device, async () => {
      if (await knownElsewhere(registry, id, queueUrl)) throw new StorageError('other_address'); // [VI3]
      await registry.accounts.put(account);
      await registry.device.put({ key: CURRENT, value: key });
      // Answered: kept any longer it would outlive the tokens, which it is as good as.
      await registry.device.where('key').startsWith(JOINING).delete();
    }),
  );
  return account;
}

/** Whether somebody is signed in to the account yet: another page may have left it. */
export async function stillSignedIn(registry: Registry, { key }: Account): Promise<boolean> {
  return (await readTokens(registry, key)) !== null;
}

/** The account's newest tokens, whichever page or worker got them. */
export async function readTokens(registry: Registry, key: string): Promise<HeldTokens | null> {
  return (await readAccount(registry, key))?.tokens ?? null;
}

/** Keeps the next tokens in the place of those that they were given for; not if the account has others meanwhile, or none. */
export async function keepTokens(
  registry: Registry,
  key: string,
  before: HeldTokens,
  after: HeldTokens,
): Promise<void> {
  await guarded(() =>
    registry.transaction('rw', registry.accounts, async () => {
      const account = await readAccount(registry, key);
      if (account?.tokens?.refresh === before.refresh) await registry.accounts.put({ ...account, tokens: after });
    }),
  );
}

/** From now on nothing is sent for this account, from no page. */
export async function forgetTokens(registry: Registry, account: Account): Promise<void> {
  await guarded(() => registry.accounts.put({ ...account, tokens: null }));
}

/** Null: none is in use, as before joining. */
export async function chooseAccount(registry: Registry, key: string | null): Promise<void> {
  await guarded(() => registry.device.put({ key: CURRENT, value: key }));
}
