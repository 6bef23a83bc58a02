/** What a popup has room for when a question stands above its form, and how it shows that there is more. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { LANGUAGES } from '../../locales/t.ts';
import { type GalleryPage, openGallery } from './gallery-page.ts';

let gallery: GalleryPage;
let page: Page;

beforeAll(async () => {
  gallery = await openGallery();
  page = gallery.page;
  await page.setViewport({ width: 380, height: 528 });
});

afterAll(() => gallery?.close());

// With something similar said below, where there is another question.
const asked = ['question-choice', 'question-text', 'question-text-more', 'question-confirm-more', 'question-refused'];

it.each(asked.flatMap((state) => LANGUAGES.map((lang) => [state, lang] as const)))(
  'beside the question of %s (%s) the whole form is in sight, down to the note',
  async (state, lang) => {
    await gallery.open('popup', state, lang);
    const room = await page.evaluate(() => {
      const end = (selector: string) => document.querySelector(selector)?.getBoundingClientRect().bottom ?? Infinity;
      const submit = document.querySelector('.popup-submit')?.getBoundingClientRect().top ?? 0;
      return {
        note: submit - end('[data-note]'),
        or: submit - end('.because-instead'),
      };
    });
    expect(room.note).toBeGreaterThanOrEqual(0);
    expect(room.or).toBeGreaterThanOrEqual(0);
  },
);

const saysMore = (part: string, says: boolean) =>
  page.waitForFunction(
    (selector, wanted) => document.querySelector(selector)?.hasAttribute('data-more') === wanted,
    { timeout: 2_000, polling: 50 },
    part,
    says,
  );
const edge = () => page.$eval('.popup-submit', (submit) => getComputedStyle(submit).boxShadow !== 'none');

it('what goes on below is seen to, in the question and in the form, until its end is reached', async () => {
  await gallery.open('popup', 'question-long', 'de');
  for (const part of ['.popup-questions', '.popup-body']) {
    await saysMore(part, true);
    if (part === '.popup-body') expect(await edge()).toBe(true);
    await page.$eval(part, (each) => each.scrollTo(0, each.scrollHeight));
    await saysMore(part, false);
  }
  expect(await edge()).toBe(false);
});

it('a form that is all in sight says nothing of more', async () => {
  await gallery.open('popup', 'form', 'de');
  await saysMore('.popup-body', false);
});
