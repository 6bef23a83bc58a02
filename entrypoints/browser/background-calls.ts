/** What a page of the extension tells the background, and asks of it. Carries no data: both read the same database. */
import type { PageCalls } from '../../messaging/calls.ts';
import { toBackground } from './message-adapters.ts';

/** Most answers say nothing, so they need no parsing, and the popup no schemas of messages. */
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

/** Marks in a tab what is read of it; the answer comes when the marks are gone, which nobody waits for. */
export const showRead = (tabId: number): void => void call('showRead', { tabId });

export const languageChanged = (): Promise<unknown> => call('languageChanged', {});

/** Longer than a cold worker takes to begin (about 300 ms) even on a busy machine. Milliseconds. */
const KEY_WAIT = 2_000;

/**
 * The key of a page (AD1). Null if the background does not answer in time: what is known of the page
 * is then not shown, and what is kept gets its key later.
 */
export async function askPageKey(address: string, canonicalAddress: string | null): Promise<string | null> {
  const late = new Promise((resolve) => setTimeout(resolve, KEY_WAIT));
  const reply = await Promise.race([call('pageKey', { address, canonicalAddress }), late]);
  const { value } = (reply ?? {}) as { value?: { key?: unknown } };
  return typeof value?.key === 'string' ? value.key : null;
}
