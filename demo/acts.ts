/** What people do with Clipdesk, as they do it: toolbar button, keys, and looking at the screen. */
import type { Page } from 'puppeteer-core';
import { type Chromium, openPage } from './browser/chromium.ts';
import { fireCommand } from './browser/service-worker.ts';
import { clickToolbar, closePopup, popupGone } from './browser/toolbar.ts';
import { ASKING, INBOX, PAGES, POPUP, STATUS, SUGGESTIONS, stateBadge, TOAST } from './screens.ts';

/** Looked at by the clock, because a page that is not in front gets no animation frames. */
const PATIENCE = { timeout: 20_000, polling: 50 };

/** Clicks the toolbar button on a page and waits until the popup is filled in, picture and all. */
export async function openFilledPopup(chromium: Chromium, page: Page): Promise<Page> {
  const popup = await clickToolbar(chromium, page);
  await popup.waitForFunction(
    (title) => (document.querySelector<HTMLTextAreaElement>(title)?.value ?? '') !== '',
    PATIENCE,
    POPUP.title,
  );
  await popup.waitForSelector(POPUP.picture);
  return popup;
}

/** Presses Enter in the popup. Done when it says "saved": the clip is safe on the disk. */
export async function suggest(popup: Page): Promise<void> {
  // Nobody presses Enter into a window that is not there yet.
  await popup.waitForSelector(POPUP.title);
  await popup.keyboard.press('Enter');
  await popup.waitForSelector(POPUP.saved);
}

/**
 * Clips a page at once, by command and without a popup, and waits for the toast. A headless browser has
 * no shortcuts, so the toolbar button is clicked first: its click is what gives the extension the tab.
 */
export async function clipByCommand(chromium: Chromium, page: Page): Promise<void> {
  await closePopup(chromium, await clickToolbar(chromium, page));
  await page.bringToFront();
  await fireCommand(chromium, 'clip-now');
  await page.waitForSelector(TOAST);
}

export async function openInbox(chromium: Chromium): Promise<Page> {
  const page = await openPage(chromium, chromium.extensionUrl(PAGES.inbox));
  await page.waitForSelector('.inbox');
  return page;
}

/** Waits until a list shows a topic or clip whose title contains the words. */
export const waitForTitle = async (page: Page, words: string): Promise<void> => {
  await page.waitForFunction(
    (rows, text) => [...document.querySelectorAll(rows)].some((row) => row.textContent?.includes(text)),
    PATIENCE,
    `${INBOX.row}, ${SUGGESTIONS.card}`,
    words,
  );
};

/** New rows wait behind "3 new" so that nothing jumps; this shows them. */
export async function showArrived(inbox: Page): Promise<void> {
  await (await inbox.$(INBOX.arrived))?.click();
}

/** What the inbox shows now: titles of the rows from top to bottom, and what the pane is about. */
const inboxNow = (inbox: Page): Promise<{ rows: string[]; shown: string }> =>
  inbox.evaluate(
    (row, pane) => ({
      rows: [...document.querySelectorAll(row)].map(({ textContent }) => textContent ?? ''),
      shown: document.querySelector(pane)?.getAttribute('aria-label') ?? '',
    }),
    INBOX.row,
    INBOX.topic,
  );

/** Moves with j or k to the topic whose title contains the words, and waits until its pane shows it. */
export async function selectTopic(inbox: Page, words: string): Promise<void> {
  const end = Date.now() + PATIENCE.timeout;
  for (;;) {
    const { rows, shown } = await inboxNow(inbox);
    if (shown.includes(words)) return;
    if (Date.now() > end) throw new Error(`no way from "${shown}" to "${words}" among ${JSON.stringify(rows)}`);
    const wanted = rows.findIndex((text) => text.includes(words));
    const current = rows.findIndex((text) => text.includes(shown));
    await inbox.keyboard.press(wanted < current ? 'k' : 'j');
    // A list that changed between look and key may have had nothing on that side: then look again.
    await inbox
      .waitForFunction(
        (pane, before) => document.querySelector(pane)?.getAttribute('aria-label') !== before,
        { timeout: 2_000, polling: 50 },
        INBOX.topic,
        shown,
      )
      .catch(() => undefined);
  }
}

/** Accepts the selected topic with its key and waits until the screen offers to undo it. */
export async function accept(inbox: Page): Promise<void> {
  await inbox.keyboard.press('1');
  await inbox.waitForSelector(INBOX.undo);
}

export const openSuggestions = (chromium: Chromium): Promise<Page> =>
  openPage(chromium, chromium.extensionUrl(PAGES.suggestions));

/** Waits until "My suggestions" shows a state, and a person's name with it, for the clip titled so. */
export const waitForState = async (suggestions: Page, words: string, state: string, name: string): Promise<void> => {
  await suggestions.waitForFunction(
    (cards, text, badge, who) =>
      [...document.querySelectorAll(cards)].some(
        (card) => card.textContent?.includes(text) && card.textContent.includes(who) && card.querySelector(badge),
      ),
    PATIENCE,
    SUGGESTIONS.card,
    words,
    stateBadge(state),
    name,
  );
};

/** Waits until the clip titled so is marked as waiting for the network, or no longer is. */
export const waitForPending = async (suggestions: Page, words: string, pending: boolean): Promise<void> => {
  await suggestions.waitForFunction(
    (cards, text, mark, expected) =>
      [...document.querySelectorAll(cards)].some(
        (card) => card.textContent?.includes(text) && (card.querySelector(mark) !== null) === expected,
      ),
    PATIENCE,
    SUGGESTIONS.card,
    words,
    SUGGESTIONS.pending,
    pending,
  );
};

/** Presses "try now" on the status page, which waits for no planned time. */
export async function retryNow(chromium: Chromium): Promise<void> {
  const page = await openPage(chromium, chromium.extensionUrl(PAGES.status));
  await page.locator(`${STATUS.retry}:not([aria-disabled="true"])`).click();
  await page.waitForSelector(`${STATUS.retry}[aria-disabled="false"]`);
  await page.close();
}

/** Suggests the page at an address by the toolbar button and Enter. */
export async function clipPage(chromium: Chromium, address: string): Promise<void> {
  const page = await openPage(chromium, address);
  const popup = await openFilledPopup(chromium, page);
  await suggest(popup);
  await popupGone(chromium, popup);
  await page.close();
}

/** Runs a command, shows a list or opens a topic by the palette: the first entry with these words. */
export async function runByPalette(inbox: Page, typed: string, entry: string): Promise<void> {
  await inbox.keyboard.down('Control');
  await inbox.keyboard.press('k');
  await inbox.keyboard.up('Control');
  await inbox.waitForSelector(`${INBOX.palette}:focus`);
  await inbox.keyboard.type(typed);
  await inbox.waitForFunction(
    (chosen, words) => document.querySelector(chosen)?.textContent?.includes(words),
    PATIENCE,
    INBOX.chosenEntry,
    entry,
  );
  await inbox.keyboard.press('Enter');
  await inbox.waitForSelector(INBOX.palette, { hidden: true });
}

/** Asks about the selected topic: r, the words, Enter. Sent once it was looked whether it was answered before. */
export async function ask(inbox: Page, text: string): Promise<void> {
  await inbox.keyboard.press('r');
  await inbox.waitForSelector(ASKING.text);
  await inbox.type(ASKING.text, text);
  await inbox.waitForSelector(`${ASKING.send}[aria-disabled="false"]`);
  await inbox.keyboard.press('Enter');
  await inbox.waitForSelector(ASKING.text, { hidden: true });
}
