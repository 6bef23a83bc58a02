/**
 * Every screen by keyboard alone: Tab reaches each control and leaves it again, and where the focus is can be
 * seen. And every screen with texts 40 % longer, as another language may need: nothing is cut off or pushed out.
 */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type GalleryPage, openGallery } from './gallery-page.ts';

/** One state of each screen that has the most controls on it. */
const WALKED: readonly (readonly [screen: string, state: string])[] = [
  ['popup', 'form'],
  ['popup', 'mine-waiting'],
  ['inbox', 'ready'],
  ['inbox', 'decline'],
  ['inbox', 'hold'],
  ['inbox', 'merge'],
  ['inbox', 'picked'],
  ['inbox', 'collision'],
  ['inbox', 'publish'],
  ['inbox', 'note'],
  ['plan', 'calendar'],
  ['plan', 'calendar-editing'],
  ['plan', 'meeting'],
  ['plan', 'coverage'],
  ['plan', 'flow'],
  ['suggestions', 'ready'],
  ['suggestions', 'editing'],
  ['status', 'parked'],
  ['join', 'empty'],
  ['settings', 'joined'],
  ['welcome', 'fresh'],
];

/** More than any screen has stops. */
const MOST = 250;

let gallery: GalleryPage;
let page: Page;

beforeAll(async () => {
  gallery = await openGallery();
  page = gallery.page;
});

afterAll(() => gallery?.close());

async function open(screen: string, state: string, size: { width: number; height: number }): Promise<void> {
  await page.setViewport(size);
  await gallery.open(screen, state, 'de');
}

/** Numbers the controls that Tab has to reach; of a group of radio buttons one stands for all. Answers what each is called. */
const numberControls = (): Promise<string[]> =>
  page.evaluate(() => {
    const groups = new Set<string>();
    const controls = [
      ...document.querySelectorAll<HTMLElement>('a[href], button, input, textarea, select, summary, [tabindex]'),
    ]
      .filter(
        (each) =>
          each.tabIndex >= 0 && !each.matches(':disabled') && each.checkVisibility({ visibilityProperty: true }),
      )
      .filter((each) => {
        if (!(each instanceof HTMLInputElement) || each.type !== 'radio') return true;
        if (groups.has(each.name)) return false;
        groups.add(each.name);
        return true;
      });
    return controls.map((control, at) => {
      control.dataset.stop = String(at);
      return `${control.tagName.toLowerCase()} ${(control.getAttribute('aria-label') ?? control.textContent ?? '').trim().slice(0, 40)}`;
    });
  });

type Stop = { at: number | null; shown: boolean };
const whereFocusIs = (): Promise<Stop> =>
  page.evaluate(() => {
    const focused = document.activeElement;
    if (!(focused instanceof HTMLElement) || focused === document.body) return { at: null, shown: true };
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(focused);
    const shown = (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
    const radio = focused instanceof HTMLInputElement && focused.type === 'radio' ? focused.name : null;
    const stop =
      radio === null ? focused : document.querySelector<HTMLElement>(`[data-stop][name="${CSS.escape(radio)}"]`);
    return { at: Number(stop?.dataset.stop ?? Number.NaN), shown };
  });

describe('by keyboard alone', () => {
  it.each(WALKED)('%s, %s: Tab reaches and leaves every control, and shows where it is', async (screen, state) => {
    await open(screen, state, screen === 'popup' ? { width: 380, height: 480 } : { width: 1280, height: 800 });
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    const names = await numberControls();
    const reached = new Set<number>();
    // The parts of a date field are stops of their own within it; the browser marks the part.
    const seen = new Set<number>();
    for (let presses = 0; presses < MOST && reached.size < names.length; presses += 1) {
      await page.keyboard.press('Tab');
      const { at, shown } = await whereFocusIs();
      if (at === null || Number.isNaN(at)) continue;
      reached.add(at);
      if (shown) seen.add(at);
    }
    expect(names.filter((_, at) => !reached.has(at))).toEqual([]);
    expect(names.filter((_, at) => !seen.has(at))).toEqual([]);
  });
});

/** Adds 40 % to every text of ours; what people wrote stays. */
const lengthen = (): Promise<void> =>
  page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode as Text);
    for (const text of texts) {
      const parent = text.parentElement;
      if (parent === null || parent.closest('bdi, .foreign, .kbd, svg, style, script') !== null) continue;
      const letters = text.data.trim().length;
      if (letters > 1) text.data += `${' '}${'ä'.repeat(Math.ceil(letters * 0.4))}`;
    }
  });

/** Words that cannot be read: cut off without a sign of it. */
const cutOff = (): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, label, a, h1, h2, h3, summary, p, th, td')]
      .filter((each) => each.checkVisibility() && !each.closest('.hidden-text'))
      .filter((each) => {
        const { overflowX, textOverflow } = getComputedStyle(each);
        return overflowX === 'hidden' && textOverflow !== 'ellipsis' && each.scrollWidth > each.clientWidth + 1;
      })
      .map((each) => `${each.tagName.toLowerCase()}.${each.className}: ${each.textContent?.slice(0, 40)}`),
  );

/** What 1280 by 800 is at 200 % zoom. */
const ZOOMED = { width: 640, height: 400 };

describe('with texts 40 % longer', () => {
  it.each(WALKED)('%s, %s keeps its shape', async (screen, state) => {
    const found: string[] = [];
    for (const size of screen === 'popup' ? [{ width: 380, height: 480 }] : [{ width: 1280, height: 800 }, ZOOMED]) {
      await open(screen, state, size);
      await lengthen();
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (wider > 0) found.push(`${wider} px wider than ${size.width}`);
      found.push(...(await cutOff()));
    }
    expect(found).toEqual([]);
  });
});
