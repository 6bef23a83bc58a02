/** The account in use with its database, as every page and the background open it. */
import { type Account, currentAccount, openRegistry, type Registry } from '../../storage/accounts.ts';
import { type AccountDatabase, openDatabase } from '../../storage/database.ts';

export type Session = { registry: Registry; account: Account; db: AccountDatabase };

let opened: { registry: Registry; session: Promise<Session | null> } | null = null;

/** The session of this page; null before a queue was joined. Opened once, however often it is asked for. */
export function openSession(): Promise<Session | null> {
  if (opened === null) {
    const registry = openRegistry();
    const session = load(registry);
    opened = { registry, session };
    // What could not be opened is tried anew for the next who asks.
    session.catch(() => {
      if (opened?.session === session) opened = null;
    });
  }
  return opened.session;
}

async function load(registry: Registry): Promise<Session | null> {
  const account = await currentAccount(registry);
  return account === null ? null : { registry, account, db: openDatabase(account) };
}

/** The registry alone: settings and joining need no account. */
export async function openDeviceRegistry(): Promise<Registry> {
  const session = openSession();
  const { registry } = opened ?? { registry: openRegistry() };
  await session;
  return registry;
}

/** To be called after joining or signing out: the next `openSession` reads anew. */
export function forgetSession(): void {
  opened = null;
}
