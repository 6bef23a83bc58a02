/** One person at Firefox, beside a queue and the sample intranet. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'vitest';
import { type Firefox, type FirefoxOptions, launchFirefox } from '../../demo/browser/firefox.ts';
import { buildExtension } from '../../demo/build.ts';
import { type Intranet, startIntranet } from '../../demo/intranet/serve.ts';
import { type DemoQueue, startDemoQueue } from '../../demo/queue.ts';
import { JOIN, PAGES } from '../../demo/screens.ts';

export type FirefoxStage = {
  queue: DemoQueue;
  intranet: Intranet;
  firefox: Firefox;
  /** Joins with an invitation link, as a person would. */
  join: (personId: string) => Promise<void>;
  stop: () => Promise<void>;
};

const PATIENCE = { timeout: 30_000, interval: 200 };

const FILL = `const field = document.querySelector(arguments[0]);
  field.value = arguments[1];
  field.dispatchEvent(new Event('input', { bubbles: true }));`;
const PRESS = `const button = document.querySelector(arguments[0]);
  if (button?.getAttribute('aria-disabled') === 'false') button.click();
  return button === null;`;

/** What was started is stopped again if something later fails. */
export async function openFirefoxStage(options: Pick<FirefoxOptions, 'language'> = {}): Promise<FirefoxStage> {
  const folder = await mkdtemp(path.join(tmpdir(), 'clipdesk-'));
  const started: (() => Promise<unknown>)[] = [() => rm(folder, { recursive: true, force: true })];
  const stop = async (): Promise<void> => {
    for (const end of started.splice(0).reverse()) await end();
  };
  try {
    const extensionDir = path.join(folder, 'extension');
    await buildExtension('firefox', extensionDir);
    const queue = await startDemoQueue(path.join(folder, 'queue.sqlite'), 0);
    started.push(queue.stop);
    const intranet = await startIntranet({ intranet: 0, newspaper: 0 });
    started.push(intranet.stop);
    const firefox = await launchFirefox({ extensionDir, profileDir: path.join(folder, 'profile'), ...options });
    started.push(firefox.close);
    const join = async (personId: string): Promise<void> => {
      await firefox.openTab(firefox.extensionUrl(PAGES.join));
      const isThere = 'return document.querySelector(arguments[0]) !== null';
      await expect.poll(() => firefox.inPage(isThere, JOIN.invitation), PATIENCE).toBe(true);
      await firefox.inPage(FILL, JOIN.invitation, await queue.invite(personId));
      await expect.poll(() => firefox.inPage(PRESS, JOIN.submit), PATIENCE).toBe(true);
    };
    return { queue, intranet, firefox, join, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
