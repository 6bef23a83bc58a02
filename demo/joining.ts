import type { Page } from 'puppeteer-core';
import { type Chromium, openPage } from './browser/chromium.ts';
import { JOIN, PAGES } from './screens.ts';

/** Joins a queue as a person would: opens the page, pastes the link, presses the button. Leaves the page open. */
export async function join(chromium: Chromium, invitation: string): Promise<Page> {
  const page = await openPage(chromium, chromium.extensionUrl(PAGES.join));
  await page.locator(JOIN.invitation).fill(invitation);
  await page.locator(`${JOIN.submit}[aria-disabled="false"]`).click();
  await page.waitForSelector(JOIN.invitation, { hidden: true });
  return page;
}

/** Whether this profile belongs to somebody already. */
export async function hasJoined(chromium: Chromium): Promise<boolean> {
  const page = await openPage(chromium, chromium.extensionUrl(PAGES.suggestions));
  try {
    const first = await page.waitForSelector(`${JOIN.invitation}, .suggestions`);
    return (await first?.evaluate((element) => element.matches('.suggestions'))) ?? false;
  } finally {
    await page.close();
  }
}

/** The page that introduces Clipdesk after its installation stands in the way of what comes next. */
export async function closeWelcome({ browser, extensionUrl }: Chromium): Promise<void> {
  const target = await browser
    .waitForTarget((one) => one.url() === extensionUrl(PAGES.welcome), { timeout: 5_000 })
    .catch(() => null);
  await (await target?.page())?.close();
}
