/** Demand S16: a sensible time budget. Whoever accepts sees how full their own week is, and nobody else's. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as act from '../../../demo/acts.ts';
import { type Chromium, openPage } from '../../../demo/browser/chromium.ts';
import { EDITOR, EMPLOYEE } from '../../../demo/queue.ts';
import { INBOX, PAGES } from '../../../demo/screens.ts';
import { isoWeek, mondayAt, weeksLater } from '../../../desk/load.ts';
import { DEFAULT_DESK_RULES } from '../../../protocol/desk-rules.ts';
import { click, type Newsroom, openNewsroom, PATIENCE, press, reads } from './newsroom.ts';

const OTHER_EDITOR = 'leyla.aydin';
const THIS_WEEK = mondayAt(DEFAULT_DESK_RULES, Date.now());
const NEXT_WEEK = weeksLater(THIS_WEEK, 1);

let newsroom: Newsroom;
let editor: Chromium;
let inbox: Page;

beforeAll(async () => {
  newsroom = await openNewsroom();
  await newsroom.suggest(EMPLOYEE, ['Lehrwerkstatt', 'Speiseplan', 'Messe', 'Wärmepumpen']);
  editor = await newsroom.seat(EDITOR);
  inbox = await act.openInbox(editor);
  await act.waitForTitle(inbox, 'Wärmepumpen');
});
afterAll(() => newsroom?.stop());

const accepted = (count: number) =>
  newsroom.holds("SELECT COUNT(*) AS count FROM topic WHERE state = 'accepted'", [{ count }]);

it('[S16] a person says how much time they have, and sees at each topic how full the week is', async () => {
  const page = await openPage(editor, editor.extensionUrl(PAGES.questions));
  await page.waitForSelector('.my-time input', PATIENCE);
  await page.type('.my-time input', '250');
  await press(page, 'Tab');
  await reads(page, `Week ${isoWeek(THIS_WEEK)}: 0 of 250 min planned`);
  await page.close();
  await inbox.bringToFront();
  for (const planned of [0, 120, 240]) {
    await reads(inbox, `Week ${isoWeek(THIS_WEEK)}: ${planned} of 250 min planned`);
    if (planned < 240) await press(inbox, '1');
  }
  await accepted(2);
});

it('[S16] beyond the budget accepting takes a second key, and another one puts it into the next week with room', async () => {
  await press(inbox, '1');
  await reads(inbox, `Week ${isoWeek(THIS_WEEK)} would be too full: 360 of 250 min`);
  await accepted(2);
  await reads(inbox, `Accept for week ${isoWeek(NEXT_WEEK)}: 0 of 250 min`);
  await press(inbox, '2');
  await accepted(3);
  const briefs = await newsroom.queue.store.read((sql) => sql.all<{ brief: string }>('SELECT brief FROM topic'));
  const weeks = briefs.map(({ brief }): string | null => JSON.parse(brief).week ?? null);
  expect(weeks.filter((week) => week !== null)).toEqual([NEXT_WEEK]);
  // The same key twice accepts all the same.
  await reads(inbox, `Week ${isoWeek(THIS_WEEK)}: 240 of 250 min planned`);
  await press(inbox, '1');
  await reads(inbox, 'would be too full');
  await press(inbox, '1');
  await accepted(4);
});

it('[S16] a colleague at the desk sees topics, and nothing of whose week is how full', async () => {
  const other = await act.openInbox(await newsroom.seat(OTHER_EDITOR));
  await click(other, `${INBOX.views} button`, 'Accepted');
  await act.waitForTitle(other, 'Speiseplan');
  expect(await other.evaluate(() => document.body.innerText)).not.toContain('/250');
});
