/** Demand S3 (with S1, S2, S4, S5): which people and which material a topic takes is said before the work begins. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as act from '../../../demo/acts.ts';
import { EDITOR, EMPLOYEE } from '../../../demo/queue.ts';
import { INBOX } from '../../../demo/screens.ts';
import { click, type Newsroom, openNewsroom, PATIENCE, press, reads } from './newsroom.ts';

let newsroom: Newsroom;
let inbox: Page;

beforeAll(async () => {
  newsroom = await openNewsroom();
  await newsroom.suggest(EMPLOYEE, ['Ausbildungswerkstatt']);
  inbox = await act.openInbox(await newsroom.seat(EDITOR));
  await act.waitForTitle(inbox, 'Ausbildungswerkstatt');
});
afterAll(() => newsroom?.stop());

const field = (point: string) => `.decision-panel [data-point="${point}"]`;
const look = async (view: string) => {
  await click(inbox, `${INBOX.views} button`, view);
  await inbox.waitForSelector(`${INBOX.topic}[aria-label="Ausbildungswerkstatt"]`, PATIENCE);
};

it('[S3] work on a topic begins with its goal, its people and its material, by keyboard', async () => {
  // Accepting stays one key, whatever is still missing.
  await press(inbox, '1');
  await newsroom.holds('SELECT state FROM topic', [{ state: 'accepted' }]);
  await look('Accepted');

  // What is missing is asked for, the goal first; what a goal says is not asked for again.
  await press(inbox, 'w');
  await reads(inbox, 'Still missing before work begins');
  await inbox.waitForSelector(`${field('goal')} select:focus`, PATIENCE);
  await press(inbox, 'ArrowDown');
  await inbox.focus(`${field('resources')} input`);
  await press(inbox, '3');
  const [people, material] = await inbox.$$(`${field('resources')} input[type="text"]`);
  await people?.type('Photo team');
  await material?.type('A day in hall 7');
  await inbox.type(`${field('competition')} input`, 'The chamber, but without machines');
  await press(inbox, 'Enter');
  await newsroom.holds('SELECT state FROM topic', [{ state: 'in_work' }]);
  const [row] = await newsroom.queue.store.read((sql) => sql.all<{ brief: string }>('SELECT brief FROM topic'));
  expect(JSON.parse(row?.brief ?? '{}')).toMatchObject({
    ...{ effort: 'L', people: 'Photo team', material: 'A day in hall 7' },
    competition: 'The chamber, but without machines',
  });
});

it('[S3] whoever opens the topic sees all seven points, and which of them the goal says', async () => {
  await look('In progress');
  await reads(inbox, '7 of 7');
  const brief = await inbox.$eval('.brief', (list) => (list as HTMLElement).innerText);
  expect(brief).toContain('L · 480 min · Jan Claasen · with Photo team · A day in hall 7');
  expect(brief.match(/from the goal/g)?.length).toBe(3);

  // One field more, and taken back alone.
  await press(inbox, 'b');
  await inbox.type(`${field('whom')} input[type="text"]`, 'Here people learn on real machines.');
  await press(inbox, 'Enter');
  await inbox.waitForSelector('.brief-message', PATIENCE);
  await press(inbox, 'z');
  await inbox.waitForSelector('.brief-message', { ...PATIENCE, hidden: true });
  await reads(inbox, '7 of 7');
});
