/** Where the stories of the demands are played: a queue of its own whose clock a story moves, and people at their browsers. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { KeyInput, Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { type Chromium, launchChromium } from '../../../demo/browser/chromium.ts';
import { buildExtension } from '../../../demo/build.ts';
import { type Intranet, startIntranet } from '../../../demo/intranet/serve.ts';
import { closeWelcome, join } from '../../../demo/joining.ts';
import { type DemoQueue, startDemoQueue } from '../../../demo/queue.ts';
import type { DeskRules } from '../../../protocol/desk-rules.ts';
import { deskRules } from '../../../server/rows/strategy.ts';
import { applyStrategy } from '../../../server/strategy/apply.ts';
import type { StrategyFile } from '../../../server/strategy/file.ts';
import { readStrategy } from '../../../server/strategy/read.ts';
import { type Suggested, suggestMany } from '../colleague.ts';

export const PATIENCE = { timeout: 20_000, polling: 50 };

export type Newsroom = {
  queue: DemoQueue;
  intranet: Intranet;
  /** A browser of this person, in English, with the extension and joined. */
  seat: (personId: string) => Promise<Chromium>;
  /** This person suggests pages on a device that the story does not show. */
  suggest: (personId: string, pages: readonly Suggested[]) => Promise<void>;
  /** Applies the example's strategy with a change, as `queue strategy apply` does. */
  changeStrategy: (change: (file: StrategyFile) => unknown) => Promise<StrategyFile>;
  /** When the desk works, who is on duty, and so on. */
  rules: () => Promise<DeskRules>;
  /** What the queue takes for now. Behind the machine's time, what happens now happened then. */
  setClock: (at: number) => void;
  /** Waits until the queue's database answers so. */
  holds: (sql: string, expected: readonly unknown[]) => Promise<void>;
  stop: () => Promise<void>;
};

const EXAMPLE = path.join(import.meta.dirname, '../../../server/strategy.example.yaml');

export async function openNewsroom(): Promise<Newsroom> {
  let ahead = 0;
  const folder = await mkdtemp(path.join(tmpdir(), 'clipdesk-'));
  const extensionDir = path.join(folder, 'extension');
  await buildExtension('chrome', extensionDir);
  const queue = await startDemoQueue(path.join(folder, 'queue.sqlite'), 0, () => Date.now() + ahead);
  const intranet = await startIntranet({ intranet: 0, newspaper: 0 });
  const browsers: Chromium[] = [];
  return {
    queue,
    intranet,
    seat: async (personId) => {
      const profileDir = path.join(folder, personId);
      const chromium = await launchChromium({ extensionDir, profileDir, language: 'en' });
      browsers.push(chromium);
      await closeWelcome(chromium);
      await (await join(chromium, await queue.invite(personId))).close();
      return chromium;
    },
    suggest: async (personId, pages) => suggestMany(queue.url, await queue.invite(personId), pages),
    changeStrategy: async (change) => {
      const file = readStrategy(await readFile(EXAMPLE, 'utf8'));
      change(file);
      await applyStrategy(queue.store, file);
      return file;
    },
    rules: () => queue.store.read(deskRules),
    setClock: (at) => {
      ahead = at - Date.now();
    },
    holds: async (sql, expected) => {
      await expect
        .poll(() => queue.store.read((store) => store.all(sql)), { timeout: 20_000, interval: 100 })
        .toEqual(expected);
    },
    stop: async () => {
      await Promise.all(browsers.map((each) => each.close().catch(() => undefined)));
      await intranet.stop();
      await queue.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Presses keys one after the other; `Control+k` is a chord. */
export async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const each of keys) {
    const held = each.length > 1 ? (each.split('+') as KeyInput[]) : [each as KeyInput];
    const key = held.pop();
    for (const one of held) await page.keyboard.down(one);
    if (key !== undefined) await page.keyboard.press(key);
    for (const one of held.reverse()) await page.keyboard.up(one);
  }
}

/** Waits until something that the selector finds holds the words. */
export async function says(page: Page, selector: string, words: string): Promise<void> {
  await page
    .waitForFunction(
      (where, text) => [...document.querySelectorAll(where)].some((each) => each.textContent?.includes(text)),
      PATIENCE,
      selector,
      words,
    )
    .catch(async () => {
      const found = await page.$$eval(selector, (all) => all.map(({ textContent }) => textContent));
      throw new Error(`"${words}" is not said in ${selector}: ${JSON.stringify(found)}`);
    });
}

/** Waits until the words can be read somewhere on the page. */
export const reads = (page: Page, words: string): Promise<unknown> =>
  page
    .waitForFunction((text) => document.body.innerText.includes(text), PATIENCE, words)
    .catch(async () => {
      throw new Error(`"${words}" cannot be read: ${await page.evaluate(() => document.body.innerText)}`);
    });

/** Clicks what of these has the words. */
export async function click(page: Page, selector: string, words: string): Promise<void> {
  const found = await page.waitForSelector(`${selector} ::-p-text(${words})`, PATIENCE);
  await found?.click();
}

/** Texts of all that the selector finds, from top to bottom. */
export const textsOf = (page: Page, selector: string): Promise<string[]> =>
  page.$$eval(selector, (all) => all.map(({ textContent }) => textContent ?? ''));
