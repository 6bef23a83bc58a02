/**
 * Chromium that shows stored pages under their own addresses: nothing is fetched, no script of a page
 * runs, and extractors run in an isolated world as content scripts do.
 */
import puppeteer, { type CDPSession, type Page } from 'puppeteer-core';
import { ensureBrowser } from '../../../demo/browser/install.ts';

const ARGS = [
  '--no-first-run',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--accept-lang=en-US,en',
];

/** With it no script of the page runs, so `noscript` stays unparsed as in a reader's browser. */
const HEADERS = { 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'" };

const TIMEOUT = 60_000;

export type QuietBrowser = {
  /** Loads a page anew. */
  load: (url: string, html: Buffer) => Promise<void>;
  /** An isolated world of the page that is loaded; answers what an expression is, as JSON. */
  openWorld: () => Promise<(expression: string) => Promise<unknown>>;
  /** Milliseconds that the main thread of the page has worked so far: what else the machine does is not in them. */
  worked: () => Promise<number>;
  /** The debugging session of the tab, for measures of its own. */
  session: () => CDPSession;
  /** A fresh tab: for after a page that hung, and now and then against what piles up. */
  reset: () => Promise<void>;
  close: () => Promise<void>;
};

export async function openQuietBrowser(): Promise<QuietBrowser> {
  const program = await ensureBrowser('chromium', (line) => console.error(line));
  const browser = await puppeteer.launch({
    executablePath: program.path,
    pipe: true,
    protocolTimeout: TIMEOUT,
    args: [...ARGS, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
  let html: Buffer | null = null;
  let page: Page;
  let session: CDPSession;

  const reset = async (): Promise<void> => {
    const [old] = [page];
    page = await browser.newPage();
    await old?.close().catch(() => {});
    await page.setViewport({ width: 1280, height: 900 });
    await page.emulateTimezone('UTC');
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      const isPage = request.isNavigationRequest() && request.frame()?.parentFrame() === null;
      const answer = !isPage
        ? request.abort()
        : html === null
          ? request.respond({ status: 204 })
          : request.respond({ status: 200, contentType: 'text/html; charset=utf-8', headers: HEADERS, body: html });
      if (isPage) html = null;
      answer.catch(() => {});
    });
    page.on('dialog', (dialog) => void dialog.dismiss().catch(() => {}));
    session = await page.createCDPSession();
    await session.send('Page.enable');
    await session.send('Performance.enable');
  };

  const openWorld: QuietBrowser['openWorld'] = async () => {
    const { frameTree } = await session.send('Page.getFrameTree');
    const world = { frameId: frameTree.frame.id, worldName: 'extractor' };
    const { executionContextId } = await session.send('Page.createIsolatedWorld', world);
    return async (expression) => {
      const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
        expression,
        contextId: executionContextId,
        returnByValue: true,
        awaitPromise: true,
        timeout: TIMEOUT,
      });
      if (exceptionDetails !== undefined) {
        throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      }
      return result.value;
    };
  };

  await reset();
  return {
    load: async (url, source) => {
      // The same address again, with a fragment, would stay in the same document.
      await page.goto('about:blank');
      html = source;
      await page.goto(url, { waitUntil: 'domcontentloaded', timeout: TIMEOUT });
    },
    openWorld,
    worked: async () => {
      const { metrics } = await session.send('Performance.getMetrics');
      return (metrics.find(({ name }) => name === 'ThreadTime')?.value ?? Number.NaN) * 1_000;
    },
    session: () => session,
    reset,
    close: () => browser.close(),
  };
}
