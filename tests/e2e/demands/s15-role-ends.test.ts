/** S15: a role can end while its page stands open. The page says so and leads on; what was typed is not lost. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as act from '../../../demo/acts.ts';
import { type Chromium, openPage } from '../../../demo/browser/chromium.ts';
import { PAGES } from '../../../demo/screens.ts';
import { type Newsroom, openNewsroom, press, reads } from './newsroom.ts';

const EDITOR = 'leyla.aydin';
const TITLE = 'Shift swap app goes live';
const WORDS = 'Too thin as long as nobody uses it.';

let newsroom: Newsroom;
let editor: Chromium;
let inbox: Page;

beforeAll(async () => {
  newsroom = await openNewsroom();
  editor = await newsroom.seat(EDITOR);
  await newsroom.suggest('svenja.harms', [TITLE]);
  inbox = await act.openInbox(editor);
  await act.waitForTitle(inbox, TITLE);
});
afterAll(async () => {
  await newsroom?.stop();
});

it('[VI1][PL2] an inbox whose editor is none any more says so, and the sentence begun stands in the status page', async () => {
  await inbox.bringToFront();
  await inbox.waitForSelector('.decision-bar');
  await press(inbox, '3');
  await inbox.waitForSelector('.decision-panel textarea');
  await inbox.type('.decision-panel textarea', WORDS);
  await newsroom.changeStrategy(({ people }) => {
    const person = people[EDITOR];
    if (person !== undefined) person.roles = ['submitter'];
  });
  await reads(inbox, 'This page is for the editors.');
  const pages = await inbox.$$eval('.frame-page', (all) => all.map(({ textContent }) => textContent));
  expect(pages).not.toContain('Inbox');
  const status = await openPage(editor, editor.extensionUrl(PAGES.status));
  await reads(status, WORDS);
  await reads(status, TITLE);
  expect(await status.evaluate(() => document.body.innerText)).not.toContain('Everything has arrived');
});
