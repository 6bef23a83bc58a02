/** Two editors, each at a real browser on one desk: they see each other, collide, and neither loses a word. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as act from '../../demo/acts.ts';
import { type Chromium, launchChromium } from '../../demo/browser/chromium.ts';
import { goOffline } from '../../demo/browser/offline.ts';
import { buildExtension } from '../../demo/build.ts';
import { closeWelcome, join } from '../../demo/joining.ts';
import { type DemoQueue, EDITOR, EMPLOYEE, startDemoQueue } from '../../demo/queue.ts';
import { INBOX } from '../../demo/screens.ts';
import { suggestMany } from './colleague.ts';

const PATIENCE = { timeout: 30_000, polling: 50 };
const OTHER_EDITOR = 'leyla.aydin';

let folder: string;
let queue: DemoQueue;
const browsers: Chromium[] = [];
let jan: Page;
let leyla: Page;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'clipdesk-'));
  const extensionDir = path.join(folder, 'extension');
  await buildExtension('chrome', extensionDir);
  queue = await startDemoQueue(path.join(folder, 'queue.sqlite'), 0);
  const titles = Array.from({ length: 12 }, (_, at) => `Topic ${at + 1}`);
  await suggestMany(queue.url, await queue.invite(EMPLOYEE), titles);
  jan = await sitDown(extensionDir, EDITOR);
  leyla = await sitDown(extensionDir, OTHER_EDITOR);
});

afterAll(async () => {
  for (const browser of browsers) await browser.close();
  await queue?.stop();
  await rm(folder, { recursive: true, force: true });
});

/** A browser of their own for an editor, with the inbox open. */
async function sitDown(extensionDir: string, person: string): Promise<Page> {
  const browser = await launchChromium({ extensionDir, profileDir: path.join(folder, person), language: 'en' });
  browsers.push(browser);
  await closeWelcome(browser);
  await (await join(browser, await queue.invite(person))).close();
  const inbox = await act.openInbox(browser);
  await inbox.waitForFunction((row) => document.querySelectorAll(row).length === 12, PATIENCE, INBOX.row);
  return inbox;
}

const topicIs = (inbox: Page, title: string): Promise<unknown> =>
  inbox.waitForSelector(`${INBOX.topic}[aria-label="${title}"]`, PATIENCE);
const says = (inbox: Page, words: string): Promise<unknown> =>
  inbox.waitForFunction((text) => document.body.innerText.includes(text), PATIENCE, words);
const decline = async (inbox: Page, sentence: string): Promise<void> => {
  await inbox.keyboard.press('3');
  await inbox.keyboard.press('2');
  await inbox.keyboard.type(sentence);
  await inbox.keyboard.press('Enter');
};
const clickText = async (inbox: Page, words: string): Promise<void> => {
  await (await inbox.waitForSelector(`::-p-xpath(//button[contains(., "${words}")])`, PATIENCE))?.click();
};

type Row = { state: string; merged_into: string | null; supporter_count: number };
const topicInQueue = async (title: string): Promise<Row | undefined> =>
  (
    await queue.store.read((sql) =>
      sql.all<Row>('SELECT state, merged_into, supporter_count FROM topic WHERE title = $1', title),
    )
  )[0];
const topicIdOf = async (title: string): Promise<string | undefined> =>
  (await queue.store.read((sql) => sql.all<{ id: string }>('SELECT id FROM topic WHERE title = $1', title)))[0]?.id;
const queueHas = (title: string, expected: Partial<Row>): Promise<void> =>
  expect.poll(() => topicInQueue(title), { timeout: 30_000, interval: 100 }).toMatchObject(expected);

