/** One real Chromium with its profile on the disk; each device is a page with a database of its own. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import puppeteer from 'puppeteer-core';
import { ensureBrowser } from '../../../demo/browser/install.ts';
import type { BenchDevice, Opening } from './device.ts';

type Call = Exclude<keyof BenchDevice, 'open'>;

export type Device = {
  /** Runs it and answers how long it took, in milliseconds. */
  time(call: Call, ...values: number[]): Promise<number>;
  count(): Promise<number>;
  /** Forgets everything of it. */
  close(): Promise<void>;
};

export type BenchBrowser = {
  open(pageUrl: string, opening: Omit<Opening, 'device'>): Promise<Device>;
  close(): Promise<void>;
};

/** A first pull of a large queue takes minutes on a machine that does other things too. */
const TIMEOUT = 1_800_000;
const QUIET = [
  '--no-first-run',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // A page that nobody looks at is measured as one that somebody does.
  '--disable-background-timer-throttling',
  '--disable-renderer-backgrounding',
  '--disable-backgrounding-occluded-windows',
];

export async function openBenchBrowser(): Promise<BenchBrowser> {
  const program = await ensureBrowser('chromium', (line) => console.error(line));
  const profile = mkdtempSync(path.join(tmpdir(), 'clipdesk-bench-profile-'));
  const browser = await puppeteer.launch({
    executablePath: program.path,
    pipe: true,
    userDataDir: profile,
    protocolTimeout: TIMEOUT,
    args: [...QUIET, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
  let devices = 0;
  return {
    async open(pageUrl, opening) {
      devices += 1;
      const device = `device${devices}`;
      const page = await browser.newPage();
      page.on('pageerror', (error) => console.error(`${pageUrl}: ${error}`));
      await page.goto(pageUrl);
      await page.evaluate((given) => window.bench.open(given), { ...opening, device });
      return {
        time: (call, ...values) =>
          page.evaluate(
            async (name, given) => {
              const started = performance.now();
              // Every call takes numbers or nothing.
              await (window.bench[name] as (...numbers: number[]) => Promise<unknown>)(...given);
              return performance.now() - started;
            },
            call,
            values,
          ),
        count: () => page.evaluate(() => window.bench.count()),
        async close() {
          await page.evaluate(async () => {
            for (const { name } of await indexedDB.databases()) if (name !== undefined) indexedDB.deleteDatabase(name);
          });
          await page.close();
        },
      };
    },
    async close() {
      await browser.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}
