/** The drivers of browsers do what a person's act does, shown with an extension that is not ours. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Chromium, type ChromiumOptions, launchChromium, openPage } from '../../demo/browser/chromium.ts';
import { type Display, startDisplay } from '../../demo/browser/display.ts';
import { type Firefox, type FirefoxOptions, launchFirefox } from '../../demo/browser/firefox.ts';
import { clickFirefoxToolbar } from '../../demo/browser/firefox-toolbar.ts';
import { goOffline } from '../../demo/browser/offline.ts';
import {
  fireCommand,
  inServiceWorker,
  runningServiceWorker,
  stopServiceWorker,
} from '../../demo/browser/service-worker.ts';
import { clickToolbar, closePopup } from '../../demo/browser/toolbar.ts';
import { servePages } from './test-page.ts';
import { writeThrowawayExtension } from './throwaway-extension.ts';

const pages = await servePages();
afterAll(() => pages.stop());

describe('Chromium', async () => {
  const extension = await writeThrowawayExtension('chromium');
  let profileDir: string;
  let chromium: Chromium;
  const launch = async (more: Partial<ChromiumOptions> = {}) => {
    chromium = await launchChromium({ extensionDir: extension.folder, profileDir, ...more });
    return chromium;
  };
  const stored = async (key: string) =>
    inServiceWorker(chromium, `chrome.storage.local.get().then((all) => all[${JSON.stringify(key)}] ?? null)`);
  const ask = async (address: string) => {
    const page = await openPage(chromium, chromium.extensionUrl('popup.html'));
    const answer = await page.evaluate(`chrome.runtime.sendMessage(${JSON.stringify(address)})`);
    await page.close();
    return answer;
  };

  beforeAll(async () => {
    profileDir = await mkdtemp(path.join(tmpdir(), 'profile-'));
  });
  afterEach(() => chromium.close());
  afterAll(async () => {
    await rm(profileDir, { recursive: true, force: true });
    await extension.remove();
  });

  it('clicks the toolbar button, which grants activeTab, and drives the popup', async () => {
    await launch();
    const page = await openPage(chromium, `${pages.origin}/toolbar`);
    const popup = await clickToolbar(chromium, page);
    await popup.waitForFunction(() => document.querySelector('h1')?.textContent === 'Page /toolbar');
    await popup.type('input', 'words');
    await popup.click('button');
    await popup.waitForFunction(() => document.querySelector('output')?.textContent === 'kept');
    expect(await stored('kept')).toBe('words');
    await closePopup(chromium, popup);
  });

  it('fires a command on a tab whose toolbar button was clicked, and in vain on another', async () => {
    await launch();
    const page = await openPage(chromium, `${pages.origin}/never-clicked`);
    await fireCommand(chromium, 'note');
    await expect.poll(() => stored('command')).toMatch(/^Error: Cannot access/);
    await page.goto(`${pages.origin}/command`);
    await closePopup(chromium, await clickToolbar(chromium, page));
    await fireCommand(chromium, 'note');
    await expect.poll(() => stored('command')).toBe('Page /command');
  });

  it('terminates the service worker, and an event starts it again', async () => {
    await launch();
    await inServiceWorker(chromium, 'globalThis.mark = 1');
    await stopServiceWorker(chromium);
    expect(runningServiceWorker(chromium)).toBeNull();
    expect(await ask(pages.origin)).toBe(200);
    expect(await inServiceWorker(chromium, 'globalThis.mark ?? null')).toBeNull();
  });

  it('cuts off and reconnects pages and service worker', async () => {
    await launch();
    const comeBack = await goOffline(chromium);
    expect(await ask(pages.origin)).toBe('failed');
    await expect.poll(() => inServiceWorker(chromium, 'navigator.onLine')).toBe(false);
    await comeBack();
    expect(await ask(pages.origin)).toBe(200);
  });

  it('keeps the profile when the browser is killed', async () => {
    await launch();
    const { extensionId } = chromium;
    await inServiceWorker(chromium, 'chrome.storage.local.set({ kept: "before the kill" })');
    await chromium.kill();
    await launch();
    expect(chromium.extensionId).toBe(extensionId);
    expect(await stored('kept')).toBe('before the kill');
  });

  it('shows language and colour scheme as asked', async () => {
    await launch({ language: 'en', scheme: 'dark', scale: 2 });
    const page = await openPage(chromium, pages.origin);
    const seen = await page.evaluate(() => [
      navigator.language,
      matchMedia('(prefers-color-scheme: dark)').matches,
      devicePixelRatio,
    ]);
    expect(seen).toEqual(['en-GB', true, 2]);
  });

  describe('on a display', () => {
    let display: Display;
    beforeAll(async () => {
      display = await startDisplay(console.info);
    });
    afterAll(() => display.stop());

    it('presses the real shortcut, which grants activeTab', async () => {
      await launch({ headless: false, display: display.name });
      await openPage(chromium, `${pages.origin}/shortcut`);
      await display.click(500, 450);
      // The window takes the keyboard a moment after it appears.
      const pressed = async () => {
        await display.press('alt+shift+k');
        return stored('command');
      };
      await expect.poll(pressed, { timeout: 20_000, interval: 500 }).toBe('Page /shortcut');
    });

    it('chooses from the real context menu, which grants activeTab', async () => {
      await launch({ headless: false, display: display.name });
      await openPage(chromium, `${pages.origin}/menu`);
      const chosen = async () => {
        await display.click(500, 450, 'right');
        await sleep(700);
        // The extension's item stands above "View page source" and "Inspect".
        await display.press('Up', 'Up', 'Up', 'Return');
        return stored('menu');
      };
      await expect.poll(chosen, { timeout: 20_000, interval: 500 }).toBe('Page /menu');
    });
  });
});

describe('Firefox', async () => {
  const extension = await writeThrowawayExtension('firefox');
  let profileDir: string;
  let firefox: Firefox;
  const launch = async (more: Partial<FirefoxOptions> = {}) => {
    firefox = await launchFirefox({ extensionDir: extension.folder, profileDir, ...more });
  };
  const stored = async (key: string) => {
    await firefox.openTab(firefox.extensionUrl('popup.html'));
    const value = await firefox.inPage('return browser.storage.local.get().then((all) => all[arguments[0]]);', key);
    await firefox.closeTab();
    return value;
  };

  beforeAll(async () => {
    profileDir = await mkdtemp(path.join(tmpdir(), 'profile-'));
  });
  afterEach(() => firefox.close());
  afterAll(async () => {
    await rm(profileDir, { recursive: true, force: true });
    await extension.remove();
  });

  it('clicks the toolbar button, which grants activeTab, and drives the popup', async () => {
    await launch();
    await firefox.navigate(`${pages.origin}/toolbar`);
    const popup = await clickFirefoxToolbar(firefox);
    await expect.poll(() => popup.run('return document.querySelector("h1")?.textContent')).toBe('Page /toolbar');
    await popup.run('document.querySelector("input").value = "words"; document.querySelector("button").click();');
    await expect.poll(() => popup.run('return document.querySelector("output").textContent')).toBe('kept');
    await popup.run('window.close();');
    await expect.poll(popup.isOpen).toBe(false);
    expect(await stored('kept')).toBe('words');
  });

  it('keeps what the extension stored when Firefox ends, and shows language and colour scheme as asked', async () => {
    await launch({ language: 'en', scheme: 'dark' });
    expect(await stored('kept')).toBe('words');
    await firefox.navigate(pages.origin);
    const seen = 'return [navigator.language, matchMedia("(prefers-color-scheme: dark)").matches];';
    expect(await firefox.inPage(seen)).toEqual(['en-GB', true]);
  });

  it('presses the real shortcut on a display, which grants activeTab', async () => {
    const display = await startDisplay(console.info);
    try {
      await launch({ headless: false, display: display.name });
      await firefox.navigate(`${pages.origin}/shortcut`);
      await display.click(500, 450);
      const pressed = async () => {
        await display.press('alt+shift+k');
        return stored('command');
      };
      await expect.poll(pressed, { timeout: 20_000, interval: 500 }).toBe('Page /shortcut');
    } finally {
      await firefox.close();
      await display.stop();
    }
  });
});
