/** Demand S12: who answers for what is said and seen, is asked and confirms, and somebody stands in for who is away. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as act from '../../../demo/acts.ts';
import { type Chromium, openPage } from '../../../demo/browser/chromium.ts';
import { goOffline } from '../../../demo/browser/offline.ts';
import { EDITOR, EMPLOYEE } from '../../../demo/queue.ts';
import { PAGES } from '../../../demo/screens.ts';
import { click, type Newsroom, openNewsroom, PATIENCE, press, reads } from './newsroom.ts';

/** Stands in for the contact of HR in the example. */
const DEPUTY = 'meike.folkerts';
const DAY = 86_400_000;

let newsroom: Newsroom;
let inbox: Page;
let contact: Chromium;
let contactPage: Page;
let deputyPage: Page;

beforeAll(async () => {
  newsroom = await openNewsroom();
  await newsroom.suggest(EMPLOYEE, ['Ausbildungswerkstatt']);
  inbox = await act.openInbox(await newsroom.seat(EDITOR));
  await act.waitForTitle(inbox, 'Ausbildungswerkstatt');
  contact = await newsroom.seat(EMPLOYEE);
  const deputy = await newsroom.seat(DEPUTY);
  const questions = (chromium: Chromium) => openPage(chromium, chromium.extensionUrl(PAGES.questions));
  [contactPage, deputyPage] = [await questions(contact), await questions(deputy)];
});
afterAll(() => newsroom?.stop());

/** Asks somebody to contribute as the department's contact. */
async function give(name: string, deliverable: string): Promise<void> {
  await press(inbox, 'p');
  await inbox.waitForSelector('.decision-panel select[name="to"]:focus', PATIENCE);
  await inbox.keyboard.type(name);
  await inbox.select('.decision-panel select[name="role"]', 'contact');
  await inbox.type('.decision-panel label.field input[type="text"]', deliverable);
  await press(inbox, 'Enter');
}

it('[S12] who is asked confirms in one step, without a network too, and the topic shows who does what', async () => {
  await give('Svenja', 'Two quotes of apprentices');
  await reads(inbox, 'Assignment given: “Ausbildungswerkstatt”');
  await reads(contactPage, 'Two quotes of apprentices');
  const online = await goOffline(contact);
  await click(contactPage, '.assignment-acts button', 'Confirm');
  await reads(contactPage, 'waiting for a network');
  await newsroom.holds('SELECT state FROM assignment', [{ state: 'asked' }]);
  await online();
  await newsroom.holds('SELECT state FROM assignment', [{ state: 'confirmed' }]);
  await reads(inbox, 'confirmed');
});

it('[S12] while the contact is away the deputy gets it, and everybody sees in whose place', async () => {
  const day = (at: number) => new Date(at).toISOString().slice(0, 10);
  const days = [day(Date.now() - DAY), day(Date.now() + 7 * DAY)];
  for (const [at, input] of (await contactPage.$$('.absence-form input')).entries())
    await input.evaluate((element, value) => {
      (element as HTMLInputElement).value = value;
      element.dispatchEvent(new Event('input', { bubbles: true }));
    }, days[at] ?? '');
  await contactPage.locator('.absence-form button[aria-disabled="false"]').click();
  await newsroom.holds('SELECT person_id FROM absence', [{ person_id: EMPLOYEE }]);

  await press(inbox, 'z');
  await newsroom.holds('SELECT state FROM assignment', [{ state: 'cancelled' }]);
  await give('Svenja', 'One quote of a trainer');
  await reads(inbox, 'standing in for Svenja Harms');
  await reads(deputyPage, 'One quote of a trainer');
  await reads(deputyPage, 'standing in for Svenja Harms');

  // Refusing takes a sentence, which reaches who asked.
  await click(deputyPage, '.assignment-acts button', 'Refuse');
  await deputyPage.waitForSelector('.assignment-form input:focus', PATIENCE);
  await deputyPage.keyboard.type('On site until Friday');
  await press(deputyPage, 'Enter');
  await reads(inbox, 'On site until Friday');
});

it('[S12] the desk sees who is on duty, this week and the next ones', async () => {
  await inbox.goto(inbox.url().replace(/inbox\.html.*/, 'plan.html'));
  await inbox.waitForSelector('.duty-week', PATIENCE);
  await reads(inbox, 'Jan Claasen');
  const weeks = await inbox.$$eval('.duty-week', (all) => all.map((each) => (each as HTMLElement).innerText));
  expect(weeks).toHaveLength(6);
  expect(weeks[0]).toContain('now');
  for (const week of weeks) expect(week).toMatch(/Jan Claasen|Leyla Aydın/);
});
