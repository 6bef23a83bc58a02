/** An editor at a real browser with a full desk: by keyboard alone, one topic after the other and many at once. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { KeyInput, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as act from '../../demo/acts.ts';
import { type Chromium, launchChromium } from '../../demo/browser/chromium.ts';
import { buildExtension } from '../../demo/build.ts';
import { closeWelcome, join } from '../../demo/joining.ts';
import { type DemoQueue, EDITOR, EMPLOYEE, startDemoQueue } from '../../demo/queue.ts';
import { INBOX, PAGES } from '../../demo/screens.ts';
import { suggestMany } from './colleague.ts';

const PATIENCE = { timeout: 30_000, polling: 50 };

let folder: string;
let queue: DemoQueue;
let editor: Chromium;
let inbox: Page;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'clipdesk-'));
  const extensionDir = path.join(folder, 'extension');
  await buildExtension('chrome', extensionDir);
  queue = await startDemoQueue(path.join(folder, 'queue.sqlite'), 0);
  editor = await launchChromium({ extensionDir, profileDir: path.join(folder, 'editor'), language: 'en' });
  await closeWelcome(editor);
  await suggest('Topic', 20);
  await (await join(editor, await queue.invite(EDITOR))).close();
  inbox = await act.openInbox(editor);
  await rowsAre(20);
});

afterAll(async () => {
  await editor?.close();
  await queue?.stop();
  await rm(folder, { recursive: true, force: true });
});

async function suggest(name: string, count: number): Promise<void> {
  const titles = Array.from({ length: count }, (_, at) => `${name} ${at + 1}`);
  await suggestMany(queue.url, await queue.invite(EMPLOYEE), titles);
}

const press = async (...keys: KeyInput[]): Promise<void> => {
  for (const key of keys) await inbox.keyboard.press(key);
};
const chord = async (held: KeyInput, key: KeyInput): Promise<void> => {
  await inbox.keyboard.down(held);
  await inbox.keyboard.press(key);
  await inbox.keyboard.up(held);
};

const rowsAre = (count: number): Promise<unknown> =>
  inbox.waitForFunction((row, wanted) => document.querySelectorAll(row).length === wanted, PATIENCE, INBOX.row, count);
const says = (words: string): Promise<unknown> =>
  inbox.waitForFunction((text) => document.body.innerText.includes(text), PATIENCE, words);
const topicIs = (title: string): Promise<unknown> =>
  inbox.waitForSelector(`${INBOX.topic}[aria-label="${title}"]`, PATIENCE);

/** How many topics stand where in the queue, once it holds what is expected. */
async function queueHolds(expected: Record<string, number>): Promise<void> {
  await expect
    .poll(
      async () => {
        const rows = await queue.store.read((sql) =>
          sql.all<{ state: string; count: number }>('SELECT state, COUNT(*) AS count FROM topic GROUP BY state'),
        );
        return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
      },
      { timeout: 30_000, interval: 200 },
    )
    .toEqual(expected);
}

describe('twenty topics by keyboard alone', () => {
  it('decides each with its keys and goes on by itself, until the list is empty and says so', async () => {
    await topicIs('Topic 1');
    for (const title of ['Topic 1', 'Topic 2', 'Topic 3', 'Topic 4', 'Topic 5', 'Topic 6', 'Topic 7', 'Topic 8']) {
      await topicIs(title);
      await press('1');
    }
    for (const title of ['Topic 9', 'Topic 10', 'Topic 11', 'Topic 12']) {
      await topicIs(title);
      await press('3', '2');
      await inbox.keyboard.type('Thank you, 3 of us told this in March.');
      await press('Enter');
    }
    for (const title of ['Topic 13', 'Topic 14', 'Topic 15']) {
      await topicIs(title);
      await press('h', '1');
    }
    // One that was decided wrongly comes back to where it was, and is decided again.
    await topicIs('Topic 16');
    await press('1', 'z');
    await topicIs('Topic 16');
    await press('3', '8');
    await inbox.keyboard.type('Thank you.');
    await chord('Control', 'Enter');
    // The last four together: x, and three more with Shift.
    await topicIs('Topic 17');
    await press('x');
    for (let more = 0; more < 3; more += 1) await chord('Shift', 'ArrowDown');
    await says('4 selected');
    await press('1');
    await says('Done! 20 topics decided.');
    await queueHolds({ accepted: 12, declined: 5, held: 3 });
  });

  it('goes to the plan by g p and back, to a view and a topic by Ctrl+K, and starts work on it', async () => {
    await press('g', 'p');
    await inbox.waitForFunction(() => location.pathname === '/plan.html', PATIENCE);
    await inbox.goto(editor.extensionUrl(PAGES.inbox));
    await says('Everything is decided.');
    await chord('Control', 'k');
    await inbox.keyboard.type('go acc');
    await press('Enter');
    await rowsAre(12);
    await chord('Control', 'k');
    await inbox.keyboard.type('Topic 19');
    await inbox.waitForFunction(
      () => document.querySelector('[role="option"][aria-selected="true"]')?.textContent?.includes('Topic 19'),
      PATIENCE,
    );
    await press('Enter');
    await topicIs('Topic 19');
    // What its brief lacks is asked for first: a goal, how much work it is, and who says the same.
    await press('w');
    await inbox.waitForSelector('.decision-panel [data-point="goal"] select:focus', PATIENCE);
    await press('ArrowDown');
    await inbox.focus('.decision-panel [data-point="resources"] input');
    await press('1');
    await inbox.focus('.decision-panel [data-point="competition"] input');
    await inbox.keyboard.type('Nobody so far');
    await press('Enter');
    await rowsAre(11);
    await queueHolds({ accepted: 11, in_work: 1, declined: 5, held: 3 });
    // What is in work is published with where it appeared; both are taken back together.
    await chord('Control', 'k');
    await inbox.keyboard.type('go in pro');
    await press('Enter');
    await rowsAre(1);
    await topicIs('Topic 19');
    await press('w');
    await inbox.waitForSelector('.decision-panel input[type="url"]:focus', PATIENCE);
    await inbox.keyboard.type('https://intranet.example/topic-19');
    await press('Enter');
    await queueHolds({ accepted: 11, published: 1, declined: 5, held: 3 });
    const addresses = () =>
      queue.store.read((sql) =>
        sql.all<{ address: string }>("SELECT address FROM publication WHERE state = 'published'"),
      );
    expect(await addresses()).toEqual([{ address: 'https://intranet.example/topic-19' }]);
    await says('Published: “Topic 19”');
    await press('z');
    await queueHolds({ accepted: 11, in_work: 1, declined: 5, held: 3 });
    expect(await addresses()).toEqual([]);
    await topicIs('Topic 19');
  });

  it('takes changes and notes back by z, and opens the palette from a field', async () => {
    await press('g', 'e', 'g', 'e');
    await chord('Control', 'k');
    await inbox.keyboard.type('Topic 18');
    // What is typed at once behind Enter is about that topic, which the list does not hold.
    await press('Enter', 'n');
    await inbox.keyboard.type('Ask the plant.');
    await topicIs('Topic 18');
    await inbox.waitForFunction(
      () => document.querySelector<HTMLTextAreaElement>('.decision-panel textarea:focus')?.value === 'Ask the plant.',
      PATIENCE,
    );
    await chord('Control', 'k');
    await inbox.waitForSelector('dialog.palette[open] input:focus', PATIENCE);
    await press('Escape');
    await inbox.waitForSelector('.decision-panel textarea:focus', PATIENCE);
    await chord('Control', 'Enter');
    await says('Note added: “Topic 18”');
    const notes = () => queue.store.read((sql) => sql.all<{ text: string }>('SELECT text FROM note'));
    await expect.poll(notes, { timeout: 30_000 }).toEqual([{ text: 'Ask the plant.' }]);
    await press('z');
    await expect.poll(notes, { timeout: 30_000 }).toEqual([]);
    await press('g', 'e');
  });
});

