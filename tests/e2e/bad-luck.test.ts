/** Whatever dies, nothing a person saved is lost and nothing is there twice. */
import type { Page } from 'puppeteer-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openFilledPopup, openSuggestions, retryNow, suggest, waitForPending } from '../../demo/acts.ts';
import { type Chromium, openPage } from '../../demo/browser/chromium.ts';
import { goOffline } from '../../demo/browser/offline.ts';
import { stopServiceWorker } from '../../demo/browser/service-worker.ts';
import { launchJoined, openWorkplace, type Workplace } from './employee.ts';
import { startQueueProcess } from './queue-process.ts';

let workplace: Workplace;
let chromium: Chromium;

beforeEach(async () => {
  workplace = await openWorkplace();
  chromium = await launchJoined(workplace);
});
afterEach(async () => {
  await chromium.close();
  await workplace.stop();
});

const WORKSHOP = 'Die neue Ausbildungswerkstatt';
const openWorkshop = () => openPage(chromium, `${workplace.intranet.url}/personal/ausbildungswerkstatt`);
const clipPage = async (page: Page) => suggest(await openFilledPopup(chromium, page));
const clipWorkshop = async () => clipPage(await openWorkshop());
const delivered = () => expect.poll(workplace.titles, { timeout: 20_000 }).toEqual([WORKSHOP]);

/** What the person is told: nothing waits any more. */
const nothingWaits = async () => {
  const page = await openSuggestions(chromium);
  await waitForPending(page, WORKSHOP, false);
  await page.close();
};

it('[PU3] a service worker terminated while its push is in the air sends again, and the clip is there once', async () => {
  workplace.wire.luck = 'answers_held';
  const answered = workplace.wire.nextPushAnswered();
  await clipWorkshop();
  await answered;
  await stopServiceWorker(chromium);
  await delivered();
  workplace.wire.luck = 'open';
  await retryNow(chromium);
  await nothingWaits();
  await delivered();
});

it('[ST1] a clip saved offline survives a killed browser and is sent by the next start', async () => {
  const page = await openWorkshop();
  await goOffline(chromium);
  await clipPage(page);
  await chromium.kill();
  expect(await workplace.titles()).toEqual([]);
  chromium = await workplace.launch();
  await retryNow(chromium);
  await nothingWaits();
  await delivered();
});

it('[CL4] a queue killed after it applied a push, before its answer arrived, has the clip once', async () => {
  await workplace.stopQueue();
  const first = await startQueueProcess(workplace.database);
  workplace.wire.queueUrl = first.url;
  workplace.wire.luck = 'answers_lost';
  const answered = workplace.wire.nextPushAnswered();
  await clipWorkshop();
  await answered;
  await first.kill();
  await delivered();
  const second = await startQueueProcess(workplace.database);
  try {
    workplace.wire.queueUrl = second.url;
    workplace.wire.luck = 'open';
    await retryNow(chromium);
    await nothingWaits();
    await delivered();
  } finally {
    await second.kill();
  }
});

it('[PU4] a proxy’s login page with status 200 is not taken for success: the clip waits and is sent later', async () => {
  workplace.wire.luck = 'login_page';
  await clipWorkshop();
  await retryNow(chromium);
  const page = await openSuggestions(chromium);
  await waitForPending(page, WORKSHOP, true);
  expect(await workplace.titles()).toEqual([]);
  workplace.wire.luck = 'open';
  await retryNow(chromium);
  await page.bringToFront();
  await waitForPending(page, WORKSHOP, false);
  await delivered();
});

it('[PU5] a clip saved offline leaves by itself when the network is back', async () => {
  const workshop = await openWorkshop();
  const comeBack = await goOffline(chromium);
  await clipPage(workshop);
  const suggestions = await openSuggestions(chromium);
  await waitForPending(suggestions, WORKSHOP, true);
  await comeBack();
  await waitForPending(suggestions, WORKSHOP, false);
  await delivered();
});
