/**
 * How long a person waits: from the toolbar click until the form takes input, beside an empty popup;
 * from the shortcut until the clip is durable, beside an empty script and one strict commit. Ours and
 * the floor take turns in one browser.
 */
import type { Page } from 'puppeteer-core';
import { type Chromium, openPage } from '../../demo/browser/chromium.ts';
import { fireCommand, inServiceWorker } from '../../demo/browser/service-worker.ts';
import { clickToolbar, closePopup } from '../../demo/browser/toolbar.ts';
import { launchJoined, openWorkplace } from '../e2e/employee.ts';
import { printFigure } from './figure.ts';
import { writeFloorExtension } from './floor-extension.ts';

const ROUNDS = 30;
/** The first ones fill caches on both sides. */
const WARM_UP = 3;

export async function run(): Promise<void> {
  const workplace = await openWorkplace();
  const chromium = await launchJoined(workplace);
  const articleUrl = (n: number) => `${workplace.intranet.url}/personal/ausbildungswerkstatt?n=${n}`;
  try {
    const floorId = await chromium.browser.installExtension(writeFloorExtension());
    const extensionUrl = (file: string) => `chrome-extension://${floorId}/${file}`;
    const floor: Chromium = { ...chromium, extensionId: floorId, extensionUrl };
    const page = await openPage(chromium, articleUrl(0));
    // First, for a worker that nothing asks for half a minute is stopped.
    await shortcuts(chromium, floor, page, articleUrl);
    await popups(chromium, floor, page, articleUrl);
  } finally {
    await chromium.close();
    await workplace.stop();
  }
}

async function popups(ours: Chromium, floor: Chromium, page: Page, articleUrl: (n: number) => string): Promise<void> {
  const times = { ours: [] as number[], floor: [] as number[] };
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    // A page that was not clipped, so that the whole form is filled.
    await page.goto(articleUrl(round + 100));
    const pair = [await openTime(floor, page), await openTime(ours, page)] as const;
    if (round < 0) continue;
    times.floor.push(pair[0]);
    times.ours.push(pair[1]);
  }
  printFigure('popup open to interactive', 'ms', times.ours, times.floor, '<= 1.5 x floor');
}

async function openTime(chromium: Chromium, page: Page): Promise<number> {
  const clicked = Date.now();
  const popup = await clickToolbar(chromium, page);
  const ready = await popup.evaluate(async () => {
    while (performance.getEntriesByName('interactive').length === 0) await new Promise((done) => setTimeout(done, 2));
    return performance.timeOrigin + (performance.getEntriesByName('interactive')[0]?.startTime ?? Number.NaN);
  });
  await closePopup(chromium, popup);
  return ready - clicked;
}

async function shortcuts(
  ours: Chromium,
  floor: Chromium,
  page: Page,
  articleUrl: (n: number) => string,
): Promise<void> {
  const times = {
    ours: [] as number[],
    floor: [] as number[],
    reading: [] as number[],
    sorting: [] as number[],
    rules: [] as number[],
  };
  // A click gives each extension the tab; it keeps it while the address stays on one origin.
  await page.goto(articleUrl(1000));
  for (const chromium of [floor, ours]) await closePopup(chromium, await clickToolbar(chromium, page));
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    await page.goto(articleUrl(round + 2000));
    const least = await measured(floor, 'clip');
    const { durable, reading, sorting, rules } = await measured(ours, 'clip-now');
    if (round < 0) continue;
    times.floor.push(least.durable);
    times.ours.push(durable - reading);
    times.reading.push(reading);
    times.sorting.push(sorting);
    times.rules.push(rules);
  }
  printFigure('shortcut to durable, without reading the page', 'ms', times.ours, times.floor, '<= 1.5 x floor');
  printFigure('reading the page', 'ms', times.reading, null, null);
  printFigure('preselecting department and goal', 'ms', times.sorting, null, null);
  printFigure('rules for company information', 'ms', times.rules, null, null);
  // What a person waits for in all, beside the same clips without either.
  const whole = times.ours.map((time, n) => time + (times.reading[n] ?? 0));
  const without = whole.map((time, n) => time - (times.sorting[n] ?? 0) - (times.rules[n] ?? 0));
  printFigure('a clip with preselection and rules', 'ms', whole, without, '<= 1.1 x without');
}

type Measured = { durable: number; reading: number; sorting: number; rules: number };

/** Fires a command and waits until the worker says how long it took, in milliseconds. */
async function measured(chromium: Chromium, command: string): Promise<Measured> {
  await inServiceWorker(chromium, 'performance.clearMeasures()');
  await fireCommand(chromium, command);
  const answer = await inServiceWorker(
    chromium,
    `(async () => {
      const last = (name) => performance.getEntriesByName(name).at(-1);
      while (!last('durable')) await new Promise((done) => setTimeout(done, 5));
      const lasted = (name) => last(name)?.duration ?? 0;
      return {
        durable: lasted('durable'), reading: lasted('reading'), sorting: lasted('preselecting'),
        rules: lasted('finding') + lasted('ruling'),
      };
    })()`,
  );
  return answer as Measured;
}
