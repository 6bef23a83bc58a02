/** The browser's messages as adapters of `messaging/rpc.ts`; each lets only its own kind of sender through. */
import { browser } from 'wxt/browser';
import type { Adapter } from '../../messaging/rpc.ts';
import { ownAddress } from './own-address.ts';

type Sender = { id?: string | undefined; url?: string | undefined; tab?: { id?: number | undefined } | undefined };

export const isOwnPage = (sender: Sender): boolean => sender.url?.startsWith(ownAddress('')) ?? false;

/** After an update of the extension an old page's call throws at once; async makes that an answer like others. */
export const toBackground: Pick<Adapter, 'send'> = {
  send: async (message) => browser.runtime.sendMessage(message),
};

/** Calls of the extension's own pages. */
export const fromPages: Pick<Adapter, 'listen'> = {
  listen: (answer) => listen((message, sender) => (isOwnPage(sender) ? answer(message) : undefined)),
};

/** Calls of our script in a web page. Its process may be taken over by the page: whoever answers checks the tab. */
export const fromTabs = (answer: (message: unknown, tabId: number) => Promise<unknown> | undefined): (() => void) =>
  listen((message, sender) => {
    const tabId = sender.tab?.id;
    return tabId === undefined || isOwnPage(sender) ? undefined : answer(message, tabId);
  });

function listen(answer: (message: unknown, sender: Sender) => Promise<unknown> | undefined): () => void {
  const listener = (message: unknown, sender: Sender) =>
    sender.id === browser.runtime.id ? answer(message, sender) : undefined;
  // The polyfill's type wants an answer to every message; undefined leaves it to other listeners.
  browser.runtime.onMessage.addListener(listener as never);
  return () => browser.runtime.onMessage.removeListener(listener as never);
}
