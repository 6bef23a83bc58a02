/** Demand S11: information flows from the departments to the editors. The queue's clock is moved, everything else is real. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as act from '../../../demo/acts.ts';
import { EDITOR, EMPLOYEE } from '../../../demo/queue.ts';
import { ASKING, INBOX, SUGGESTIONS } from '../../../demo/screens.ts';
import { dayIn, weekdayOf, writtenDay } from '../../../desk/working-time.ts';
import { type Newsroom, openNewsroom, press, says, textsOf } from './newsroom.ts';

const DAY = 86_400_000;
const START = Date.now() - 20 * DAY;
/** Of a suggestion made at the start, the time to answer is over. */
const OVERDUE = START + 7 * DAY;

let newsroom: Newsroom;
let inbox: Page;

beforeAll(async () => {
  newsroom = await openNewsroom();
  const { timeZone } = await newsroom.rules();
  const day = dayIn(timeZone, OVERDUE);
  const dutyWeeks = [{ monday: writtenDay(day - weekdayOf(day) + 1), personId: 'leyla.aydin' }];
  await newsroom.changeStrategy(({ desk }) => Object.assign(desk ?? {}, { dutyWeeks }));
  newsroom.setClock(START);
  await newsroom.suggest(EMPLOYEE, ['Schnuppertag in der Lehrwerkstatt']);
  await newsroom.suggest('ruth.ehlers', [{ title: 'Neue Handschuhe in Halle 3', departmentId: 'produktion' }]);
  inbox = await act.openInbox(await newsroom.seat(EDITOR));
  await act.waitForTitle(inbox, 'Handschuhe');
});
afterAll(() => newsroom?.stop());

it('[S11] what is suggested names its department, and a question about it goes to the one who answers for it', async () => {
  for (const [title, department, contact] of [
    ['Schnuppertag', 'People and apprenticeships', 'Svenja Harms'],
    ['Handschuhe', 'Production and logistics', 'Meike Folkerts'],
  ] as const) {
    await act.selectTopic(inbox, title);
    await says(inbox, `${INBOX.topic} header`, department);
    await press(inbox, 'r');
    await says(inbox, ASKING.whom, contact);
    await press(inbox, 'Escape');
    await inbox.waitForSelector(ASKING.text, { hidden: true });
  }
});

it('[S11] what nobody answered in time goes to the editor on duty in that week', async () => {
  newsroom.setClock(OVERDUE);
  await says(inbox, `${INBOX.row} ${INBOX.escalation}`, 'On duty: Leyla Aydın');
  await says(inbox, `${INBOX.row} ${INBOX.clock}`, 'overdue for');
});

it('[S11] then to the head, nothing ever ends by itself, and whoever suggested it reads who is responsible', async () => {
  newsroom.setClock(START + 20 * DAY);
  await says(inbox, `${INBOX.row} ${INBOX.escalation}`, 'Head: Katrin Behrens');
  await newsroom.holds('SELECT state FROM topic', [{ state: 'new' }, { state: 'new' }]);
  expect(await textsOf(inbox, INBOX.row)).toHaveLength(2);
  const suggestions = await act.openSuggestions(await newsroom.seat(EMPLOYEE));
  await says(suggestions, SUGGESTIONS.late, 'Late. Responsible: Katrin Behrens');
});
