/** S8: existing topics are reused. Before somebody suggests what appeared already, the popup shows it, and leads to it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openFilledPopup } from '../../../demo/acts.ts';
import { type Chromium, launchChromium, openPage } from '../../../demo/browser/chromium.ts';
import { buildExtension } from '../../../demo/build.ts';
import { type Intranet, startIntranet } from '../../../demo/intranet/serve.ts';
import { closeWelcome, join } from '../../../demo/joining.ts';
import { type DemoQueue, EDITOR, EMPLOYEE, startDemoQueue } from '../../../demo/queue.ts';
import { FEED, PAGES, POPUP } from '../../../demo/screens.ts';
import { joinByWire, publishByWire, suggestByWire } from './by-wire.ts';

const PATIENCE = { timeout: 20_000, polling: 50 };
const TITLE = 'Neue Ausbildungswerkstatt in Halle 7: Auszubildende ziehen ein';

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
  const { id } = await suggestByWire(await joinByWire(queue.url, await queue.invite(EMPLOYEE)), { title: TITLE });
  const sharing = { shareable: true, networks: ['copy' as const] };
  await publishByWire(await joinByWire(queue.url, await queue.invite(EDITOR)), id, sharing);
  chromium = await launchChromium({ extensionDir, profileDir: path.join(folder, 'profile'), language: 'de' });
  await closeWelcome(chromium);
  await (await join(chromium, await queue.invite('ruth.ehlers'))).close();
  const feed = await openPage(chromium, chromium.extensionUrl(PAGES.feed));
  await feed.waitForSelector(FEED.card, PATIENCE);
  await feed.close();
});
afterAll(async () => {
  await chromium?.close();
  await queue?.stop();
  await intranet?.stop();
  await rm(folder, { recursive: true, force: true });
});

it('[SM2] finds the published topic while clipping, and shows it to be passed on instead of suggested again', async () => {
  const page = await openPage(chromium, `${intranet.url}/personal/ausbildungswerkstatt`);
  const popup = await openFilledPopup(chromium, page);
  await popup.locator(POPUP.known).click();
  await popup.waitForSelector(POPUP.reuse, PATIENCE);
  expect(await popup.$eval('.known-already', (list) => list.textContent)).toContain(TITLE);
  const shown = chromium.browser.waitForTarget((target) => target.url().includes('#feed/'), { timeout: 20_000 });
  await popup.locator(POPUP.reuse).click();
  const feed = await (await shown).page();
  if (feed === null) throw new Error('nothing was opened');
  await feed.waitForFunction((title) => document.activeElement?.getAttribute('aria-label') === title, PATIENCE, TITLE);
  await feed.waitForSelector(FEED.share, PATIENCE);
  const topics = await queue.store.read((sql) => sql.all<{ title: string }>('SELECT title FROM topic'));
  expect(topics.map(({ title }) => title)).toEqual([TITLE]);
});
