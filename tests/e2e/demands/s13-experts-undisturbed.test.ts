/** Demand S13: experts are not disturbed by constant questions. The queue's clock is moved, everything else is real. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, it } from 'vitest';
import * as act from '../../../demo/acts.ts';
import { openPage } from '../../../demo/browser/chromium.ts';
import { EDITOR, EMPLOYEE } from '../../../demo/queue.ts';
import { ASKING, INBOX, PAGES, QUESTION } from '../../../demo/screens.ts';
import { nextOpening } from '../../../desk/working-time.ts';
import { type Newsroom, openNewsroom, press, says } from './newsroom.ts';

const HOUR = 3_600_000;
const APPRENTICES = 'How many apprentices begin in January?';

let newsroom: Newsroom;
let inbox: Page;
/** The expert's page of questions. */
let asked: Page;
/** When the department may be asked next. */
let windowOpens: number;

beforeAll(async () => {
  newsroom = await openNewsroom();
  const { departments } = await newsroom.changeStrategy(() => undefined);
  const hours = { ...(await newsroom.rules()), hours: departments.personal?.questionHours ?? [] };
  const begin = Date.now() - 14 * 24 * HOUR;
  // A window is an hour long: where it stands open, the story begins after it.
  const start = nextOpening(hours, begin) === begin ? begin + 2 * HOUR : begin;
  windowOpens = nextOpening(hours, start) ?? Number.NaN;
  newsroom.setClock(start);
  await newsroom.suggest('ruth.ehlers', ['Schnuppertag', 'Lehrwerkstatt', 'Übernahme']);
  const expert = await newsroom.seat(EMPLOYEE);
  asked = await openPage(expert, expert.extensionUrl(PAGES.questions));
  inbox = await act.openInbox(await newsroom.seat(EDITOR));
  await act.waitForTitle(inbox, 'Übernahme');
});
afterAll(() => newsroom?.stop());

it('[S13] questions wait for the hours of the department and arrive together', async () => {
  await act.selectTopic(inbox, 'Schnuppertag');
  await act.ask(inbox, APPRENTICES);
  await act.selectTopic(inbox, 'Lehrwerkstatt');
  await act.ask(inbox, 'Who can show us the new machines?');
  const states = 'SELECT state FROM question';
  await newsroom.holds(states, [{ state: 'waiting' }, { state: 'waiting' }]);
  await says(asked, 'main', 'No open question');
  newsroom.setClock(windowOpens);
  await newsroom.holds(states, [{ state: 'delivered' }, { state: 'delivered' }]);
  await says(asked, QUESTION.card, APPRENTICES);
  await says(asked, QUESTION.card, 'Who can show us the new machines?');
});

it('[S13] nobody is asked twice at a time about a topic', async () => {
  await act.runByPalette(inbox, 'Schnuppertag', 'Schnuppertag');
  await inbox.waitForSelector(`${INBOX.topic}[aria-label="Schnuppertag"]`);
  await press(inbox, 'r');
  await inbox.waitForSelector(ASKING.text);
  await inbox.click(ASKING.whom);
  await inbox.waitForSelector(`${ASKING.whomFound}:focus`);
  await inbox.keyboard.type('Svenja');
  await inbox.keyboard.press('Enter');
  await says(inbox, ASKING.said, 'has an open question about this topic already');
  await inbox.waitForSelector(`${ASKING.send}[aria-disabled="true"]`);
  await press(inbox, 'Escape');
  await inbox.waitForSelector(ASKING.text, { hidden: true });
});

it('[S13] what was answered before is found first, and taken over without asking anybody', async () => {
  await asked.bringToFront();
  await asked.evaluate(
    (card, words) => {
      const cards = [...document.querySelectorAll(card)];
      cards
        .find((each) => each.textContent?.includes(words))
        ?.querySelector('textarea')
        ?.focus();
    },
    QUESTION.card,
    APPRENTICES,
  );
  await asked.keyboard.type('Forty.');
  await asked.keyboard.press('Enter');
  await newsroom.holds('SELECT answer FROM question WHERE answer IS NOT NULL', [{ answer: 'Forty.' }]);
  await inbox.bringToFront();
  await says(inbox, ASKING.thread, 'Forty.');
  await act.selectTopic(inbox, 'Übernahme');
  await press(inbox, 'r');
  await inbox.waitForSelector(ASKING.text);
  await inbox.type(ASKING.text, 'How many apprentices begin?');
  await says(inbox, ASKING.before, 'Forty.');
  await inbox.click(ASKING.takeOver);
  await says(inbox, INBOX.notes, 'Forty.');
  await newsroom.holds('SELECT COUNT(*) AS count FROM question', [{ count: 2 }]);
});
