/** An editor finds topics: on the device at once and offline, in the queue's archive online, by view and by link. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as act from '../../demo/acts.ts';
import { type Chromium, launchChromium, openPage } from '../../demo/browser/chromium.ts';
import { goOffline } from '../../demo/browser/offline.ts';
import { buildExtension } from '../../demo/build.ts';
import { closeWelcome, join } from '../../demo/joining.ts';
import { type DemoQueue, EDITOR, EMPLOYEE, startDemoQueue } from '../../demo/queue.ts';
import { INBOX, PAGES } from '../../demo/screens.ts';
import type { Clip } from '../../protocol/clip.ts';
import type { State } from '../../protocol/topic.ts';
import { clip as sampleClip } from '../desk/samples.ts';

const PATIENCE = { timeout: 20_000, polling: 50 };
const DAY = 86_400_000;

let folder: string;
let queue: DemoQueue;
let editor: Chromium;
let inbox: Page;

const made = {
  workshop: topicOf('Neue Ausbildungswerkstatt eröffnet', { note: 'Zwölf Azubis sind schon da.' }, 'new', 3),
  bridge: topicOf('Brücke am Nordtor gesperrt', { kind: 'news' }, 'new', 2),
  canteen: topicOf('Speiseplan der Kantine'),
  old: topicOf('Alte Lehrwerkstatt abgerissen', { quote: 'Ein Stück Werksgeschichte verschwindet.' }, 'declined', 400),
};

function topicOf(title: string, over: Partial<Clip> = {}, state: State = 'new', age = 1) {
  const clip = sampleClip({
    excerpt: '',
    siteName: null,
    byline: [],
    goalId: null,
    ...over,
    title,
    id: crypto.randomUUID(),
  });
  return { clip, state, at: Date.now() - age * DAY };
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'clipdesk-'));
  const extensionDir = path.join(folder, 'extension');
  await buildExtension('chrome', extensionDir);
  queue = await startDemoQueue(path.join(folder, 'queue.sqlite'), 0);
  await queue.store.write(async (tx) => {
    for (const { clip, state, at } of Object.values(made)) {
      await tx.run(
        `INSERT INTO topic (id, title, kind, department_id, state, state_since, supporter_count, created_at, changed_at)
         VALUES ($1, $2, $3, 'hr', $4, $5, 1, $5, $5)`,
        ...[clip.id, clip.title, clip.kind, state, at],
      );
      await tx.run(
        `INSERT INTO clip (id, topic_id, home_topic_id, submitter_id, address_key, body, received_at)
         VALUES ($1, $1, $1, $2, $1, $3, $4)`,
        ...[clip.id, EMPLOYEE, JSON.stringify(clip), at],
      );
      tx.changed('topic', clip.id);
      tx.changed('clip', clip.id);
    }
  });
  editor = await launchChromium({
    extensionDir,
    profileDir: path.join(folder, 'editor'),
    headless: true,
    language: 'en',
  });
  await closeWelcome(editor);
  await (await join(editor, await queue.invite(EDITOR))).close();
  inbox = await act.openInbox(editor);
  await act.waitForTitle(inbox, 'Speiseplan');
});

afterAll(async () => {
  await editor?.close();
  await queue?.stop();
  await rm(folder, { recursive: true, force: true });
});

async function search(words: string, page = inbox): Promise<void> {
  await page.$eval(INBOX.search, (field) => {
    (field as HTMLInputElement).value = '';
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
  if (words !== '') await page.type(INBOX.search, words);
}

const titlesIn = (page: Page, rows: string) =>
  page.$$eval(rows, (list) => list.map((row) => row.querySelector('.row-title bdi, bdi.row-title')?.textContent));

/** Waits until the list on the device has these titles, in this order. */
const listShows = async (titles: string[], page = inbox): Promise<void> => {
  await page.waitForFunction(
    (rows, expected) =>
      JSON.stringify(
        [...document.querySelectorAll(rows)].map(
          (row) => row.querySelector('.row-title bdi, bdi.row-title')?.textContent,
        ),
      ) === expected,
    PATIENCE,
    `.rows ${INBOX.row}`,
    JSON.stringify(titles),
  );
};
const archiveSays = (words: string, page = inbox) =>
  page.waitForFunction(
    (at, text) => document.querySelector(at)?.textContent?.includes(text),
    PATIENCE,
    INBOX.archive,
    words,
  );

it('finds parts of compounds and word forms on the device, marked, and what is old in the archive', async () => {
  await search('werkstaetten');
  await listShows([made.workshop.clip.title]);
  expect(await inbox.$$eval(INBOX.mark, (marks) => marks.map((mark) => mark.textContent))).toContain(
    'Ausbildungswerkstatt',
  );
  await archiveSays('In the archive (1)');
  expect(await titlesIn(inbox, INBOX.archiveRow)).toEqual([made.old.clip.title]);
  await search('azubi zwoelf');
  await listShows([made.workshop.clip.title]);
});

