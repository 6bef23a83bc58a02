/** The bundled capture in a page of a real Chromium, in a world of its own as a content script has one. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import puppeteer, { type Browser, type CDPSession, type Page } from 'puppeteer-core';
import { ensureBrowser } from '../../demo/browser/install.ts';
import { bundleExtractor, PARTS } from '../extraction/bundle.ts';

export const PAGES = path.join(import.meta.dirname, '../capture/pages');

export type CapturedPage = {
  page: Page;
  /** Runs an expression where `capture()` answers `{ draft, steps, longest }`. */
  run(expression: string): Promise<unknown>;
  /** Addresses that were asked for since the page was loaded. */
  requests: string[];
};

/** Starts a browser that loads pages from strings only: whatever they ask of the network is refused. */
export async function openCaptureBrowser(): Promise<Browser> {
  const { path: executablePath } = await ensureBrowser('chromium', () => {});
  return puppeteer.launch({ executablePath, headless: true, args: ['--no-sandbox'] });
}

/** The same for every page of a run. */
let bundle: Promise<string> | undefined;

const pageSource = (name: string): Promise<string> => readFile(path.join(PAGES, `${name}.html`), 'utf8');

/** Loads a page of `tests/capture/pages`, or the given source, under an address, and injects the capture. */
export async function openCapturedPage(
  browser: Browser,
  address: string,
  source: { name: string } | { html: string },
): Promise<CapturedPage> {
  const html = 'name' in source ? await pageSource(source.name) : source.html;
  const page = await browser.newPage();
  const requests: string[] = [];
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    // A browser asks for the icon of a page by itself, and whenever it comes to it.
    if (new URL(request.url()).pathname !== '/favicon.ico') requests.push(request.url());
    const isPage = request.url() === address;
    return isPage ? request.respond({ contentType: 'text/html; charset=utf-8', body: html }) : request.abort();
  });
  await page.goto(address, { waitUntil: 'load' });
  const session = await page.createCDPSession();
  const run = await isolatedWorld(session);
  bundle ??= bundleExtractor(PARTS);
  await run(await bundle);
  await run(CAPTURE);
  requests.length = 0;
  return { page, run, requests };
}

const CAPTURE = `globalThis.capture = (of = document, profiles = []) => {
  const steps = capturePage(of, document.URL, profiles);
  let count = 0;
  let longest = 0;
  for (;;) {
    const before = performance.now();
    const step = steps.next();
    longest = Math.max(longest, performance.now() - before);
    if (step.done) return { draft: step.value, steps: count, longest };
    count += 1;
  }
}; 0`;

async function isolatedWorld(session: CDPSession): Promise<(expression: string) => Promise<unknown>> {
  const { frameTree } = await session.send('Page.getFrameTree');
  const world = await session.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id, worldName: 'capture' });
  return async (expression) => {
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      expression,
      contextId: world.executionContextId,
      returnByValue: true,
    });
    if (exceptionDetails !== undefined)
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  };
}
