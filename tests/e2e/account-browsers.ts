/** The same acts in Chromium and Firefox: a page of the extension, the company's sign-in window, a clip by the toolbar. */
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { openFilledPopup, suggest } from '../../demo/acts.ts';
import { launchChromium, openPage } from '../../demo/browser/chromium.ts';
import { launchFirefox } from '../../demo/browser/firefox.ts';
import { clickFirefoxToolbar } from '../../demo/browser/firefox-toolbar.ts';
import { buildExtension } from '../../demo/build.ts';
import { closeWelcome } from '../../demo/joining.ts';
import { POPUP } from '../../demo/screens.ts';

export type AccountBrowser = {
  /** Where the browser hands the answer of a sign-in to the extension. */
  redirectOrigin: string;
  /** Shows a page of the extension in front. */
  show(file: string): Promise<void>;
  /** Runs a function body in the page in front. */
  run(body: string, ...args: readonly unknown[]): Promise<unknown>;
  /** A person's click on the first of these in the page in front. */
  click(selector: string): Promise<void>;
  /** Runs a function body in the window that shows this origin; null while there is none. */
  inWindow(origin: string, body: string, ...args: readonly unknown[]): Promise<unknown>;
  /** Closes that window as a person would. */
  closeWindow(origin: string): Promise<void>;
  /** Clips the page at this address by the toolbar button. */
  clip(address: string): Promise<void>;
  close(): Promise<void>;
};

const call = (body: string, args: readonly unknown[]): string =>
  `(function () { ${body} }).apply(null, ${JSON.stringify(args)})`;

export async function openAccountChromium(folder: string): Promise<AccountBrowser> {
  const extensionDir = path.join(folder, 'chrome');
  await buildExtension('chrome', extensionDir);
  const chromium = await launchChromium({ extensionDir, profileDir: path.join(folder, 'chrome-profile') });
  await closeWelcome(chromium);
  let front: Page | null = null;
  const page = (): Page => {
    if (front === null) throw new Error('nothing is shown');
    return front;
  };
  const windowAt = async (origin: string): Promise<Page | null> => {
    const target = chromium.browser.targets().find((each) => each.type() === 'page' && each.url().startsWith(origin));
    return target === undefined ? null : ((await target.page()) ?? (await target.asPage()));
  };
  return {
    redirectOrigin: `https://${chromium.extensionId}.chromiumapp.org`,
    async show(file) {
      await front?.close();
      front = await openPage(chromium, chromium.extensionUrl(file));
    },
    run: (body, ...args) => page().evaluate(call(body, args)),
    async click(selector) {
      // A window that closed leaves nobody in front.
      await page().bringToFront();
      await page().locator(selector).click();
    },
    async inWindow(origin, body, ...args) {
      const window = await windowAt(origin);
      // It may be on its way to the next page.
      return window === null ? null : window.evaluate(call(body, args)).catch(() => null);
    },
    async closeWindow(origin) {
      await (await windowAt(origin))?.close();
    },
    async clip(address) {
      const shown = await openPage(chromium, address);
      await suggest(await openFilledPopup(chromium, shown));
      await shown.close();
    },
    close: () => chromium.close(),
  };
}

export async function openAccountFirefox(folder: string): Promise<AccountBrowser> {
  const extensionDir = path.join(folder, 'firefox');
  await buildExtension('firefox', extensionDir);
  const firefox = await launchFirefox({ extensionDir, profileDir: path.join(folder, 'firefox-profile') });
  const { marionette } = firefox;
  const handles = async () => (await marionette.command('WebDriver:GetWindowHandles')) as string[];
  const front = async () => ((await marionette.command('WebDriver:GetWindowHandle')) as { value: string }).value;
  const switchTo = (handle: string) => marionette.command('WebDriver:SwitchToWindow', { handle });
  /** Does something in the window of an origin and goes back to the page in front. */
  const at = async <T>(origin: string, act: () => Promise<T>): Promise<T | null> => {
    const back = await front();
    try {
      for (const handle of await handles()) {
        await switchTo(handle);
        const url = await firefox.inPage('return location.href;').catch(() => '');
        if (String(url).startsWith(origin)) return await act();
      }
      return null;
    } finally {
      await switchTo(back);
    }
  };
  return {
    redirectOrigin: String(
      await firefox.inBrowser(
        `
        const { computeSha1HashAsString } = ChromeUtils.importESModule('resource://gre/modules/addons/crypto-utils.sys.mjs');
        return 'https://' + computeSha1HashAsString(arguments[0]) + '.extensions.allizom.org';`,
        firefox.addonId,
      ),
    ),
    show: (file) => firefox.openTab(firefox.extensionUrl(file)),
    run: (body, ...args) => firefox.inPage(body, ...args),
    async click(selector) {
      await firefox.inPage('document.querySelector(arguments[0]).click();', selector);
    },
    inWindow: (origin, body, ...args) => at(origin, () => firefox.inPage(body, ...args).catch(() => null)),
    async closeWindow(origin) {
      await at(origin, () => marionette.command('WebDriver:CloseWindow'));
    },
    async clip(address) {
      const back = await front();
      await firefox.openTab(address);
      const popup = await clickFirefoxToolbar(firefox);
      const isFilled = () =>
        popup.run('return (document.querySelector(arguments[0])?.value ?? "") !== "";', POPUP.title);
      for (let tries = 0; !(await isFilled().catch(() => false)) && tries < 100; tries += 1) await sleep(100);
      await popup.run('document.querySelector(arguments[0]).click()', POPUP.submit);
      for (let tries = 0; (await popup.isOpen()) && tries < 100; tries += 1) await sleep(100);
      await firefox.closeTab();
      await switchTo(back);
    },
    close: () => firefox.close(),
  };
}