describe('a hundred at once', () => {
  it('declines all of the view with one reason and one sentence, and takes all of it back by one z', async () => {
    await press('g', 'e');
    await suggest('Many', 100);
    await says('Many 1');
    await act.showArrived(inbox);
    await rowsAre(100);
    await press('*', 'a');
    await says('100 selected');
    await press('3', '6');
    await inbox.keyboard.type('Thank you! The fair is over.');
    await press('Enter');
    await says('Declined: 100 topics');
    await says('Done!');
    await queueHolds({ accepted: 11, in_work: 1, declined: 105, held: 3 });
    await press('z');
    await rowsAre(100);
    await queueHolds({ accepted: 11, in_work: 1, declined: 5, held: 3, new: 100 });
    const undone = await queue.store.read((sql) =>
      sql.all<{ count: number }>('SELECT COUNT(*) AS count FROM decision WHERE undoes IS NOT NULL'),
    );
    expect(undone[0]?.count).toBeGreaterThanOrEqual(100);
  });

  it('picks beyond what is loaded, and keeps only what is in sight on the page', async () => {
    await suggest('Endless', 320);
    await inbox.reload();
    await says('420 topics');
    await press('*', 'a');
    await says('420 selected');
    await press('Escape');
    // To the end of the list by keys: what comes into sight is loaded and drawn, what goes is not kept.
    const isAtEnd = () => inbox.$eval(INBOX.topic, (pane) => pane.getAttribute('aria-label') === 'Endless 320');
    for (let presses = 0; presses < 2_000 && !(await isAtEnd()); presses += 20)
      for (let step = 0; step < 20; step += 1) await inbox.keyboard.down('j');
    await inbox.keyboard.up('j');
    await topicIs('Endless 320');
    const drawn = await inbox.$$eval(INBOX.row, (rows) => rows.length);
    expect(drawn).toBeLessThan(100);
    expect(await inbox.evaluate(() => document.activeElement?.getAttribute('aria-rowindex'))).toBe('420');
  });
});

describe('a narrow window', () => {
  const currentView = () => inbox.$eval('.view[aria-current]', (view) => view.querySelector('.view-name')?.textContent);

  it('takes the focus along to the topic and back to its row', async () => {
    await inbox.setViewport({ width: 700, height: 800 });
    await inbox.waitForFunction(() => matchMedia('(max-width: 45rem)').matches, PATIENCE);
    await press('Enter');
    await inbox.waitForSelector('.topic:focus', PATIENCE);
    await press('u');
    await inbox.waitForSelector('tr[aria-current]:focus', PATIENCE);
  });

  it('shows the panel that a key opens in the list, with the focus in it', async () => {
    await press('n');
    await inbox.waitForSelector('.decision-panel textarea:focus', { ...PATIENCE, visible: true });
    await press('Escape', 'u');
    await inbox.waitForSelector('tr[aria-current]:focus', PATIENCE);
  });

  it('stays in its view while somebody searches, and leads to the one that is made of the search', async () => {
    const before = await currentView();
    await press('/');
    await inbox.keyboard.type('Endless');
    await says('320 topics');
    expect(await currentView()).toBe(before);
    await inbox.focus('.save-view-open');
    await press('Enter');
    await inbox.waitForSelector('.save-view input:focus', PATIENCE);
    await inbox.keyboard.type('Without end');
    await press('Enter');
    await inbox.waitForSelector('.view[aria-current]:focus', PATIENCE);
    expect(await currentView()).toBe('Without end');
  });
});
