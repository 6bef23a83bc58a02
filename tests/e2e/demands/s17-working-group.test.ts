/** Demand S17: a working group across departments. Its agenda is a view of the desk, and paper. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as act from '../../../demo/acts.ts';
import { EDITOR, EMPLOYEE } from '../../../demo/queue.ts';
import { INBOX, PLAN } from '../../../demo/screens.ts';
import { type Newsroom, openNewsroom, press, says, textsOf } from './newsroom.ts';

let newsroom: Newsroom;
let inbox: Page;

beforeAll(async () => {
  newsroom = await openNewsroom();
  await newsroom.suggest(EMPLOYEE, [
    { title: 'Schnuppertag in der Lehrwerkstatt', goalId: 'ausbildung' },
    'Speiseplan der Woche',
    { title: 'Wärmepumpen für Halle 2', goalId: 'klimabilanz', departmentId: 'nachhaltigkeit' },
  ]);
  inbox = await act.openInbox(await newsroom.seat(EDITOR));
  await act.waitForTitle(inbox, 'Wärmepumpen');
});
afterAll(() => newsroom?.stop());

const openAgenda = async (): Promise<void> => {
  await Promise.all([inbox.waitForNavigation(), press(inbox, 'g', 'p')]);
  await inbox.waitForSelector(PLAN.tab);
  for (const tab of await inbox.$$(PLAN.tab))
    if (await tab.evaluate((button) => button.textContent === 'Working group')) await tab.click();
};

it('[S17] a topic is put on the agenda with the palette, and stands in a view of its own', async () => {
  for (const title of ['Wärmepumpen', 'Schnuppertag']) {
    await act.selectTopic(inbox, title);
    await act.runByPalette(inbox, 'agenda', "Put on the working group's agenda");
    await says(inbox, `${INBOX.topic} .label`, 'Working group');
  }
  await newsroom.holds('SELECT title FROM topic WHERE for_meeting = 1 ORDER BY title', [
    { title: 'Schnuppertag in der Lehrwerkstatt' },
    { title: 'Wärmepumpen für Halle 2' },
  ]);
  await act.runByPalette(inbox, 'go working', 'Go to: Working group');
  await expect.poll(() => textsOf(inbox, INBOX.row), { timeout: 20_000 }).toHaveLength(2);
});

it('[S17] the agenda says of each topic where it stands, whose it is and what the group has to say', async () => {
  await openAgenda();
  await says(inbox, PLAN.agendaItem, 'Wärmepumpen');
  const [first, second, ...others] = await textsOf(inbox, PLAN.agendaItem);
  expect(others).toEqual([]);
  expect(first).toMatch(/Schnuppertag.*New suggestion.*People and apprenticeships.*More applications/);
  expect(second).toMatch(/Wärmepumpen.*Sustainability and energy.*Needs a decision\./);
});

it('[S17] on paper it is the topics alone, with room to write', async () => {
  await inbox.emulateMediaType('print');
  const isShown = (selector: string) =>
    inbox.$$eval(selector, (all) => all.map((each) => each.checkVisibility()).filter(Boolean).length);
  expect(await isShown(`${PLAN.tab}, ${PLAN.print}, nav`)).toBe(0);
  expect(await isShown(`${PLAN.agendaItem} h4`)).toBe(2);
  expect(await isShown(PLAN.agendaRoom)).toBe(2);
  await inbox.emulateMediaType('screen');
  await inbox.evaluate(() => Object.assign(window, { print: () => Object.assign(window, { printed: true }) }));
  await inbox.click(PLAN.print);
  expect(await inbox.evaluate(() => Reflect.get(window, 'printed'))).toBe(true);
});

it('[S17] a decision made from the agenda changes what it asks for', async () => {
  await Promise.all([inbox.waitForNavigation(), inbox.click(`${PLAN.agendaItem} h4 button`)]);
  await inbox.waitForSelector(`${INBOX.topic}[aria-label^="Schnuppertag"]`);
  await act.accept(inbox);
  await openAgenda();
  await says(inbox, PLAN.agendaItem, 'with Jan ClaasenFor information.');
});
