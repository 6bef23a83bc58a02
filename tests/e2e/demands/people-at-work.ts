/** Where these stories are played: a queue with the example's company, topics in it, and people at their browsers. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { KeyInput, Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { type Chromium, launchChromium } from '../../../demo/browser/chromium.ts';
import { buildExtension } from '../../../demo/build.ts';
import { closeWelcome, join } from '../../../demo/joining.ts';
import { type DemoQueue, EMPLOYEE, startDemoQueue } from '../../../demo/queue.ts';
import { suggestMany } from '../colleague.ts';

export const PATIENCE = { timeout: 20_000, polling: 50 };

export type Office = {
  queue: DemoQueue;
  /** A browser of this person, in English, with the extension and joined. */
  seat(personId: string): Promise<Chromium>;
  /** Waits until the queue's database answers so. */
  holds(sql: string, expected: readonly unknown[]): Promise<void>;
  stop(): Promise<void>;
};

/** @param titles of topics that an employee suggested */
export async function openOffice(titles: readonly string[]): Promise<Office> {
  const folder = await mkdtemp(path.join(tmpdir(), 'clipdesk-'));
  const extensionDir = path.join(folder, 'extension');
  await buildExtension('chrome', extensionDir);
  const queue = await startDemoQueue(path.join(folder, 'queue.sqlite'), 0);
  await suggestMany(queue.url, await queue.invite(EMPLOYEE), titles);
  const browsers: Chromium[] = [];
  return {
    queue,
    async seat(personId) {
      const profileDir = path.join(folder, personId);
      const chromium = await launchChromium({ extensionDir, profileDir, language: 'en' });
      browsers.push(chromium);
      await closeWelcome(chromium);
      await (await join(chromium, await queue.invite(personId))).close();
      return chromium;
    },
    async holds(sql, expected) {
      await expect
        .poll(() => queue.store.read((store) => store.all(sql)), { timeout: 20_000, interval: 100 })
        .toEqual(expected);
    },
    async stop() {
      await Promise.all(browsers.map((each) => each.close().catch(() => undefined)));
      await queue.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Presses keys one after the other. */
export async function press(page: Page, ...keys: KeyInput[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** Waits until the page says so. */
export const says = (page: Page, words: string): Promise<unknown> =>
  page
    .waitForFunction((text) => document.body.innerText.includes(text), PATIENCE, words)
    .catch(async () => {
      throw new Error(`"${words}" is not said: ${await page.evaluate(() => document.body.innerText)}`);
    });

/** Clicks what of these has the words. */
export async function click(page: Page, selector: string, words: string): Promise<void> {
  const found = await page.waitForSelector(`${selector} ::-p-text(${words})`, PATIENCE);
  await found?.click();
}
