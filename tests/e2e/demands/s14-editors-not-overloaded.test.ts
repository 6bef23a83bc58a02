/** Demand S14: editors are not overloaded. Ten topics in one go, and no hand leaves the keyboard. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as act from '../../../demo/acts.ts';
import { EDITOR, EMPLOYEE } from '../../../demo/queue.ts';
import { INBOX } from '../../../demo/screens.ts';
import { type Newsroom, openNewsroom, press, says } from './newsroom.ts';

const TITLES = [
  'Schnuppertag in der Lehrwerkstatt',
  'Speiseplan der Woche',
  'Messe in Hannover im April',
  'Auszubildende ziehen in die neue Ausbildungswerkstatt in Halle 7',
  'Neue Ausbildungswerkstatt in Halle 7: Auszubildende ziehen ein',
  'Parkplatz am Nordtor gesperrt',
  'Stadtwerke verlängern den Wartungsvertrag',
  'Ergebnis der Betriebsratswahl',
  'Wärmepumpen sparen Gas',
  'Weltmeisterschaft der Berufe',
];

/** Two colleagues wrote of the same, each in their own words. */
const EXCERPTS = new Map([
  [3, 'Ab Januar lernen vierzig Auszubildende in der Ausbildungswerkstatt in Halle 7 an den neuen Drehbänken.'],
  [4, 'Halle 7 ist eingerichtet: In der Ausbildungswerkstatt stehen Drehbänke für vierzig Auszubildende.'],
]);

let newsroom: Newsroom;
let inbox: Page;

beforeAll(async () => {
  newsroom = await openNewsroom();
  await newsroom.suggest(
    EMPLOYEE,
    TITLES.map((title, at) => ({ title, excerpt: EXCERPTS.get(at) ?? '' })),
  );
  inbox = await act.openInbox(await newsroom.seat(EDITOR));
  await act.waitForTitle(inbox, 'Weltmeisterschaft');
});
afterAll(() => newsroom?.stop());

const topicIs = (title: string): Promise<unknown> =>
  inbox.waitForSelector(`${INBOX.topic}[aria-label^="${title}"]`, { timeout: 20_000 });

async function decline(sentence: string): Promise<void> {
  await press(inbox, '3', '2');
  await inbox.keyboard.type(sentence);
  await press(inbox, 'Enter');
}

it('[S14] ten topics are accepted, declined, held, merged, taken back and decided again by keyboard alone', async () => {
  await topicIs('Schnuppertag');
  const begun = performance.now();
  await press(inbox, '1');
  await topicIs('Speiseplan');
  await decline('Thank you, the canteen tells this every week.');
  await topicIs('Messe');
  await press(inbox, 'h', '2');
  // What looks alike is offered first, however fast the hand was, and a digit means it.
  await topicIs('Auszubildende');
  await press(inbox, '2');
  await says(inbox, INBOX.panelChoice, 'Neue Ausbildungswerkstatt');
  await press(inbox, '1');
  await topicIs('Neue Ausbildungswerkstatt');
  await says(inbox, INBOX.topic, 'Also contains');
  await press(inbox, '1');
  // Accepted by mistake: it comes back at once and is declined.
  await topicIs('Parkplatz');
  await press(inbox, '1');
  await topicIs('Stadtwerke');
  await press(inbox, 'z');
  await topicIs('Parkplatz');
  await decline('Thank you, it is open again.');
  await topicIs('Stadtwerke');
  await press(inbox, '1');
  // The last three together.
  await topicIs('Ergebnis');
  await press(inbox, 'x', 'Shift+ArrowDown', 'Shift+ArrowDown');
  await says(inbox, 'body', '3 selected');
  await press(inbox, '1');
  await says(inbox, 'body', 'Done! 10 topics decided.');
  console.info(`ten topics decided in ${Math.round(performance.now() - begun)} ms, by keys that never wait`);
  await newsroom.holds('SELECT state, COUNT(*) AS count FROM topic GROUP BY state ORDER BY state', [
    { state: 'accepted', count: 6 },
    { state: 'declined', count: 2 },
    { state: 'held', count: 1 },
    { state: 'merged', count: 1 },
  ]);
});

it('[S14] every decision that was taken stands in the history, the one that was taken back too', async () => {
  await newsroom.holds('SELECT COUNT(*) AS count FROM decision WHERE undoes IS NOT NULL', [{ count: 1 }]);
  expect(await inbox.$(INBOX.row)).toBeNull();
});
