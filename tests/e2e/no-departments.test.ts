/** Somebody joins a queue before its company has named any departments: what they wanted to suggest is kept until it has. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Chromium, openPage } from '../../demo/browser/chromium.ts';
import { clickToolbar } from '../../demo/browser/toolbar.ts';
import { type Newsroom, openNewsroom, press, reads } from './demands/newsroom.ts';

let newsroom: Newsroom;
let employee: Chromium;

beforeAll(async () => {
  newsroom = await openNewsroom();
  await newsroom.changeStrategy(({ departments }) => {
    for (const department of Object.values(departments)) department.active = false;
  });
  employee = await newsroom.seat('svenja.harms');
});
afterAll(async () => {
  await newsroom?.stop();
});

/** How many drafts the extension keeps, in whatever database. */
const draftsOf = (popup: Page): Promise<number> =>
  popup.evaluate(async () => {
    let count = 0;
    for (const { name = '' } of await indexedDB.databases()) {
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const asked = indexedDB.open(name);
        asked.onsuccess = () => resolve(asked.result);
        asked.onerror = () => reject(asked.error);
      });
      if (db.objectStoreNames.contains('drafts'))
        count += await new Promise<number>((resolve) => {
          const asked = db.transaction('drafts').objectStore('drafts').count();
          asked.onsuccess = () => resolve(asked.result);
        });
      db.close();
    }
    return count;
  });

it('says so, keeps the page, and offers department and goal as soon as there are some', async () => {
  const page = await openPage(employee, `${newsroom.intranet.url}/personal/ausbildungswerkstatt`);
  const popup = await clickToolbar(employee, page);
  await reads(popup, 'has not named any departments yet');
  await press(popup, 'Enter');
  expect(await popup.evaluate(() => document.body.innerText)).not.toContain('still loading');
  await expect.poll(() => draftsOf(popup), { timeout: 20_000 }).toBe(1);
  await popup.close();
  await newsroom.changeStrategy(() => undefined);
  await page.bringToFront();
  const again = await clickToolbar(employee, page);
  await reads(again, 'Your draft from before is still here.');
  await reads(again, 'People and apprenticeships');
  await reads(again, 'More applications for technical apprenticeships');
});
