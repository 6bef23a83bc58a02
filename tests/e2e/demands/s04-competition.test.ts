/** Demand S4: the competition that a message has to convince in. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, it } from 'vitest';
import * as act from '../../../demo/acts.ts';
import { EDITOR, EMPLOYEE } from '../../../demo/queue.ts';
import { BRIEF, INBOX } from '../../../demo/screens.ts';
import { type Newsroom, openNewsroom, press, says } from './newsroom.ts';

const TITLE = 'Schnuppertag in der Lehrwerkstatt';
const OTHERS = 'The chamber of trade, but without machines to try';

let newsroom: Newsroom;
let inbox: Page;

beforeAll(async () => {
  newsroom = await openNewsroom();
  await newsroom.suggest(EMPLOYEE, [{ title: TITLE, goalId: 'ausbildung' }]);
  inbox = await act.openInbox(await newsroom.seat(EDITOR));
  await act.waitForTitle(inbox, TITLE);
  await act.accept(inbox);
  await act.runByPalette(inbox, 'go accepted', 'Go to: Accepted');
  await inbox.waitForSelector(`${INBOX.topic}[aria-label="${TITLE}"]`);
});
afterAll(() => newsroom?.stop());

it('[S4] an accepted topic says that nobody has thought of the competition yet', async () => {
  await says(inbox, BRIEF.open, 'Competition');
});

it('[S4] work does not begin before somebody said who says it already, and why us', async () => {
  await press(inbox, 'w');
  await says(inbox, INBOX.panel, 'Who says it already, and why us?');
  await says(inbox, BRIEF.missing, 'Who says it already, and why us?');
  await press(inbox, '1');
  await inbox.type(BRIEF.field('competition'), OTHERS);
  await press(inbox, 'Enter');
  await newsroom.holds('SELECT state FROM topic', [{ state: 'in_work' }]);
});

it('[S4] from then on it stands with the topic for everybody at the desk', async () => {
  await act.runByPalette(inbox, 'go in prog', 'Go to: In progress');
  await inbox.waitForSelector(`${INBOX.topic}[aria-label="${TITLE}"]`);
  await says(inbox, BRIEF.done, OTHERS);
  await says(inbox, INBOX.topic, '7 of 7');
});
