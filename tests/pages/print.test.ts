/** What the working group gets on paper (S17): the agenda alone, whole, and dark on white. */
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ensureBrowser } from '../../demo/browser/install.ts';
import { LANGUAGES } from '../../locales/t.ts';
import { serveGallery } from '../gallery/gallery.ts';

let gallery: Awaited<ReturnType<typeof serveGallery>>;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  gallery = await serveGallery();
  const { path } = await ensureBrowser('chromium', console.log);
  browser = await puppeteer.launch({ executablePath: path, args: ['--no-sandbox'] });
  page = await browser.newPage();
});
afterAll(async () => {
  await browser?.close();
  await gallery?.close();
});

it.each(LANGUAGES)('the printed agenda holds every topic with room to write, and no navigation (%s)', async (lang) => {
  // The height of a window, which paper does not have.
  await page.setViewport({ width: 794, height: 600 });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
  await page.goto(`${gallery.url}?${new URLSearchParams({ screen: 'plan', state: 'meeting-long', lang })}`);
  await page.waitForSelector('.agenda-item');
  await page.emulateMediaType('print');
  const printed = await page.evaluate(() => {
    const isShown = (element: Element) => element.checkVisibility();
    const all = (selector: string) => [...document.querySelectorAll(selector)];
    return {
      navigation: all('nav, header.frame-head, button.no-print').filter(isShown).length,
      topics: all('.agenda-item h4').filter(isShown).length,
      rooms: all('.agenda-room').filter((room) => isShown(room) && room.getBoundingClientRect().height > 40).length,
      heading: document.querySelector('.agenda h2')?.textContent ?? '',
      // A part that scrolls by itself is cut at the end of the first sheet.
      cut: all('main, main :not(.hidden-text), .frame, .frame-body').filter(
        (each) => each.scrollHeight > each.clientHeight + 8 && getComputedStyle(each).overflowY !== 'visible',
      ).length,
      height: document.querySelector('.frame')?.getBoundingClientRect().height ?? 0,
      ink: getComputedStyle(document.querySelector('.agenda h2') ?? document.body).color,
    };
  });
  expect(printed).toMatchObject({
    navigation: 0,
    topics: 24,
    rooms: 24,
    cut: 0,
    ink: 'rgb(23, 33, 31)',
  });
  expect(printed.heading).toContain(lang === 'de' ? 'Freitag, 20. November 2026' : 'Friday');
  expect(printed.height).toBeGreaterThan(2_000);
  const pdf = Buffer.from(await page.pdf({ format: 'A4' })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0).toBeGreaterThan(2);
});
