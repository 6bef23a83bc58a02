/** Somebody joins a queue before its company has named any departments: what they wanted to suggest is kept until it has. */
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

it('says so, keeps the page, and offers department and goal as soon as there are some', async () => {
  const page = await openPage(employee, `${newsroom.intranet.url}/personal/ausbildungswerkstatt`);
  const popup = await clickToolbar(employee, page);
  await reads(popup, 'has not named any departments yet');
  await press(popup, 'Enter');
  expect(await popup.evaluate(() => document.body.innerText)).not.toContain('still loading');
  await popup.close();
  await newsroom.changeStrategy(() => undefined);
  await page.bringToFront();
  const again = await clickToolbar(employee, page);
  await reads(again, 'Your draft from before is still here.');
  await reads(again, 'People and apprenticeships');
  await reads(again, 'More applications for technical apprenticeships');
});
