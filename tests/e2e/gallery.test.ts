/**
 * Every screen in every state, in both languages and schemes, in a real browser: axe finds nothing,
 * no placeholder is left in a sentence, nothing is wider than its window, nothing is said in the console.
 * `CLIPDESK_SHOTS=1` also writes pictures to artifacts/gallery.
 */
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import axe, { type RunOptions } from 'axe-core';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureBrowser } from '../../demo/browser/install.ts';
import { LANGUAGES } from '../../locales/t.ts';
import { serveGallery } from '../gallery/gallery.ts';
import { SCREENS } from '../gallery/screens.ts';

const SCHEMES = ['light', 'dark'] as const;
const SIZES: Record<string, { width: number; height: number }> = { popup: { width: 380, height: 480 } };
const WIDE = { width: 1280, height: 800 };
const shots =
  process.env.CLIPDESK_SHOTS === '1' ? fileURLToPath(new URL('../../artifacts/gallery/', import.meta.url)) : null;

let gallery: Awaited<ReturnType<typeof serveGallery>>;
let browser: Browser;
let page: Page;
let said: string[] = [];

beforeAll(async () => {
  gallery = await serveGallery();
  const { path } = await ensureBrowser('chromium', console.log);
  browser = await puppeteer.launch({ executablePath: path, args: ['--no-sandbox', '--force-prefers-reduced-motion'] });
  page = await browser.newPage();
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(String(error)));
  if (shots !== null) await mkdir(shots, { recursive: true });
});

afterAll(async () => {
  await browser?.close();
  await gallery?.close();
});

async function open(screen: string, state: string, lang: string, scheme: string, size = SIZES[screen] ?? WIDE) {
  said = [];
  await page.setViewport({ ...size, deviceScaleFactor: shots === null ? 1 : 2 });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  await page.goto(`${gallery.url}?${new URLSearchParams({ screen, state, lang, scheme })}`);
  await page.waitForSelector('#root > *');
}

/** What axe finds. Between the schemes only colours differ, so in the dark only rules about colour are asked. */
async function violations(scheme: string): Promise<string[]> {
  await page.evaluate(axe.source);
  const options: RunOptions = scheme === 'dark' ? { runOnly: ['color-contrast', 'link-in-text-block'] } : {};
  const { violations } = await page.evaluate(
    (run) => (globalThis as unknown as { axe: typeof axe }).axe.run(document, run),
    options,
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

/** What is wrong with the page besides, in words that tell where to look. */
async function faults(): Promise<string[]> {
  const text = await page.evaluate(() => document.body.innerText);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  return [
    ...(text.match(/\{\w+\}/g) ?? []).map((placeholder) => `placeholder ${placeholder}`),
    ...(overflow > 0 ? [`${overflow} px wider than its window`] : []),
    ...said,
  ];
}

describe.each(Object.keys(SCREENS))('%s', (screen) => {
  const states = Object.keys(SCREENS[screen] ?? {});

  for (const lang of LANGUAGES)
    for (const scheme of SCHEMES)
      it(`is accessible in every state, ${lang}, ${scheme}`, { timeout: 180_000 }, async () => {
        const found: Record<string, string[]> = {};
        for (const state of states) {
          await open(screen, state, lang, scheme);
          if (shots !== null) await page.screenshot({ path: `${shots}${screen}-${state}-${lang}-${scheme}.png` });
          const wrong = [...(await violations(scheme)), ...(await faults())];
          if (wrong.length > 0) found[state] = wrong;
        }
        expect(found).toEqual({});
      });

  // 1280 px at 400 % and a phone are the same 320 px: nothing may need scrolling in two directions (WCAG 1.4.10).
  it.skipIf(screen === 'popup')('fits a window of 320 px', { timeout: 180_000 }, async () => {
    const found: Record<string, string[]> = {};
    for (const state of states) {
      await open(screen, state, 'de', 'light', { width: 320, height: 640 });
      if (shots !== null) await page.screenshot({ path: `${shots}${screen}-${state}-narrow.png` });
      const wrong = await faults();
      if (wrong.length > 0) found[state] = wrong;
    }
    expect(found).toEqual({});
  });
});
