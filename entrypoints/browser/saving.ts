/**
 * A popup can be gone before it said how saving went: Chromium closes it when a disk without room makes it close the
 * popup's database. Nobody is left to say that nothing was kept; the background is, and notices by a line that breaks.
 */
import { browser } from 'wxt/browser';
import { isOwnPage } from './message-adapters.ts';

/** What was under way when the line broke. */
export type Begun = 'typing' | 'saving';

/**
 * Says when saving began, by which what came of it is found: the page may be known by no key, or by another than its tab.
 * @returns to be called once the person was told how it went
 */
export const announceSaving = (now: number): (() => void) => announce('saving', now);

/**
 * Says when the first word was typed: a full disk may take the popup away before anybody saves, and the key that was to save
 * finds no popup any more. This line breaks whenever a popup goes: with it Chromium takes what a page sends on its way out.
 * @returns to be called once nothing is left of these words that is not kept
 */
export const announceTyping = (now: number): (() => void) => announce('typing', now);

function announce(begun: Begun, now: number): () => void {
  try {
    const port = browser.runtime.connect({ name: `${begun} ${now}` });
    return () => {
      port.postMessage({});
      port.disconnect();
    };
  } catch {
    // After an update of the extension an old page has no background any more.
    return () => undefined;
  }
}

const LINE = /^(typing|saving) (\d+)$/;

/** Calls `onGone` with the moment at which that began, for a popup that went away before it told anybody. */
export function listenToSaving(onGone: (since: number, begun: Begun) => void): void {
  browser.runtime.onConnect.addListener((port) => {
    const [, begun, since] = LINE.exec(port.name) ?? [];
    if (begun === undefined || port.sender === undefined || !isOwnPage(port.sender)) return;
    let isTold = false;
    port.onMessage.addListener(() => {
      isTold = true;
    });
    port.onDisconnect.addListener(() => {
      if (!isTold) onGone(Number(since), begun as Begun);
    });
  });
}
