import type { CDPSession, Target } from 'puppeteer-core';
import type { Chromium } from './chromium.ts';

/** The extension's running service worker, or null while the browser has it stopped. */
export const runningServiceWorker = ({ browser, extensionUrl }: Chromium): Target | null =>
  browser.targets().find((target) => isWorkerOf(target, extensionUrl(''))) ?? null;

/**
 * Evaluates an expression in the service worker, which must be running (an event or a message starts it).
 * The debugger leaves at once: while one is attached the browser neither stops the worker nor,
 * after a forced stop, starts it again. So `target.worker()` of puppeteer must not be used beside this.
 * @returns the value as JSON would carry it.
 */
export async function inServiceWorker(chromium: Chromium, expression: string): Promise<unknown> {
  const { browser, extensionUrl } = chromium;
  const target = await browser.waitForTarget((one) => isWorkerOf(one, extensionUrl('')), { timeout: 10_000 });
  return withSession(target, async (session) => {
    // A worker is there a moment before what the browser gives to extensions.
    for (let tries = 0; tries < 50 && !(await hasApis(session)); tries += 1)
      await new Promise((go) => setTimeout(go, 20));
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails !== undefined) {
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    }
    return result.value;
  });
}

/**
 * Terminates the service worker in the middle of whatever it does, as the browser may at any time.
 */
export async function stopServiceWorker(chromium: Chromium): Promise<void> {
  const running = runningServiceWorker(chromium);
  if (running === null) return;
  const { browser, extensionUrl } = chromium;
  const page = await browser.newPage();
  try {
    // Any file of the extension gives the origin; its manifest runs no code of ours.
    await page.goto(extensionUrl('manifest.json'));
    const session = await page.createCDPSession();
    await session.send('ServiceWorker.enable');
    await session.send('ServiceWorker.stopAllWorkers');
    while (browser.targets().includes(running)) await new Promise((resolve) => setTimeout(resolve, 10));
  } finally {
    await page.close();
  }
}

/**
 * Fires a keyboard command of the manifest for the tab in front, without a keyboard. A headless browser
 * has no shortcuts. Unlike the real one (`display.ts`) this grants no `activeTab`: click the toolbar
 * button on that tab first. `dispatch` is an undocumented part of Chromium's event objects.
 */
export async function fireCommand(chromium: Chromium, command: string): Promise<void> {
  await inServiceWorker(
    chromium,
    `chrome.tabs.query({ active: true, lastFocusedWindow: true }).then(([tab]) =>
      chrome.commands.onCommand.dispatch(${JSON.stringify(command)}, tab))`,
  );
}

async function hasApis(session: CDPSession): Promise<boolean> {
  const { result } = await session.send('Runtime.evaluate', { expression: "typeof chrome === 'object'" });
  return result.value === true;
}

const isWorkerOf = (target: Target, origin: string): boolean =>
  target.type() === 'service_worker' && target.url().startsWith(origin);

async function withSession<T>(target: Target, use: (session: CDPSession) => Promise<T>): Promise<T> {
  const session = await target.createCDPSession();
  try {
    return await use(session);
  } finally {
    await session.detach();
  }
}
