/**
 * How long an editor waits at a desk of 1,000, 10,000 and 100,000 topics (of which a device holds 10,000),
 * beside a static page with as many plain rows. All of them take turns in one browser: each is an extension of
 * its own in it, with a queue of its own.
 */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'puppeteer-core';
import { type Chromium, launchChromium, openPage } from '../../demo/browser/chromium.ts';
import { buildExtension } from '../../demo/build.ts';
import { closeWelcome, join } from '../../demo/joining.ts';
import { type DemoQueue, EDITOR, startDemoQueue } from '../../demo/queue.ts';
import { PAGES } from '../../demo/screens.ts';
import { writeFloorPage } from './desk/floor-page.ts';
import { seedTopics } from './desk/seed.ts';
import { install } from './desk/watch.ts';
import { type Figure, summarize } from './figure.ts';

const USAGE = `npm run bench -- desk [--sizes 1000,10000,100000] [--rounds N] [--scrolls N]`;

/** A word that one in eight titles has. */
const WORD = 'Werkstatt';
const KEYS_A_ROUND = 12;
const SCROLL_MS = 10_000;
/** The first ones fill caches on all sides. */
const WARM_UP = 1;
const FLOOR = 'floor';

type Desk = { name: string; chromium: Chromium };
const NAMES = {
  row: ['open to first row', 'ms'],
  key: ['open to first key accepted', 'ms'],
  counts: ['open to the counts of every view', 'ms'],
  answers: ['open to the first answer of a search', 'ms'],
  title: ['key to next topic shown', 'ms'],
  whole: ['key to next topic shown with its clips', 'ms'],
  walk: ['a key of many in a row', 'ms'],
  search: ['search keystroke to result', 'ms'],
  filter: ['filter change', 'ms'],
  frame: ['longest frame in 10 s of scrolling', 'ms'],
  heap: ['memory after a minute of work', 'MB'],
} as const;
type Name = keyof typeof NAMES;
const GOALS: Partial<Record<Name, string>> = {
  key: '100,000 <= 1.5 x 1,000',
  title: '<= 20 ms at 10,000 on an idle machine',
};

type Samples = Map<string, Record<Name, number[]>>;