it('searches offline, says that the archive needs a network, and asks it by itself when that is back', async () => {
  const comeBack = await goOffline(editor);
  await search('bruecken');
  await listShows([made.bridge.clip.title]);
  await archiveSays('as soon as there is a network');
  await comeBack();
  await archiveSays('In the archive (0)');
});

it('searches at once after the page was loaded offline, without building anything', async () => {
  const comeBack = await goOffline(editor);
  const page = await act.openInbox(editor);
  await search('werkstatt', page);
  await listShows([made.workshop.clip.title], page);
  await page.close();
  await comeBack();
});

it('opens a topic of the archive to be read, and what is opened again arrives in the inbox', async () => {
  await search('werksgeschichte');
  await archiveSays('In the archive (1)');
  await inbox.click(INBOX.archiveRow);
  await inbox.waitForFunction(
    (pane, words) => document.querySelector(pane)?.textContent?.includes(words),
    PATIENCE,
    INBOX.topic,
    'From the archive',
  );
  expect(await inbox.$eval(INBOX.topic, (pane) => pane.textContent)).toContain('Ein Stück Werksgeschichte');
  await inbox.$$eval(INBOX.decision, (buttons) =>
    buttons.find((button) => button.textContent?.includes('Open again'))?.click(),
  );
  await search('lehrwerkstatt');
  await listShows([made.old.clip.title]);
  await archiveSays('In the archive (0)');
});

it('combines filters as chips, keeps them in the address, and goes back', async () => {
  await search('');
  // The oldest clock first; the reopened one is the youngest.
  await listShows([made.workshop, made.bridge, made.canteen, made.old].map(({ clip }) => clip.title));
  await inbox.select('select.filter[aria-label="Kind"]', 'news');
  await listShows([made.bridge.clip.title]);
  const address = inbox.url();
  expect(address).toContain('kinds=news');
  await inbox.goBack();
  await inbox.waitForFunction((chip) => document.querySelector(chip) === null, PATIENCE, INBOX.chip);
  await inbox.goForward();
  await listShows([made.bridge.clip.title]);
  const other = await openPage(editor, address);
  await listShows([made.bridge.clip.title], other);
  await other.close();
});

it('saves a view that a colleague finds too, and shows it by g and its digit', async () => {
  await inbox.$$eval('.save-view-open', ([button]) => (button as HTMLElement | undefined)?.click());
  await inbox.waitForSelector('.save-view input');
  await inbox.type('.save-view input', 'Nur Nachrichten');
  await inbox.click('.save-view .panel-choice');
  await inbox.click('.save-view button[type="submit"]');
  await inbox.waitForFunction(
    (views) => document.querySelector(`${views} [aria-current="true"]`)?.textContent?.includes('Nur Nachrichten'),
    PATIENCE,
    INBOX.views,
  );
  await inbox.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await inbox.keyboard.press('g');
  await inbox.keyboard.press('1');
  await inbox.waitForFunction((row) => document.querySelectorAll(row).length === 4, PATIENCE, `.rows ${INBOX.row}`);
  await inbox.keyboard.press('g');
  await inbox.keyboard.press('7');
  await listShows([made.bridge.clip.title]);
  expect(inbox.url()).toContain('#view/');
  const rows = await queue.store.read((sql) =>
    sql.all<{ name: string; shared: number }>('SELECT name, shared FROM saved_view'),
  );
  expect(rows.map((row) => ({ ...row }))).toEqual([{ name: 'Nur Nachrichten', shared: 1 }]);
});

it('copies a link of the queue, whose page says how to go on, and opens it when it is pasted into the search', async () => {
  const link = `${queue.url}/t/${made.canteen.clip.id}`;
  const page = await openPage(editor, link);
  expect(await page.$eval('main', (main) => main.textContent)).toContain('Paste the address into the search field');
  await page.close();
  await inbox.bringToFront();
  // Pasted, not typed: the whole of it stands there at once.
  await inbox.$eval(
    INBOX.search,
    (field, text) => {
      (field as HTMLInputElement).value = text;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    },
    link,
  );
  await inbox.waitForFunction(
    (pane, title) => document.querySelector(pane)?.getAttribute('aria-label') === title,
    PATIENCE,
    INBOX.topic,
    made.canteen.clip.title,
  );
  expect(await inbox.$eval('.copy-link', (button) => button.textContent)).toBe('Copy link');
  const direct = await openPage(editor, `${editor.extensionUrl(PAGES.inbox)}#${made.canteen.clip.id}`);
  await direct.waitForFunction(
    (pane, title) => document.querySelector(pane)?.getAttribute('aria-label') === title,
    PATIENCE,
    INBOX.topic,
    made.canteen.clip.title,
  );
  await direct.close();
});
