/** What a page of the extension tells the background. Carries no data: both read the same database. */
import type { PageCalls } from '../../messaging/calls.ts';
import { toBackground } from './message-adapters.ts';

/** The answers say nothing, so they need no parsing, and the popup no schemas of messages. */
const call = <K extends keyof PageCalls>(name: K, request: PageCalls[K]['request']): Promise<unknown> =>
  toBackground.send({ clipdesk: name, request }).catch(() => undefined);

/**
 * There is something to send, or the person wants to know now. Nobody waits for the answer: without
 * a background there is nothing lost either, its next start looks at the outbox itself.
 */
export function requestSync(reason: PageCalls['requestSync']['request']['reason'] = 'act'): void {
  void call('requestSync', { reason });
}

/** Somebody joined, signed out or changed accounts. */
export const accountChanged = async (): Promise<void> => void (await call('accountChanged', {}));

/** Answers when the page that reads documents listens. */
export const openReader = (): Promise<unknown> => call('openReader', {});

export const languageChanged = (): Promise<unknown> => call('languageChanged', {});
