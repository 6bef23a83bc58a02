/** Everything that the demo needs to be there: queue, intranet, and two people at their browsers. */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { type Chromium, launchChromium } from './browser/chromium.ts';
import type { Say } from './browser/install.ts';
import { type Intranet, startIntranet } from './intranet/serve.ts';
import { closeWelcome } from './joining.ts';
import { type DemoQueue, startDemoQueue } from './queue.ts';

export type Stage = {
  queue: DemoQueue;
  intranet: Intranet;
  employee: Chromium;
  editor: Chromium;
  stop: () => Promise<void>;
};

export type StageOptions = {
  extensionDir: string;
  /** Database and browser profiles; whoever used it before goes on where they were. */
  folder: string;
  ports: { queue: number; intranet: number; newspaper: number };
  headless: boolean;
  language: 'de' | 'en';
  scheme: 'light' | 'dark';
  scale: number;
  say: Say;
  /** The queue's clock, where a story lasts days. */
  clock?: () => number;
};

/** Addresses that stay the same from start to start; people and their drafts remember them. */
export const USUAL_PORTS = { queue: 8787, intranet: 8790, newspaper: 8791 };
export const FREE_PORTS = { queue: 0, intranet: 0, newspaper: 0 };

/** What was started is stopped again if something later fails. */
export async function setStage(options: StageOptions): Promise<Stage> {
  const { extensionDir, folder, ports, headless, language, scheme, scale, say } = options;
  const started: (() => Promise<void>)[] = [];
  const stop = async (): Promise<void> => {
    // One that does not end must not keep the others.
    for (const end of started.splice(0).reverse()) await end().catch((error: unknown) => say(String(error)));
  };
  const launch = async (name: string, window: { width: number; height: number; left: number }): Promise<Chromium> => {
    const profileDir = path.join(folder, name);
    const chromium = await launchChromium({ extensionDir, profileDir, headless, language, scheme, scale, window, say });
    started.push(chromium.close);
    await closeWelcome(chromium);
    return chromium;
  };
  try {
    await mkdir(folder, { recursive: true });
    const queue = await startDemoQueue(path.join(folder, 'queue.sqlite'), ports.queue, options.clock);
    started.push(queue.stop);
    const intranet = await startIntranet(ports);
    started.push(intranet.stop);
    const employee = await launch('employee', { width: 1280, height: 900, left: 0 });
    const editor = await launch('editor', { width: 1440, height: 900, left: 120 });
    return { queue, intranet, employee, editor, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
