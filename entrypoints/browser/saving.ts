/**
 * A popup can be gone before it said how saving went: Chromium closes it when a disk without room makes it close the
 * popup's database. Nobody is left to say that nothing was kept; the background is, and notices by a line that breaks.
 */
import { browser } from 'wxt/browser';
import { isOwnPage } from './message-adapters.ts';

const SAVING = 'saving ';

/**
 * Says when saving began, by which what came of it is found: the page may be known by no key, or by another than its tab.
 * @returns to be called once the person was told how it went
 */
export function announceSaving(now: number): () => void {
  try {
    const port = browser.runtime.connect({ name: `${SAVING}${now}` });
    return () => {
      port.postMessage({});
      port.disconnect();
    };
  } catch {
    // After an update of the extension an old page has no background any more.
    return () => undefined;
  }
}

/** Calls `onGone` with the moment at which saving began, for a popup that went away before it told anybody. */
export function listenToSaving(onGone: (since: number) => void): void {
  browser.runtime.onConnect.addListener((port) => {
    if (!port.name.startsWith(SAVING) || port.sender === undefined || !isOwnPage(port.sender)) return;
    let isTold = false;
    port.onMessage.addListener(() => {
      isTold = true;
    });
    port.onDisconnect.addListener(() => {
      if (!isTold) onGone(Number(port.name.slice(SAVING.length)));
    });
  });
}