describe('two editors at one desk', () => {
  it('[CM1] see who looks at a topic', async () => {
    await topicIs(jan, 'Topic 1');
    await leyla.bringToFront();
    await act.selectTopic(leyla, 'Topic 2');
    // Whoever looks first is said to; both come to rest a moment after they chose it.
    const claims = () => queue.store.read((sql) => sql.all('SELECT topic_id FROM claim'));
    await expect.poll(claims, { timeout: 30_000 }).toContainEqual({ topic_id: await topicIdOf('Topic 2') });
    await act.selectTopic(jan, 'Topic 2');
    await says(jan, 'Leyla Aydın is looking at it now');
  });

  it('choose when both decided at once, and neither loses a word', async () => {
    await act.selectTopic(jan, 'Topic 3');
    await act.selectTopic(leyla, 'Topic 3');
    const online = await goOffline(browsers[1] as Chromium);
    await decline(leyla, 'Thank you! We had this in the spring issue.');
    await jan.keyboard.press('1');
    await queueHas('Topic 3', { state: 'accepted' });
    await online();
    await says(leyla, 'Two decisions on “Topic 3”');
    await says(leyla, 'Thank you! We had this in the spring issue.');
    await says(leyla, 'Jan Claasen');
    await clickText(leyla, 'Change to “Declined”');
    await queueHas('Topic 3', { state: 'declined' });
    const rows = await queue.store.read((sql) =>
      sql.all<{ to_state: string; sentence: string | null }>(
        `SELECT to_state, sentence FROM decision JOIN topic ON topic.id = decision.topic_id
         WHERE topic.title = 'Topic 3' ORDER BY ordinal`,
      ),
    );
    expect(rows).toEqual([
      { to_state: 'accepted', sentence: null },
      { to_state: 'declined', sentence: 'Thank you! We had this in the spring issue.' },
    ]);
  });

  it('write on where one decides while the other still types: no key means another topic, no word is lost', async () => {
    await act.selectTopic(jan, 'Topic 5');
    await act.selectTopic(leyla, 'Topic 5');
    await leyla.keyboard.press('3');
    await leyla.keyboard.press('2');
    await leyla.keyboard.type('Thank you! We had ');
    await jan.keyboard.press('1');
    await queueHas('Topic 5', { state: 'accepted' });
    await says(leyla, 'Decided meanwhile');
    await says(leyla, 'Jan Claasen: Accepted');
    // With every letter that is a command elsewhere.
    await leyla.keyboard.type('1 2 3 h z x j k this in spring.');
    await leyla.keyboard.press('Enter');
    await topicIs(leyla, 'Topic 5');
    await clickText(leyla, 'Go on with “Declined”');
    await leyla.waitForSelector('.decision-panel textarea:focus', PATIENCE);
    await leyla.keyboard.press('Enter');
    await queueHas('Topic 5', { state: 'declined' });
    const rows = await queue.store.read((sql) =>
      sql.all<{ title: string; sentence: string | null }>(
        `SELECT title, sentence FROM decision JOIN topic ON topic.id = decision.topic_id
         WHERE title <> 'Topic 3' ORDER BY ordinal`,
      ),
    );
    expect(rows).toEqual([
      { title: 'Topic 5', sentence: null },
      { title: 'Topic 5', sentence: 'Thank you! We had 1 2 3 h z x j k this in spring.' },
    ]);
  });

  it('leave it at the other’s decision', async () => {
    await act.selectTopic(jan, 'Topic 4');
    await act.selectTopic(leyla, 'Topic 4');
    const online = await goOffline(browsers[1] as Chromium);
    await leyla.keyboard.press('1');
    await decline(jan, 'Not for us, sorry.');
    await queueHas('Topic 4', { state: 'declined' });
    await online();
    await says(leyla, 'Two decisions on “Topic 4”');
    await clickText(leyla, 'Leave it at “Declined”');
    await leyla.waitForFunction(() => !document.body.innerText.includes('Two decisions'), PATIENCE);
    await queueHas('Topic 4', { state: 'declined' });
  });
});

describe('an hour without a network', () => {
  it('is reconciled: what nobody touched goes through, what somebody did is a choice', async () => {
    await act.selectTopic(leyla, 'Topic 6');
    const online = await goOffline(browsers[1] as Chromium);
    for (const title of ['Topic 6', 'Topic 7', 'Topic 8']) {
      await topicIs(leyla, title);
      await leyla.keyboard.press('1');
    }
    await act.selectTopic(jan, 'Topic 7');
    await decline(jan, 'We cannot tell this one.');
    await queueHas('Topic 7', { state: 'declined' });
    await online();
    await queueHas('Topic 6', { state: 'accepted' });
    await queueHas('Topic 8', { state: 'accepted' });
    await says(leyla, 'Two decisions on “Topic 7”');
    await clickText(leyla, 'Change to “Accepted”');
    await queueHas('Topic 7', { state: 'accepted' });
  });
});

describe('merging', () => {
  it('[MG1][MG3] puts one topic into another by keyboard, and parts them again', async () => {
    await act.selectTopic(jan, 'Topic 9');
    await jan.keyboard.press('2');
    await jan.waitForSelector('.decision-panel input[role="combobox"]', PATIENCE);
    // Letters are a search, wherever in the panel the focus stands.
    // As fast as hands can: what is typed is searched first, whatever the list still showed.
    await jan.keyboard.type('Topic 10');
    await jan.keyboard.press('Enter');
    const target = await queue.store.read((sql) =>
      sql.all<{ id: string }>(`SELECT id FROM topic WHERE title = 'Topic 10'`),
    );
    await queueHas('Topic 9', { state: 'merged', merged_into: target[0]?.id ?? '' });
    await act.selectTopic(jan, 'Topic 10');
    await says(jan, 'Also contains');
    await clickText(jan, 'Separate again');
    await queueHas('Topic 9', { state: 'new', merged_into: null, supporter_count: 1 });
  });
});
