/** What a low window shows, which is also what 200 % makes of a small screen. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type GalleryPage, openGallery } from './gallery-page.ts';

let gallery: GalleryPage;
beforeAll(async () => {
  gallery = await openGallery();
}, 300_000);
afterAll(() => gallery?.close());

/** The fields of what a selector finds that are not wholly in sight, by their labels. */
const hidden = (within: string) =>
  gallery.page.evaluate(
    (selector) =>
      [...document.querySelectorAll<HTMLInputElement>(`:is(${selector}) :is(input, textarea, select, button)`)]
        .filter((field) => {
          const { left, right, top, bottom } = field.getBoundingClientRect();
          const at = document.elementFromPoint((left + right) / 2, bottom - 3);
          return top < 0 || bottom > innerHeight || !(at !== null && (field.contains(at) || at.contains(field)));
        })
        .map((field) => field.labels?.[0]?.textContent ?? field.textContent),
    within,
  );

describe.each([
  ['de', 720, 450],
  ['en', 720, 450],
  ['de', 380, 700],
])('A window (%s, %i × %i)', (lang, width, height) => {
  test.each(['decline', 'hold', 'merge', 'start-work', 'publish', 'picked-decline'])(
    'shows every field of %s',
    async (state) => {
      await gallery.page.setViewport({ width, height });
      await gallery.open('inbox', state, lang);
      await gallery.page.evaluate(() => {
        for (const main of document.querySelectorAll<HTMLElement>('.inbox')) main.dataset.open = 'true';
      });
      expect(await hidden('.decision-panel')).toEqual([]);
      // Nothing behind it is led to.
      for (let press = 0; press < 24; press += 1) {
        await gallery.page.keyboard.press('Tab');
        const behind = await gallery.page.evaluate(() => {
          const { activeElement: at, body } = document;
          return at === body || at?.closest('.decision') != null ? null : at?.outerHTML;
        });
        expect(behind).toBeNull();
      }
    },
  );

  test('holds the palette, and an offer to take back leaves the list most of its room', async () => {
    await gallery.page.setViewport({ width, height });
    await gallery.open('inbox', 'palette', lang);
    const bottom = await gallery.page.$eval('.palette', (palette) => palette.getBoundingClientRect().bottom);
    expect(bottom).toBeLessThanOrEqual(height);
    await gallery.open('inbox', 'decided', lang);
    const list = await gallery.page.$eval('.rows', (scroller) => scroller.getBoundingClientRect().height);
    expect(list).toBeGreaterThan(height / 3);
  });
});

test.each(['de', 'en'])('What was done stands in whole words beside a list at 900 px (%s)', async (lang) => {
  await gallery.page.setViewport({ width: 900, height: 600 });
  await gallery.open('inbox', 'decided', lang);
  const words = await gallery.page.$eval('.undo-words', (said) => said.getBoundingClientRect().width);
  expect(words).toBeGreaterThan(200);
});

test('Whoever writes sees where in a window that was made smaller', async () => {
  await gallery.page.setViewport({ width: 1280, height: 720 });
  await gallery.open('inbox', 'start-work-all', 'de');
  await gallery.page.focus('.decision-panel .field:last-of-type :is(input, textarea)');
  await gallery.page.evaluate(() => {
    for (const main of document.querySelectorAll<HTMLElement>('.inbox')) main.dataset.open = 'true';
  });
  await gallery.page.setViewport({ width: 380, height: 700 });
  await expect
    .poll(() =>
      gallery.page.evaluate(() => {
        const { left, right, bottom } = (document.activeElement as Element).getBoundingClientRect();
        return document.elementFromPoint((left + right) / 2, bottom - 3) === document.activeElement;
      }),
    )
    .toBe(true);
});
