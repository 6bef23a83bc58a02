/** Demand S1: for every message, whom it should reach and to what goal. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as act from '../../../demo/acts.ts';
import { type Chromium, openPage } from '../../../demo/browser/chromium.ts';
import { EDITOR, EMPLOYEE } from '../../../demo/queue.ts';
import { INBOX, POPUP } from '../../../demo/screens.ts';
import { type Newsroom, openNewsroom, press, says, textsOf } from './newsroom.ts';

const TITLE = 'Ausbildungswerkstatt';

let newsroom: Newsroom;
let employee: Chromium;
let editor: Chromium;
let inbox: Page;

beforeAll(async () => {
  newsroom = await openNewsroom();
  employee = await newsroom.seat(EMPLOYEE);
  editor = await newsroom.seat(EDITOR);
  inbox = await act.openInbox(editor);
});
afterAll(() => newsroom?.stop());

it('[S1] whoever clips reads whom the goal should reach, and every goal that can be chosen says so', async () => {
  const page = await openPage(employee, `${newsroom.intranet.url}/personal/ausbildungswerkstatt`);
  const popup = await act.openFilledPopup(employee, page);
  await says(popup, POPUP.goal, 'Reaches School leavers and their parents');
  await press(popup, 'Alt+g');
  await popup.waitForSelector(POPUP.choice);
  await says(popup, POPUP.choice, 'Engineers on the job market');
  await says(popup, POPUP.choice, 'All employees · Shift workers');
  await popup.keyboard.type('engineers');
  await popup.keyboard.press('Enter');
  await says(popup, POPUP.goal, 'Reaches Engineers on the job market');
  await act.suggest(popup);
});

it('[S1] the desk reads the same beside the topic, in full', async () => {
  await inbox.bringToFront();
  await act.waitForTitle(inbox, TITLE);
  await act.selectTopic(inbox, TITLE);
  await says(inbox, INBOX.topic, 'Be known as an employer for engineers');
  await says(inbox, INBOX.brief, 'Should reachEngineers on the job market');
});

it('[S1] a topic that came without a goal says so, and gets one at the desk', async () => {
  await newsroom.suggest('meike.folkerts', [{ title: 'Neue Handschuhe in Halle 3', departmentId: 'produktion' }]);
  await act.waitForTitle(inbox, 'Neue Handschuhe');
  await act.selectTopic(inbox, 'Neue Handschuhe');
  await says(inbox, INBOX.topic, 'No goal named');
  await press(inbox, 't');
  await inbox.waitForSelector(`${INBOX.panel} input:focus`);
  await inbox.keyboard.type('safely');
  await inbox.keyboard.press('Enter');
  await says(inbox, INBOX.brief, 'Should reachShift workers');
  await newsroom.holds('SELECT goal_id FROM topic ORDER BY goal_id', [
    { goal_id: 'arbeitssicherheit' },
    { goal_id: 'fachkraefte-technik' },
  ]);
  expect(await textsOf(inbox, INBOX.row)).toHaveLength(2);
});
