/** Suggesting a link or an image by the real context menu, and the way back to a quote, in a real Chromium. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openSuggestions } from '../../demo/acts.ts';
import { type Chromium, openPage } from '../../demo/browser/chromium.ts';
import { type Display, startDisplay } from '../../demo/browser/display.ts';
import { TOAST } from '../../demo/screens.ts';
import type { Clip } from '../../protocol/clip.ts';
import { launchJoined, openWorkplace, type Workplace } from './employee.ts';

let workplace: Workplace;
let chromium: Chromium;
let display: Display;
beforeAll(async () => {
  workplace = await openWorkplace();
  display = await startDisplay(console.info);
  chromium = await launchJoined(workplace, { headless: false, display: display.name });
});
afterAll(async () => {
  await chromium.close();
  await display.stop();
  await workplace.stop();
});

const clips = async (): Promise<Clip[]> => {
  const page = await openPage(chromium, chromium.extensionUrl('options.html'));
  const all = await page.evaluate(
    () =>
      new Promise<Clip[]>((resolve) => {
        indexedDB.databases().then((names) => {
          const name = names.find((one) => one.name?.includes(':') || one.name?.includes('account'))?.name ?? '';
          const opening = indexedDB.open(name);
          opening.onsuccess = () => {
            const asking = opening.result.transaction('clips').objectStore('clips').getAll();
            asking.onsuccess = () => resolve(asking.result.map((row: { clip: Clip }) => row.clip));
          };
        });
      }),
  );
  await page.close();
  return all;
};

/** Opens the menu over an element and chooses our entry: the last above the browser's own "Inspect". */
async function choose(path: string, selector: string, prepare = '0') {
  const page = await openPage(chromium, `${workplace.intranet.url}${path}`);
  await page.evaluate(prepare);
  const chosen = async () => {
    const { x, y } = await page.$eval(selector, (element) => {
      element.scrollIntoView({ block: 'center' });
      const { left, top, width, height } = element.getBoundingClientRect();
      // The page's place on the screen: below the browser's bars, which stand above and not below.
      return { x: screenX + left + Math.min(width / 2, 30), y: screenY + outerHeight - innerHeight + top + height / 2 };
    });
    await display.click(Math.round(x), Math.round(y), 'right');
    await sleep(700);
    await display.press('Up', 'Up', 'Return');
    await sleep(1_500);
    return page.$(TOAST);
  };
  await expect.poll(chosen, { timeout: 30_000 }).not.toBeNull();
  return page;
}

it('suggests a link with the page it stands on', async () => {
  await choose('/news/', 'main a[href]');
  const [clip] = await clips();
  expect(clip?.context?.address).toBe(`${workplace.intranet.url}/news/`);
  expect(clip?.address).not.toBe(clip?.context?.address);
  expect(clip?.title.length).toBeGreaterThan(5);
});

it('suggests an image with what the page says of it', async () => {
  await choose('/personal/ausbildungswerkstatt', 'main img');
  const clip = (await clips()).find(({ clippedImage }) => clippedImage !== null);
  expect(clip?.clippedImage).toMatchObject({ address: expect.stringMatching(/^http/), caption: expect.any(String) });
});

it('a quote in "My suggestions" opens its page where it stands', async () => {
  const path = '/betriebsvereinbarung-2026-07';
  const select = `const last = [...document.querySelectorAll('main p, main li')].at(-1);
    last.id = 'last'; getSelection().selectAllChildren(last)`;
  await (await choose(path, '#last', select)).close();
  const suggestions = await openSuggestions(chromium);
  const link = await suggestions.waitForSelector('.source-quote a');
  expect(await link?.evaluate((anchor) => anchor.getAttribute('href'))).toContain('#:~:text=');
  const before = new Set(chromium.browser.targets());
  await link?.click();
  const target = await chromium.browser.waitForTarget((one) => !before.has(one) && one.url().includes(path));
  const opened = await target.page();
  const scrolled = () => opened?.evaluate(() => scrollY);
  await expect.poll(scrolled, { timeout: 5_000 }).toBeGreaterThan(100);
});
