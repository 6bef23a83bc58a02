/**
 * How long an editor waits at a desk of 1,000, 10,000 and 100,000 topics (of which a device holds 10,000),
 * beside a static page with as many plain rows. All of them take turns in one browser: each is an extension of
 * its own in it, with a queue of its own.
 */
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'puppeteer-core';
import { type Chromium, launchChromium, openPage } from '../../demo/browser/chromium.ts';
import { buildExtension } from '../../demo/build.ts';
import { closeWelcome, join } from '../../demo/joining.ts';
import { type DemoQueue, EDITOR, startDemoQueue } from '../../demo/queue.ts';
import { PAGES } from '../../demo/screens.ts';
import { runTopicClocks } from '../../server/topic-clocks.ts';
import { writeFloorPage } from './desk/floor-page.ts';
import { seedTopics } from './desk/seed.ts';
import { install } from './desk/watch.ts';
import { summarize } from './figure.ts';

const USAGE = `npm run bench -- desk [--sizes 1000,10000,100000] [--rounds N] [--scrolls N] [--queues FOLDER]
  --queues: where filled queues are kept for the next run; to fill one with 100,000 topics takes minutes`;

/** A word that one in eight titles has. */
const WORD = 'Werkstatt';
/** Each further letter finds less. */
const TYPED = 'Me Le';
const KEYS_A_ROUND = 12;
const SCROLL_MS = 10_000;
/** The first ones fill caches on all sides. */
const WARM_UP = 1;
const FLOOR = 'floor';

type Desk = { name: string; chromium: Chromium };
const NAMES = {
  row: ['open to first row', 'ms'],
  key: ['open to first key accepted', 'ms'],
  counts: ['open to the counts of all states and views', 'ms'],
  answers: ['open to the first answer of a search', 'ms'],
  title: ['key to next topic shown', 'ms'],
  whole: ['key to next topic shown with its clips', 'ms'],
  walk: ['a key of many in a row', 'ms'],
  search: ['search keystroke to result', 'ms'],
  filter: ['filter change', 'ms'],
  frame: ['longest frame in 10 s of scrolling', 'ms'],
  heap: ['heap of the page after the scrolling, garbage collected', 'MB'],
  worker: ['heap of its worker for similar topics', 'MB'],
} as const;
type Name = keyof typeof NAMES;
const GOALS: Partial<Record<Name, string>> = {
  key: '100,000 <= 1.5 x 1,000',
  title: '<= 20 ms at 10,000 on an idle machine',
};

/** NaN: it did not come to pass within the time that was given; printed as `missed`. */
type Samples = Map<string, Record<Name, number[]>>;

export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      sizes: { type: 'string', default: '1000,10000,100000' },
      rounds: { type: 'string', default: '8' },
      scrolls: { type: 'string', default: '5' },
      queues: { type: 'string' },
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
      const queue = await fillQueue(values.queues ?? null, folder, size);
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

/** A queue with so many topics, in which nothing happens by itself any more; one that was filled before is copied. */
async function fillQueue(kept: string | null, folder: string, size: number): Promise<DemoQueue> {
  const file = path.join(folder, `${size}.sqlite`);
  const keptFile = kept === null ? null : path.join(kept, `${size}.sqlite`);
  if (keptFile !== null && existsSync(keptFile)) {
    await cp(keptFile, file);
    return startDemoQueue(file, 0);
  }
  const begun = Date.now();
  const queue = await startDemoQueue(file, 0);
  await seedTopics(queue.store, size, EDITOR);
  // Thousands are overdue at once, of which nobody was told: in a queue that was always open that was long ago.
  while ((await runTopicClocks(queue.store, Date.now())) > 0);
  console.error(`${size} topics: filled in ${Date.now() - begun} ms`);
  if (keptFile === null) return queue;
  await queue.stop();
  await mkdir(path.dirname(keptFile), { recursive: true });
  await cp(file, keptFile);
  return startDemoQueue(file, 0);
}