export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      sizes: { type: 'string', default: '1000,10000,100000' },
      rounds: { type: 'string', default: '8' },
      scrolls: { type: 'string', default: '3' },
    },
  });
  const sizes = values.sizes.split(',').map(Number);
  if (sizes.some((size) => !Number.isInteger(size) || size < 1)) throw new Error(USAGE);
  const folder = await mkdtemp(path.join(tmpdir(), 'clipdesk-desks-'));
  const queues: DemoQueue[] = [];
  const browser = await openBrowser(folder);
  try {
    const desks: Desk[] = [{ name: FLOOR, chromium: await withExtension(browser, writeFloorPage()) }];
    for (const size of sizes) {
      const queue = await startDemoQueue(path.join(folder, `${size}.sqlite`), 0);
      queues.push(queue);
      desks.push({ name: String(size), chromium: await openDesk(browser, folder, queue, size) });
    }
    const samples: Samples = new Map(
      desks.map(({ name }) => [
        name,
        Object.fromEntries(Object.keys(NAMES).map((figure) => [figure, []])) as unknown as Record<Name, number[]>,
      ]),
    );
    const rounds = Number(values.rounds);
    for (let round = -WARM_UP; round < rounds; round += 1)
      for (const [turn] of desks.entries()) {
        // Nobody is always the first.
        const desk = desks[(turn + Math.max(0, round)) % desks.length] as Desk;
        const keep = round < 0 ? noSamples() : samples.get(desk.name);
        if (keep !== undefined) await work(desk, keep, round >= 0 && round < Number(values.scrolls));
      }
    print(samples, sizes);
  } finally {
    await browser.close();
    for (const queue of queues) await queue.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

const noSamples = (): Record<Name, number[]> =>
  Object.fromEntries(Object.keys(NAMES).map((name) => [name, []])) as unknown as Record<Name, number[]>;

async function openBrowser(folder: string): Promise<Chromium> {
  await buildExtension('chrome', path.join(folder, 'extension'));
  const extensionDir = writeFloorPage();
  return launchChromium({ extensionDir, profileDir: path.join(folder, 'profile'), language: 'en' });
}

/** The same browser, and another extension in it. */
async function withExtension(chromium: Chromium, extensionDir: string): Promise<Chromium> {
  const extensionId = await chromium.browser.installExtension(extensionDir);
  return { ...chromium, extensionId, extensionUrl: (file) => `chrome-extension://${extensionId}/${file}` };
}

/** Fills a queue, and brings a device of an editor to where it holds all that it may. */
async function openDesk(browser: Chromium, folder: string, queue: DemoQueue, size: number): Promise<Chromium> {
  const begun = Date.now();
  await seedTopics(queue.store, size, EDITOR);
  const seeded = Date.now();
  const extensionDir = path.join(folder, `extension-${size}`);
  await cp(path.join(folder, 'extension'), extensionDir, { recursive: true });
  // Without its key the browser gives each folder an id of its own.
  const manifestFile = path.join(extensionDir, 'manifest.json');
  const { key: _key, ...manifest } = JSON.parse(await readFile(manifestFile, 'utf8'));
  await writeFile(manifestFile, JSON.stringify(manifest));
  const chromium = await withExtension(browser, extensionDir);
  await closeWelcome(chromium);
  await (await join(chromium, await queue.invite(EDITOR))).close();
  const page = await openPage(chromium, chromium.extensionUrl(PAGES.inbox));
  await page.waitForFunction(hasSynced, { timeout: 600_000, polling: 500 });
  await page.close();
  console.error(`${size} topics: seeded in ${seeded - begun} ms, first sync in ${Date.now() - seeded} ms`);
  return chromium;
}

/** Looks into the database itself, for the screen does not say it. */
async function hasSynced(): Promise<boolean> {
  const account = (await indexedDB.databases()).find(({ name }) => name?.startsWith('clipdesk:'));
  if (account?.name === undefined) return false;
  const { name } = account;
  const db = await new Promise<IDBDatabase>((done, fail) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => done(request.result);
    request.onerror = () => fail(request.error);
  });
  const row = await new Promise<{ value?: { lastSyncAt?: number | null } } | undefined>((done) => {
    const request = db.transaction('meta').objectStore('meta').get('schedule');
    request.onsuccess = () => done(request.result);
    request.onerror = () => done(undefined);
  });
  db.close();
  return row?.value?.lastSyncAt != null;
}

async function freshPage({ browser }: Chromium): Promise<Page> {
  const page = await browser.newPage();
  await install(page);
  await page.bringToFront();
  return page;
}

