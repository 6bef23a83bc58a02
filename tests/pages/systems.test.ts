/** The labelled pages of intranet systems in a real Chromium, under their own addresses: its selectors are what counts. */
import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { clipDraftSchema } from '../../protocol/clip.ts';
import { differences, labelledPages } from '../capture/labelled-pages.ts';
import { knownGaps } from '../capture/systems-gaps.ts';
import { openCaptureBrowser, openCapturedPage } from './captured-page.ts';

const answerSchema = z.object({ draft: clipDraftSchema });

let browser: Browser;
beforeAll(async () => {
  browser = await openCaptureBrowser();
});
afterAll(() => browser.close());

test.each(labelledPages('systems').map(({ name, ...page }) => [name, page] as const))(
  '%s is read as its label says',
  async (name, { html, label }) => {
    const opened = await openCapturedPage(browser, label.address, { html });
    const { draft } = answerSchema.parse(await opened.run('capture()'));
    await opened.page.close();
    const gaps = knownGaps(name);
    expect(differences(draft, label).filter((line) => !gaps.some((gap) => line.startsWith(gap)))).toEqual([]);
  },
);
