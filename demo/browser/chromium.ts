import { once } from 'node:events';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { ensureBrowser, type Say } from './install.ts';

export type Chromium = {
  browser: Browser;
  /** Derived by the browser from the extension's folder or its manifest key. */
  extensionId: string;
  /** The address of a page of the extension. @param file for example `inbox.html#new` */
  extensionUrl: (file: string) => string;
  close: () => Promise<void>;
  /** SIGKILL, as by a power cut: nothing is flushed, the profile stays as it is on disk. */
  kill: () => Promise<void>;
};

export type ChromiumOptions = {
  /** The folder of the built extension. */
  extensionDir: string;
  /** Kept between starts: a second start on the same folder is the same person at the same browser. */
  profileDir: string;
  headless?: boolean;
  /** What pages and extension pages read from `navigator.languages`. */
  language?: 'de' | 'en';
  scheme?: 'light' | 'dark';
  /** Device pixels per CSS pixel, for sharp screenshots. */
  scale?: number;
  /** Place and size of the first window in CSS pixels. */
  window?: { width: number; height: number; left?: number };
  /** X display of a headed browser, for example ":99". */
  display?: string;
  say?: Say;
};

const ACCEPT_LANGUAGE = { de: 'de-DE,de,en', en: 'en-GB,en' } as const;

const QUIET = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-gpu',
  // Its bubble covers the pages that people came to try.
  '--disable-features=Translate',
];

/**
 * Starts Chromium, Chrome or Edge with the extension loaded. The extension comes in over the debugging
 * pipe, because branded Chrome ignores `--load-extension` since version 137.
 * @throws MissingProgramError if there is no browser and none can be installed.
 */
export async function launchChromium(options: ChromiumOptions): Promise<Chromium> {
  const { headless = true, language = 'de', scheme = 'light', scale = 1, say = () => {} } = options;
  const { width, height, left = 0 } = options.window ?? { width: 1280, height: 900 };
  const program = await ensureBrowser('chromium', say);
  const browser = await puppeteer.launch({
    executablePath: program.path,
    headless,
    pipe: true,
    enableExtensions: true,
    userDataDir: options.profileDir,
    defaultViewport: null,
    // Whoever starts a browser ends it; puppeteer's own handlers would end the whole program.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    ...(options.display === undefined ? {} : { env: { ...process.env, DISPLAY: options.display } }),
    args: [
      ...QUIET,
      // Chromium refuses to run as root with its sandbox, which containers cannot give it anyway.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...(scheme === 'dark' ? ['--force-dark-mode'] : []),
      `--accept-lang=${ACCEPT_LANGUAGE[language]}`,
      `--window-size=${width},${height}`,
      `--window-position=${left},0`,
      `--force-device-scale-factor=${scale}`,
    ],
  });
  const extensionId = await browser.installExtension(options.extensionDir).catch(async (error) => {
    await browser.close();
    throw error;
  });
  return {
    browser,
    extensionId,
    extensionUrl: (file) => `chrome-extension://${extensionId}/${file}`,
    close: () => browser.close(),
    kill: () => kill(browser),
  };
}

/** A new tab in front that shows the address. */
export async function openPage({ browser }: Chromium, url: string): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(url);
  await page.bringToFront();
  return page;
}

async function kill(browser: Browser): Promise<void> {
  const child = browser.process();
  if (child === null || child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
}
