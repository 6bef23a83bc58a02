/** What is known already is said before a person saves, and joined only by a press. In a real Chromium. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openFilledPopup, suggest } from '../../demo/acts.ts';
import { type Chromium, launchChromium, openPage } from '../../demo/browser/chromium.ts';
import { clickToolbar, popupGone } from '../../demo/browser/toolbar.ts';
import { buildExtension } from '../../demo/build.ts';
import { type Intranet, startIntranet } from '../../demo/intranet/serve.ts';
import { closeWelcome, join } from '../../demo/joining.ts';
import { type DemoQueue, EDITOR, EMPLOYEE, startDemoQueue } from '../../demo/queue.ts';
import { POPUP } from '../../demo/screens.ts';
import { suggestMany } from './colleague.ts';

const TITLE = 'Auszubildende ziehen in die neue Ausbildungswerkstatt in Halle 7';
const NEAR = [
  'Neue Ausbildungswerkstatt in Halle 7: Auszubildende ziehen ein',
  'Auszubildende in der Ausbildungswerkstatt in Halle 7',
  'Halle 7 wird Ausbildungswerkstatt, die Auszubildenden ziehen um',
];

let folder: string;
let queue: DemoQueue;
let intranet: Intranet;
let chromium: Chromium;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'clipdesk-'));
  const extensionDir = path.join(folder, 'extension');
  await buildExtension('chrome', extensionDir);
  intranet = await startIntranet({ intranet: 0, newspaper: 0 });
  queue = await startDemoQueue(path.join(folder, 'queue.sqlite'), 0);
  await suggestMany(queue.url, await queue.invite(EDITOR), [TITLE, 'Neue Kaffeemaschinen in allen Teeküchen', ...NEAR]);
  chromium = await launchChromium({ extensionDir, profileDir: path.join(folder, 'profile'), language: 'de' });
  await closeWelcome(chromium);
  await (await join(chromium, await queue.invite(EMPLOYEE))).close();
});
afterAll(async () => {
  await chromium?.close();
  await queue?.stop();
  await intranet?.stop();
  await rm(folder, { recursive: true, force: true });
});

/** The topics of the queue with how many support them. */
const topics = () =>
  queue.store.read((sql) =>
    sql.all<{ title: string; supporter_count: number }>('SELECT title, supporter_count FROM topic'),
  );
const supporters = async (title: string) => (await topics()).find((topic) => topic.title === title)?.supporter_count;

/** Where the middle of a thing is, and whether it is the thing that is seen there. Scrolled to, as a person would. */
const middleOf = (thing: ElementHandle) =>
  thing.evaluate((element) => {
    element.scrollIntoView({ block: 'nearest' });
    const { left, top, width, height } = element.getBoundingClientRect();
    const [x, y] = [left + width / 2, top + height / 2];
    return { x, y, isSeen: element.contains(document.elementFromPoint(x, y)) };
  });

async function pressAt(popup: Page, thing: ElementHandle): Promise<void> {
  const { x, y, isSeen } = await middleOf(thing);
  expect(isSeen).toBe(true);
  await popup.mouse.click(x, y);
}

test('[SM2][SM3][SM4] a colleague’s similar topic is said without its title, and joined by a press', async () => {
  const page = await openPage(chromium, `${intranet.url}/personal/ausbildungswerkstatt`);
  const popup = await openFilledPopup(chromium, page);
  await popup.waitForSelector(POPUP.known);
  const submitAt = () => popup.$eval(POPUP.submit, (button) => button.getBoundingClientRect().top);
  const before = await submitAt();
  expect(await popup.$eval('.known-already', (line) => line.textContent)).not.toContain(TITLE);
  const line = await popup.waitForSelector(POPUP.known);
  if (line === null) throw new Error('nothing is known');
  const size = () => popup.evaluate(() => [document.body.scrollWidth, document.body.scrollHeight]);
  const closed = await size();
  // The queue answers a little later than the device.
  await popup.waitForFunction((row) => document.querySelectorAll(row).length >= 2, { timeout: 20_000 }, '.similar-row');
  await line.focus();
  await popup.keyboard.press('Enter');
  await popup.waitForSelector('.known-already details[open]');
  await popup.keyboard.press('Escape');
  await popup.waitForSelector('.known-already details:not([open])');
  await pressAt(popup, line);
  await popup.waitForSelector('.known-already details[open]');
  expect(await size()).toEqual(closed);
  expect(await submitAt()).toBe(before);
  expect(await popup.$eval('.similar-because', (words) => words.textContent)).toContain('Ausbildungswerkstatt');
  expect(await popup.$eval('.similar-because', (words) => words.textContent)).not.toMatch(/neue|\bin\b/);
  expect(before).toBeGreaterThan(0);
  const buttons = await popup.$$(POPUP.joinTopic);
  expect(buttons.length).toBeGreaterThanOrEqual(2);
  for (const button of buttons.slice(1)) expect(await middleOf(button)).toMatchObject({ isSeen: true });
  const [first] = buttons;
  if (first !== undefined) await pressAt(popup, first);
  await popup.waitForSelector(POPUP.saved);
  await expect.poll(() => supporters(TITLE), { timeout: 20_000 }).toBe(2);
  expect(await topics()).toHaveLength(5);
  await popupGone(chromium, popup);
});

test('[SM4] what supports a topic and was withdrawn supports it again by one press', async () => {
  const popup = await clickToolbar(chromium, await openPage(chromium, `${intranet.url}/personal/ausbildungswerkstatt`));
  await (await popup.waitForSelector(POPUP.withdraw))?.click();
  await (await popup.waitForSelector(POPUP.undo))?.click();
  await popup.waitForSelector(POPUP.mine);
  const taken = () => queue.store.read((sql) => sql.all('SELECT 1 FROM clip WHERE body IS NULL'));
  await expect.poll(async () => (await taken()).length, { timeout: 20_000 }).toBe(1);
  await expect.poll(() => supporters(TITLE), { timeout: 20_000 }).toBe(2);
  expect(await topics()).toHaveLength(5);
});

test('[SM4] Enter saves a topic of its own, however similar another is; and with nothing similar nothing is said', async () => {
  const page = await openPage(chromium, `${intranet.url}/kantine`);
  const popup = await openFilledPopup(chromium, page);
  await suggest(popup);
  await expect.poll(async () => (await topics()).length, { timeout: 20_000 }).toBe(6);
  expect(await supporters(TITLE)).toBe(2);
});
