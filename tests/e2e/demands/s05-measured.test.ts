/** S5: how success is measured. An editor says what came of a topic, reads a file of figures, and sees how far the goal came. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Chromium, launchChromium, openPage } from '../../../demo/browser/chromium.ts';
import { buildExtension } from '../../../demo/build.ts';
import { closeWelcome, join } from '../../../demo/joining.ts';
import { type DemoQueue, EDITOR, EMPLOYEE, startDemoQueue } from '../../../demo/queue.ts';
import { EVALUATING, GOALS, INBOX } from '../../../demo/screens.ts';
import { joinByWire, publishByWire, suggestByWire } from './by-wire.ts';

const PATIENCE = { timeout: 20_000, polling: 50 };
const TITLE = 'Auszubildende ziehen in die neue Werkstatt';
const ADDRESS = 'https://www.nordwerk.example/werkstatt';

let folder: string;
let queue: DemoQueue;
let editor: Chromium;
let topicId: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'clipdesk-'));
  const extensionDir = path.join(folder, 'extension');
  await buildExtension('chrome', extensionDir);
  queue = await startDemoQueue(path.join(folder, 'queue.sqlite'), 0);
  const { id } = await suggestByWire(await joinByWire(queue.url, await queue.invite(EMPLOYEE)), { title: TITLE });
  topicId = id;
  await publishByWire(await joinByWire(queue.url, await queue.invite(EDITOR)), topicId, { address: ADDRESS });
  editor = await launchChromium({ extensionDir, profileDir: path.join(folder, 'editor'), language: 'en' });
  await closeWelcome(editor);
  await (await join(editor, await queue.invite(EDITOR))).close();
});
afterAll(async () => {
  await editor?.close();
  await queue?.stop();
  await rm(folder, { recursive: true, force: true });
});

const says = (page: Page, words: string): Promise<unknown> =>
  page.waitForFunction((text) => document.body.innerText.includes(text), PATIENCE, words);
const results = () =>
  queue.store.read((sql) =>
    sql.all<{ value: number; source: string; lesson: string | null }>(
      'SELECT value, source, lesson FROM result ORDER BY measured_at',
    ),
  );

it('asks what came of a topic when it is evaluated, by keyboard alone, and takes both back at once', async () => {
  const inbox = await openPage(editor, editor.extensionUrl(`inbox.html#${topicId}`));
  await inbox.waitForSelector(`${INBOX.topic}[aria-label="${TITLE}"]`, PATIENCE);
  const evaluate = async () => {
    await inbox.keyboard.press('w');
    await inbox.waitForSelector(EVALUATING.value, PATIENCE);
    await inbox.keyboard.type('31');
    await inbox.focus(EVALUATING.lesson);
    await inbox.keyboard.type('Pictures of people work best.');
    await inbox.keyboard.down('Control');
    await inbox.keyboard.press('Enter');
    await inbox.keyboard.up('Control');
    await inbox.waitForSelector(INBOX.undo, PATIENCE);
  };
  await evaluate();
  await expect.poll(results, { timeout: 20_000 }).toHaveLength(1);
  await inbox.keyboard.press('z');
  await expect.poll(results, { timeout: 20_000 }).toEqual([]);
  await inbox.goto(editor.extensionUrl(`inbox.html#${topicId}`));
  await inbox.reload();
  await inbox.waitForSelector(`${INBOX.topic}[aria-label="${TITLE}"]`, PATIENCE);
  await evaluate();
  await expect
    .poll(results, { timeout: 20_000 })
    .toEqual([{ value: 31, source: 'manual', lesson: 'Pictures of people work best.' }]);
  await inbox.close();
});

it('shows how far the goal came, as a picture, in words and as a table, and what nobody measured', async () => {
  const plan = await openPage(editor, editor.extensionUrl('plan.html#goals'));
  await plan.waitForSelector(GOALS.chart, PATIENCE);
  // Less of the way than of the time is done: it stands first.
  await plan.waitForFunction(
    (chart) => document.querySelector(chart)?.getAttribute('aria-label')?.includes('31 of 400 applications'),
    PATIENCE,
    GOALS.chart,
  );
  await says(plan, 'Not measured');
  await plan.locator(GOALS.table).click();
  await says(plan, TITLE);
  await plan.close();
});

it('[RS3] reads a file: the preview says what each line does, a fault is said by line, and nothing is kept twice', async () => {
  const file = path.join(folder, 'figures.csv');
  await writeFile(
    file,
    `goal;url;value;date\nausbildung;${ADDRESS};58;2026-11-02\nausbildung;https://www.nordwerk.example/nowhere;5;2026-11-02\n`,
  );
  const plan = await openPage(editor, editor.extensionUrl('plan.html#goals'));
  const take = async () => {
    const field = (await plan.waitForSelector(GOALS.file, PATIENCE)) as ElementHandle<HTMLInputElement>;
    await field.uploadFile(file);
    await says(plan, 'Line 3: Nothing appeared under this address.');
  };
  await take();
  expect(await results()).toHaveLength(1);
  await plan.locator(GOALS.take).click();
  await says(plan, '1 result imported');
  await expect.poll(results, { timeout: 20_000 }).toHaveLength(2);
  await plan.reload();
  await take();
  await says(plan, 'Nothing new in this file.');
  expect(await results()).toMatchObject([{ value: 58, source: 'csv' }, { value: 31 }]);
  await plan.waitForFunction(
    (charts) =>
      [...document.querySelectorAll(charts)].some((chart) => chart.getAttribute('aria-label')?.includes('89 of 400')),
    PATIENCE,
    GOALS.chart,
  );
});
