/** Where the focus goes when what had it is taken away: never to the top of the page. In a real browser. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type GalleryPage, openGallery } from './gallery-page.ts';

let gallery: GalleryPage;
let page: Page;

beforeAll(async () => {
  gallery = await openGallery();
  page = gallery.page;
});

afterAll(() => gallery?.close());

const open = (screen: string, state: string): Promise<void> => gallery.open(screen, state, 'en');

const focusIs = (selector: string) =>
  page
    .waitForFunction((wanted) => document.activeElement?.matches(wanted), { timeout: 2_000, polling: 50 }, selector)
    .catch(async () => {
      throw new Error(`${selector}: ${await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 200))}`);
    });

it('Escape in the form of a suggestion leads back to its card', async () => {
  await open('suggestions', 'editing');
  await focusIs('.card input, .card textarea');
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => document.querySelector('.card form') === null);
  await focusIs('.suggestion-list > .card');
});

it('a list of which a line goes gives the focus to the next one, and of its last line to the one before', async () => {
  await open('suggestions', 'ready');
  const card = (at: number) => `.suggestion-list > .card:nth-child(${at})`;
  const take = (at: number) => page.$eval(card(at), (line) => line.remove());
  const cards = await page.$$eval('.suggestion-list > .card', (all) => all.length);
  await page.focus(card(2));
  await take(2);
  await focusIs(card(2));
  await page.focus(card(cards - 1));
  await take(cards - 1);
  await focusIs(`${card(cards - 2)} *`);
});

it('a part that is hidden with the focus in it gives it to the card that it is of', async () => {
  await open('suggestions', 'ready');
  await page.focus('.suggestion-list > .card:nth-child(1) button');
  await page.$eval('.suggestion-list > .card:nth-child(1)', (card) => {
    for (const part of card.children) (part as HTMLElement).style.display = 'none';
  });
  await focusIs('.suggestion-list > .card:nth-child(1)');
});

it('the offer to take back gives the focus to the row at hand when it goes, and to no button that decides', async () => {
  await open('inbox', 'decided');
  await page.focus('.undo-toast button');
  await page.$eval('.undo-toast', (toast) => toast.remove());
  await focusIs('tr[aria-current]');
});

it('an offer that is put away leads back to where the focus was before', async () => {
  await open('suggestions', 'withdrawn');
  await page.focus('.suggestion-list > .card:nth-child(2)');
  await page.focus('.undo-toast button:last-child');
  await page.keyboard.press('Enter');
  await focusIs('.suggestion-list > .card:nth-child(2)');
});

it('whoever leaves the search goes on from the row at hand', async () => {
  await open('inbox', 'ready');
  await page.keyboard.press('/');
  await focusIs('input[type=search]');
  await page.keyboard.press('Escape');
  await focusIs('tr[aria-current]');
});

it('whoever leaves the search while a topic is shown that the list does not hold goes on from that topic', async () => {
  await open('inbox', 'from-archive');
  await page.setViewport({ width: 1280, height: 800 });
  await page.keyboard.press('/');
  await focusIs('input[type=search]');
  await page.keyboard.press('Escape');
  await focusIs('article.topic');
  await page.setViewport({ width: 800, height: 600 });
});

it('whoever clicks beside all controls has the focus nowhere, as everywhere', async () => {
  await open('suggestions', 'ready');
  await page.focus('.suggestion-list > .card:nth-child(1) button');
  await page.$eval('.suggestions h1', (heading) => (heading as HTMLElement).scrollIntoView());
  await page.click('.suggestions h1');
  await new Promise((done) => setTimeout(done, 200));
  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
});

it('a field that is led to stands below the head of the page with its name', async () => {
  await page.setViewport({ width: 1280, height: 500 });
  await open('strategy', 'goal-open');
  const places = await page.$$eval('.entry-form .field', (fields) => {
    const body = document.querySelector('.frame-body') as HTMLElement;
    const top = body.getBoundingClientRect().top;
    return fields.map((field) => {
      const input = field.querySelector('input, textarea, select') as HTMLElement;
      (document.activeElement as HTMLElement).blur();
      // Half of it is seen: a browser only moves it as far as it must.
      body.scrollTop += input.getBoundingClientRect().top - top + 10;
      input.focus();
      return (field.querySelector('.field-label, .option') as HTMLElement).getBoundingClientRect().top - top;
    });
  });
  await page.setViewport({ width: 800, height: 600 });
  expect(places.filter((place) => place < 0)).toEqual([]);
});