/** Brings a device of an editor to where it holds all that it may. */
async function openDesk(browser: Chromium, folder: string, queue: DemoQueue, size: number): Promise<Chromium> {
  const extensionDir = path.join(folder, `extension-${size}`);
  await cp(path.join(folder, 'extension'), extensionDir, { recursive: true });
  // Without its key the browser gives each folder an id of its own.
  const manifestFile = path.join(extensionDir, 'manifest.json');
  const { key: _key, ...manifest } = JSON.parse(await readFile(manifestFile, 'utf8'));
  await writeFile(manifestFile, JSON.stringify(manifest));
  const chromium = await withExtension(browser, extensionDir);
  await closeWelcome(chromium);
  const link = await queue.invite(EDITOR);
  const begun = Date.now();
  await (await join(chromium, link)).close();
  printOnce('joining', size, Date.now() - begun);
  const page = await openPage(chromium, chromium.extensionUrl(PAGES.inbox));
  // Asked anew each time: one question may take three minutes, the first sync of a large queue more.
  while (!(await page.evaluate(hasSynced))) await new Promise((done) => setTimeout(done, 500));
  await page.close();
  printOnce('first sync', size, Date.now() - begun);
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
  await page.goto(inbox, { waitUntil: 'domcontentloaded' });
  await page.waitForFunction(() => !Number.isNaN(window.watch.opened.row), { polling: 4 });
  // Again and again, as an impatient person does, until one moves the selection.
  for (let tries = 0; tries < 50; tries += 1) {
    await page.keyboard.press('j');
    if (await page.evaluate(() => window.watch.moves(100))) break;
  }
  await page
    .waitForFunction(
      (floor) => !Number.isNaN(window.watch.opened.key) && (floor || !Number.isNaN(window.watch.opened.counts)),
      { timeout: 20_000, polling: 50 },
      isFloor,
    )
    .catch(() => undefined);
  const opened = await page.evaluate(() => window.watch.opened);
  add('row', opened.row);
  add('key', opened.key);
  if (!isFloor) add('counts', opened.counts);
  await page.evaluate(() => new Promise((done) => setTimeout(done, 1_000)));

  for (let at = 0; at < KEYS_A_ROUND; at += 1) {
    const what: 'whole' | 'title' = at % 3 === 2 && !isFloor ? 'whole' : 'title';
    await page.evaluate((wanted) => window.watch.expect(wanted, 5_000), what);
    await page.keyboard.press('j');
    add(what, await page.evaluate(() => window.watch.took()));
    await page.evaluate(() => new Promise((done) => setTimeout(done, 120)));
  }
  const begun = Date.now();
  for (let at = 0; at < 40; at += 1) await page.keyboard.down('j');
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
  add('walk', (Date.now() - begun) / 40);
  await page.keyboard.up('j');

  await page.focus('input[type="search"]');
  for (const letter of TYPED) {
    if (letter !== ' ') await page.evaluate(() => window.watch.expect('list', 3_000));
    await page.keyboard.press(letter as 'a');
    if (letter === ' ') continue;
    add('search', await page.evaluate(() => window.watch.took()));
    await page.evaluate(() => new Promise((done) => setTimeout(done, 60)));
  }
  if (!isFloor) {
    await page.goto('about:blank');
    await page.goto(inbox);
    await page.waitForFunction(() => document.querySelector('.row[data-topic]') !== null, { polling: 20 });
    await page.evaluate(() => new Promise((done) => setTimeout(done, 1_000)));
    for (const department of await departments(page)) {
      await page.evaluate(() => window.watch.expect('list', 3_000));
      await page.select('select.filter', department);
      add('filter', await page.evaluate(() => window.watch.took()));
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
    for (const worker of page.workers()) {
      await worker.client.send('HeapProfiler.collectGarbage');
      add('worker', (await worker.client.send('Runtime.getHeapUsage')).usedSize / 1e6);
    }
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

/** What happens once in the life of a device. */
function printOnce(name: string, topics: number, ms: number): void {
  console.log(JSON.stringify({ name, topics, value: ms, unit: 'ms', n: 1, floor: null, peer: null, ratio: null }));
}

/** Each figure of each size: beside the floor, and as a ratio to the smallest desk of the run. */
function print(samples: Samples, sizes: readonly number[]): void {
  const floors = samples.get(FLOOR) ?? noSamples();
  const base = samples.get(String(sizes[0])) ?? noSamples();
  const sound = (list: readonly number[]) => list.filter((value) => !Number.isNaN(value));
  for (const name of Object.keys(NAMES) as Name[])
    for (const size of sizes) {
      const all = samples.get(String(size))?.[name] ?? [];
      if (all.length === 0) continue;
      const own = sound(all);
      const [text, unit] = NAMES[name];
      const value = own.length === 0 ? { value: null, p95: null } : summarize(own);
      const times = (other: number | undefined) =>
        value.value === null || other === undefined ? null : Number((value.value / other).toPrecision(3));
      const floor = sound(floors[name]).length === 0 ? null : summarize(sound(floors[name]));
      const smallest = sound(base[name]).length === 0 ? null : summarize(sound(base[name]));
      console.log(
        JSON.stringify({
          ...{ name: text, topics: size, ...value, unit, n: own.length, missed: all.length - own.length, floor },
          toFloor: times(floor?.value),
          peer: { name: `${sizes[0]} topics`, value: smallest?.value ?? null },
          ratio: times(smallest?.value),
          goal: GOALS[name] ?? null,
        }),
      );
    }
}
