/** Demand S2: whether a message builds new relationships or nurtures existing ones. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as act from '../../../demo/acts.ts';
import { type Chromium, openPage } from '../../../demo/browser/chromium.ts';
import { EDITOR, EMPLOYEE } from '../../../demo/queue.ts';
import { INBOX, POPUP } from '../../../demo/screens.ts';
import { type Newsroom, openNewsroom, press, says, textsOf } from './newsroom.ts';

let newsroom: Newsroom;
let editor: Chromium;
let inbox: Page;

beforeAll(async () => {
  newsroom = await openNewsroom();
  await newsroom.suggest(EMPLOYEE, [
    { title: 'Schnuppertag in der Lehrwerkstatt', goalId: 'ausbildung' },
    { title: 'Wärmepumpen für Halle 2', goalId: 'klimabilanz', departmentId: 'nachhaltigkeit' },
  ]);
  editor = await newsroom.seat(EDITOR);
  inbox = await act.openInbox(editor);
  await act.waitForTitle(inbox, 'Wärmepumpen');
});
afterAll(() => newsroom?.stop());

it('[S2] beside a topic stands whether it builds or nurtures', async () => {
  await act.selectTopic(inbox, 'Schnuppertag');
  await says(inbox, INBOX.brief, 'RelationshipBuild relationships');
  await act.selectTopic(inbox, 'Wärmepumpen');
  await says(inbox, INBOX.brief, 'RelationshipNurture relationships');
});

it('[S2] it follows the goal that the desk gives', async () => {
  await press(inbox, 't');
  await inbox.waitForSelector(`${INBOX.panel} input:focus`);
  await inbox.keyboard.type('digital tools');
  await inbox.keyboard.press('Enter');
  await says(inbox, INBOX.brief, 'RelationshipBuild relationships');
  await press(inbox, 'z');
  await says(inbox, INBOX.brief, 'RelationshipNurture relationships');
});

it('[S2] whoever clips reads it with every goal, before choosing one', async () => {
  const page = await openPage(editor, `${newsroom.intranet.url}/kantine`);
  const popup = await act.openFilledPopup(editor, page);
  await press(popup, 'Alt+g');
  await popup.waitForSelector(POPUP.choice);
  const goals = (await textsOf(popup, POPUP.choice)).filter((text) => !text.startsWith('Leave it open'));
  expect(goals.length).toBeGreaterThan(1);
  for (const text of goals) expect(text).toMatch(/(Build|Nurture) relationships$/);
  await popup.keyboard.type('climate');
  await popup.keyboard.press('Enter');
  await says(popup, POPUP.goal, 'Nurture relationships');
});
