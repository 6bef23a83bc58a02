import type { Page, Target } from 'puppeteer-core';
import type { Chromium } from './chromium.ts';

/** The file that WXT builds from `entrypoints/popup`. */
const POPUP = 'popup.html';

/**
 * Clicks the extension's toolbar button while `page` is in front and returns the popup that opens.
 * The browser treats it as a person's click: it grants `activeTab` and opens the real popup.
 * @throws TimeoutError if no popup opens within ten seconds.
 */
export async function clickToolbar({ browser, extensionId, extensionUrl }: Chromium, page: Page): Promise<Page> {
  const extension = (await browser.extensions()).get(extensionId);
  if (extension === undefined) throw new Error(`extension ${extensionId} is not installed`);
  await page.bringToFront();
  const before = new Set<Target>(browser.targets());
  await page.triggerExtensionAction(extension);
  const opened = (target: Target): boolean => !before.has(target) && target.url().startsWith(extensionUrl(POPUP));
  const target = await browser.waitForTarget(opened, { timeout: 10_000 });
  return target.asPage();
}

/** Waits until a popup is gone, closed by itself or by `closePopup`. */
export async function popupGone({ browser }: Chromium, popup: Page): Promise<void> {
  const target = popup.target();
  while (browser.targets().includes(target)) await new Promise((resolve) => setTimeout(resolve, 20));
}

/** Closes a popup as Escape or a click beside it would. */
export async function closePopup(chromium: Chromium, popup: Page): Promise<void> {
  // The answer to this call is lost with the page that should give it.
  await popup.evaluate(() => window.close()).catch(() => {});
  await popupGone(chromium, popup);
}
