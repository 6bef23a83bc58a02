/** Two hundred of the five hundred broken pages, in a real browser: its document model is the one that counts. */
import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { tryInBrowser } from '../capture/fuzz/browser-run.ts';
import { openCaptureBrowser } from './captured-page.ts';

/** Other seeds than those that the unit tests take. */
const FROM = 300;
const MUTANTS = 200;

let browser: Browser;
beforeAll(async () => {
  browser = await openCaptureBrowser();
});
afterAll(() => browser.close());

it('[CA1] pages that were broken at random are read without a change, with a valid answer, and the same twice', async () => {
  expect(await tryInBrowser(browser, FROM, MUTANTS)).toEqual([]);
});
