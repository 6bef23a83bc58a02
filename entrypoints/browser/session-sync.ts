/** Sync with the browser's own fetch, clock and locks. Pages and the background share one flight by its lock. */
import { stillSignedIn } from '../../storage/accounts.ts';
import type { Line } from '../../sync/ask.ts';
import { createSync, type Sync } from '../../sync/sync-loop.ts';
import { createTransport, type Transport } from '../../sync/transport.ts';
import type { Session } from './session.ts';

/** Where the account's queue is, and what it is asked with. */
export const lineOf = ({ account }: Session): Line => ({
  queueUrl: account.queueUrl,
  token: account.token,
  fetch: (url, init) => fetch(url, init),
});

export const transportOf = (session: Session): Transport => createTransport(lineOf(session));

export const syncOf = (session: Session): Sync =>
  createSync({
    db: session.db,
    transport: transportOf(session),
    signedIn: () => stillSignedIn(session.registry, session.account),
    locks: { request: (name, run) => navigator.locks.request(name, run) },
    clock: Date.now,
    random: Math.random,
    // biome-ignore lint/suspicious/noConsole: the only place where a mistake of ours can be seen; it holds no content of pages
    report: (error) => console.error('Clipdesk could not sync', error),
  });