/** All of one desk's turn. The floor takes part in what it can. */
async function work({ name, chromium }: Desk, samples: Record<Name, number[]>, scrolls: boolean): Promise<void> {
  const isFloor = name === FLOOR;
  const add = (figure: Name, value: number) => samples[figure].push(value);
  const page = await freshPage(chromium);
  const inbox = chromium.extensionUrl(PAGES.inbox);
  await page.goto(inbox);
  await page.waitForFunction(
    (floor) => !Number.isNaN(window.watch.opened.key) && (floor || !Number.isNaN(window.watch.opened.counts)),
    { timeout: 60_000, polling: 100 },
    isFloor,
  );
  const opened = await page.evaluate(() => window.watch.opened);
  add('row', opened.row);
  add('key', opened.key);
  if (!isFloor) add('counts', opened.counts);
  await page.evaluate(() => new Promise((done) => setTimeout(done, 1_000)));

  for (let at = 0; at < KEYS_A_ROUND; at += 1) {
    const what: 'whole' | 'title' = at % 3 === 2 && !isFloor ? 'whole' : 'title';
    await page.keyboard.press('j');
    add(what, await page.evaluate((wanted) => window.watch.took(wanted, 5_000), what));
    await page.evaluate(() => new Promise((done) => setTimeout(done, 120)));
  }
  const begun = Date.now();
  for (let at = 0; at < 40; at += 1) await page.keyboard.down('j');
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
  add('walk', (Date.now() - begun) / 40);
  await page.keyboard.up('j');

  await page.focus('input[type="search"]');
  for (const letter of isFloor ? 'Folge' : WORD) {
    await page.keyboard.press(letter as 'a');
    const took = await page.evaluate(() => window.watch.took('list', 1_500));
    // A further letter of the same word finds the same.
    if (!Number.isNaN(took)) add('search', took);
    await page.evaluate(() => new Promise((done) => setTimeout(done, 60)));
  }
  if (!isFloor) {
    await page.goto('about:blank');
    await page.goto(inbox);
    await page.waitForFunction(() => document.querySelector('.row[data-topic]') !== null, { polling: 20 });
    await page.evaluate(() => new Promise((done) => setTimeout(done, 1_000)));
    for (const department of await departments(page)) {
      await page.select('select.filter', department);
      add('filter', await page.evaluate(() => window.watch.took('list', 3_000)));
      await page.evaluate(() => new Promise((done) => setTimeout(done, 200)));
    }
    await page.goto('about:blank');
    await page.goto(`${inbox}#quiet`);
    add('answers', await page.evaluate(firstAnswer, WORD));
  }
  if (scrolls) {
    await page.goto('about:blank');
    await page.goto(inbox);
    await page.waitForSelector('.row[data-topic]');
    await page.evaluate(() => new Promise((done) => setTimeout(done, 1_500)));
    const frames = await page.evaluate((ms) => window.watch.scroll(ms), SCROLL_MS);
    add('frame', Math.max(...frames));
    const session = await page.createCDPSession();
    await session.send('HeapProfiler.collectGarbage');
    add('heap', ((await page.metrics()).JSHeapUsedSize ?? Number.NaN) / 1e6);
  }
  await page.close();
}

const departments = (page: Page): Promise<string[]> =>
  page.$eval('select.filter', (select) =>
    [...(select as HTMLSelectElement).options]
      .map(({ value }) => value)
      .filter((value) => value !== '')
      .slice(0, 3),
  );

/** Types a word as soon as there is where to, and waits until every row has it. Milliseconds since the opening. */
async function firstAnswer(word: string): Promise<number> {
  const soon = () => new Promise((done) => setTimeout(done, 4));
  let input: HTMLInputElement | null = null;
  while (input === null) {
    await soon();
    input = document.querySelector('input[type="search"]');
  }
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, word);
  input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  for (;;) {
    await soon();
    const rows = [...document.querySelectorAll('.row[data-topic]')];
    if (rows.length > 0 && rows.every((row) => row.querySelector('mark') !== null)) return performance.now();
  }
}

/** Each figure of each size: beside the floor, and as a ratio to the smallest desk of the run. */
function print(samples: Samples, sizes: readonly number[]): void {
  const floors = samples.get(FLOOR) ?? noSamples();
  const base = samples.get(String(sizes[0])) ?? noSamples();
  for (const name of Object.keys(NAMES) as Name[])
    for (const size of sizes) {
      const own = samples.get(String(size))?.[name] ?? [];
      const sound = own.filter((value) => !Number.isNaN(value));
      if (sound.length === 0) continue;
      const [text, unit] = NAMES[name];
      const value = summarize(sound);
      const floor = floors[name].length === 0 ? null : summarize(floors[name]);
      const smallest = summarize(base[name].filter((one) => !Number.isNaN(one)));
      const figure: Figure & { topics: number; base: number; toBase: number } = {
        ...{ name: text, topics: size, ...value, unit, n: sound.length, floor },
        ratio: floor === null ? null : Number((value.value / floor.value).toPrecision(3)),
        base: smallest.value,
        toBase: Number((value.value / smallest.value).toPrecision(3)),
        goal: GOALS[name] ?? null,
      };
      console.log(JSON.stringify(figure));
    }
}
