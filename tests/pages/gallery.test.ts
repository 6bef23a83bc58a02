/**
 * Every screen in every state, in both languages and schemes, in a real browser: axe finds nothing,
 * no placeholder is left in a sentence, nothing is wider than its window or than a box that scrolls down, nothing is
 * said in the console.
 * `CLIPDESK_SHOTS=1` also writes pictures to artifacts/gallery, and asks axe of both languages of each state.
 */
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import axe, { type RunOptions } from 'axe-core';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ensureBrowser } from '../../demo/browser/install.ts';
import { LANGUAGES } from '../../locales/t.ts';
import { serveGallery } from '../gallery/gallery.ts';
import { SCREENS } from '../gallery/screens.ts';

const SCHEMES = ['light', 'dark'] as const;
const SIZES: Record<string, { width: number; height: number }> = { popup: { width: 380, height: 528 } };
const WIDE = { width: 1280, height: 800 };
const NARROW = { width: 320, height: 640 };
const shots =
  process.env.CLIPDESK_SHOTS === '1' ? fileURLToPath(new URL('../../artifacts/gallery/', import.meta.url)) : null;

/** A browser and its only page: a page in the background would not be painted. */
type Viewer = { browser: Browser; page: Page; said: string[] };

let gallery: Awaited<ReturnType<typeof serveGallery>>;
const viewers = new Map<string, Viewer>();

async function openViewer(executablePath: string): Promise<Viewer> {
  const browser = await puppeteer.launch({ executablePath, args: ['--no-sandbox', '--force-prefers-reduced-motion'] });
  const page = await browser.newPage();
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(String(error)));
  return { browser, page, said };
}

beforeAll(async () => {
  gallery = await serveGallery();
  const { path } = await ensureBrowser('chromium', console.log);
  // Both languages at the same time, one for each of the two processors that a small machine has.
  for (const lang of LANGUAGES) viewers.set(lang, await openViewer(path));
  if (shots !== null) await mkdir(shots, { recursive: true });
});

afterAll(async () => {
  for (const { browser } of viewers.values()) await browser.close();
  await gallery?.close();
});

const setSize = (page: Page, size: { width: number; height: number }): Promise<void> =>
  page.setViewport({ ...size, deviceScaleFactor: shots === null ? 1 : 2 });
const setScheme = (page: Page, scheme: string): Promise<void> =>
  page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);

async function open({ page, said }: Viewer, screen: string, state: string, lang: string): Promise<void> {
  said.length = 0;
  await setSize(page, SIZES[screen] ?? WIDE);
  await setScheme(page, 'light');
  await page.goto(`${gallery.url}?${new URLSearchParams({ screen, state, lang })}`);
  await page.waitForSelector('#root > *');
  await page.evaluate(axe.source);
}

/** What axe finds. Between the schemes only colours differ, so in the dark only rules about colour are asked. */
async function violations(page: Page, scheme: string): Promise<string[]> {
  const options: RunOptions = scheme === 'dark' ? { runOnly: ['color-contrast', 'link-in-text-block'] } : {};
  const { violations } = await page.evaluate(
    (run) => (globalThis as unknown as { axe: typeof axe }).axe.run(document, run),
    options,
  );
  return violations.map(
    ({ id, nodes }) => `${scheme}, ${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
}

/** What is wrong with the page besides, in words that tell where to look. */
async function faults({ page, said }: Viewer): Promise<string[]> {
  const text = await page.evaluate(() => document.body.innerText);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  return [
    ...(text.match(/\{\w+\}/g) ?? []).map((placeholder) => `placeholder ${placeholder}`),
    ...(overflow > 0 ? [`${overflow} px wider than its window`] : []),
    ...(await page.evaluate(sideways)),
    ...(await page.evaluate(unstyled)),
    ...said.splice(0),
  ];
}

/** Boxes to tick in the browser's own colour, and tinted boxes whose words touch the edge. Runs in the page. */
function unstyled(): string[] {
  const ticks = [...document.querySelectorAll('#root :is([type="checkbox"], [type="radio"])')];
  const own = ticks.filter((each) => getComputedStyle(each).accentColor === 'auto');
  const boxes = [...document.querySelectorAll('#root section.internal')];
  const bare = boxes.filter((each) => Number.parseFloat(getComputedStyle(each).paddingInlineStart) === 0);
  return [...(own.length > 0 ? [`${own.length} ticks in another colour`] : []), ...bare.map((each) => each.className)];
}

/** The boxes in the page that scroll sideways though they are there to be scrolled down; rows and tables may. Runs in the page. */
function sideways(): string[] {
  return [...document.querySelectorAll('#root :not(.strip, .scroll-x)')].flatMap((box) => {
    const { overflowX, overflowY } = getComputedStyle(box);
    const scrolls = ['auto', 'scroll'].includes(overflowX) && ['auto', 'scroll'].includes(overflowY);
    const more = box.scrollWidth - box.clientWidth;
    return scrolls && more > 0 ? [`${box.tagName.toLowerCase()}.${box.className} ${more} px wider inside`] : [];
  });
}

const shoot = async (page: Page, name: string): Promise<void> => {
  if (shots !== null) await page.screenshot({ path: `${shots}${name}.png` });
};

/**
 * Looks at a state in one language: light, dark, and as narrow as a phone.
 * @param asksAxe the languages differ in their words alone: axe, which takes most of the time, is asked of one of them
 */
async function lookAt(
  viewer: Viewer,
  screen: string,
  state: string,
  lang: string,
  asksAxe: boolean,
): Promise<string[]> {
  const { page } = viewer;
  await open(viewer, screen, state, lang);
  const wrong: string[] = [];
  for (const scheme of SCHEMES) {
    await setScheme(page, scheme);
    await shoot(page, `${screen}-${state}-${lang}-${scheme}`);
    if (asksAxe) wrong.push(...(await violations(page, scheme)));
  }
  wrong.push(...(await faults(viewer)));
  // German is the longer one. 1280 px at 400 % and a phone are the same 320 px: nothing may need scrolling in two
  // directions (WCAG 1.4.10).
  if (screen === 'popup' || lang !== 'de') return wrong;
  await setScheme(page, 'light');
  await setSize(page, NARROW);
  await shoot(page, `${screen}-${state}-narrow`);
  return [...wrong, ...(await faults(viewer)).map((fault) => `at ${NARROW.width} px, ${fault}`)];
}

it.each(Object.keys(SCREENS))(
  '%s is accessible and fits in every state, language and scheme',
  {
    timeout: 900_000,
  },
  async (screen) => {
    const found: Record<string, string[]> = {};
    const look = async ([lang, viewer]: [string, Viewer]): Promise<void> => {
      for (const [at, state] of Object.keys(SCREENS[screen] ?? {}).entries()) {
        const isItsTurn = LANGUAGES[at % LANGUAGES.length] === lang;
        const wrong = await lookAt(viewer, screen, state, lang, isItsTurn || shots !== null);
        if (wrong.length > 0) found[`${state}, ${lang}`] = wrong;
      }
    };
    await Promise.all([...viewers].map(look));
    expect(found).toEqual({});
  },
);
