/**
 * Five hundred broken pages in a real browser: its document model is the one that counts, and it is
 * ten times faster than those that tests have. `npm run test:capture-fuzz` tries five thousand.
 */
import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { tryInBrowser } from '../capture/fuzz/browser-run.ts';
import { openCaptureBrowser } from './captured-page.ts';

const BATCH = 100;

let browser: Browser;
beforeAll(async () => {
  browser = await openCaptureBrowser();
});
afterAll(() => browser.close());

it.each([0, 100, 200, 300, 400])(
  '[CA1] pages broken at random, from seed %i, are read without a change, with a valid answer, and the same twice',
  async (from) => {
    expect(await tryInBrowser(browser, from, BATCH)).toEqual([]);
  },
);
