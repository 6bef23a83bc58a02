/** What a page of the extension tells the background. Carries no data: both read the same database. */
import { type PageCalls, pageCalls } from '../../messaging/calls.ts';
import { createCaller } from '../../messaging/rpc.ts';
import { toBackground } from './message-adapters.ts';

const call = createCaller<PageCalls>(toBackground, pageCalls);

/**
 * There is something to send, or the person wants to know now. Nobody waits for the answer: without
 * a background there is nothing lost either, its next start looks at the outbox itself.
 */
export function requestSync(reason: PageCalls['requestSync']['request']['reason'] = 'act'): void {
  void call('requestSync', { reason });
}

/** Somebody joined, signed out or changed accounts. */
export const accountChanged = async (): Promise<void> => void (await call('accountChanged', {}));
