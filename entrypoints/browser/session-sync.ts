/** Sync with the browser's own fetch, clock and locks. Pages and the background share one flight by its lock. */
import { keepTokens, readTokens, stillSignedIn } from '../../storage/accounts.ts';
import { createAccess } from '../../sync/access.ts';
import type { Line } from '../../sync/ask.ts';
import { createSync, type Sync } from '../../sync/sync-loop.ts';
import { createTransport, type Transport } from '../../sync/transport.ts';
import type { Session } from './session.ts';

const ask = (url: string, init: RequestInit) => fetch(url, init);

/** Where the account's queue is, and what it is asked with: the newest tokens, whichever page or worker got them. */
export const lineOf = ({ registry, account: { key, queueUrl } }: Session): Line => ({
  queueUrl,
  fetch: ask,
  access: createAccess({
    queueUrl,
    fetch: ask,
    read: () => readTokens(registry, key),
    keep: (before, after) => keepTokens(registry, key, before, after),
    alone: (run) => navigator.locks.request(`clipdesk-tokens:${key}`, run),
    clock: Date.now,
  }),
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
