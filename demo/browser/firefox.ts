import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ensureBrowser, type Say } from './install.ts';
import { connectMarionette, type Marionette } from './marionette.ts';

export type Firefox = {
  marionette: Marionette;
  addonId: string;
  /** The address of a page of the extension. @param file for example `inbox.html#new` */
  extensionUrl: (file: string) => string;
  navigate: (url: string) => Promise<void>;
  /** Opens a tab in front that shows the address. */
  openTab: (url: string) => Promise<void>;
  /** Closes the tab in front and goes back to the first. */
  closeTab: () => Promise<void>;
  /** Runs a function body in the page in front; a promise that it returns is awaited. */
  inPage: (body: string, ...args: readonly unknown[]) => Promise<unknown>;
  /** The same in the browser's own window, with its rights. */
  inBrowser: (body: string, ...args: readonly unknown[]) => Promise<unknown>;
  /** PNG of the page in front. */
  screenshot: () => Promise<Buffer>;
  close: () => Promise<void>;
  kill: () => Promise<void>;
};

export type FirefoxOptions = {
  /** The folder of the built extension; its manifest must name a gecko id. */
  extensionDir: string;
  profileDir: string;
  headless?: boolean;
  language?: 'de' | 'en';
  scheme?: 'light' | 'dark';
  /** X display of a headed browser, for example ":99". */
  display?: string;
  say?: Say;
};

/** Extension addresses differ by profile unless the profile says which to use. */
const EXTENSION_UUID = 'a8f0c0de-2b7d-4f0e-9c3e-5d1f6b7a8c90';
const ACCEPT_LANGUAGES = { de: 'de-DE, de, en', en: 'en-GB, en' } as const;

/**
 * Starts Firefox with the extension installed until it ends, as `about:debugging` does.
 * @throws MissingProgramError if there is no Firefox and none can be installed.
 */
export async function launchFirefox(options: FirefoxOptions): Promise<Firefox> {
  const { headless = true, say = () => {} } = options;
  const program = await ensureBrowser('firefox', say);
  const addonId = await readAddonId(options.extensionDir);
  await writePreferences(options, addonId);
  const child = spawn(
    program.path,
    [
      ...(headless ? ['--headless'] : []),
      '--marionette',
      // Without it neither extension pages nor the browser's own window can be reached.
      '--remote-allow-system-access',
      '--no-remote',
      '--profile',
      options.profileDir,
    ],
    {
      stdio: 'ignore',
      env: { ...process.env, ...(options.display === undefined ? {} : { DISPLAY: options.display }) },
    },
  );
  const marionette = await connectMarionette(await activePort(child, options.profileDir));
  await marionette.command('WebDriver:NewSession', { capabilities: { alwaysMatch: {} } });
  await marionette.command('Addon:Install', { path: path.resolve(options.extensionDir), temporary: true });
  const extensionUrl = (file: string): string => `moz-extension://${EXTENSION_UUID}/${file}`;
  return { marionette, addonId, extensionUrl, ...pageCalls(marionette), ...endings(child, marionette) };
}

function pageCalls(marionette: Marionette) {
  const execute = async (body: string, args: readonly unknown[]): Promise<unknown> =>
    valueIn(await marionette.command('WebDriver:ExecuteScript', { script: body, args }));
  const navigate = async (url: string): Promise<void> => {
    await marionette.command('WebDriver:Navigate', { url });
  };
  return {
    navigate,
    openTab: async (url: string) => {
      const tab = (await marionette.command('WebDriver:NewWindow', { type: 'tab' })) as { handle: string };
      await marionette.command('WebDriver:SwitchToWindow', { handle: tab.handle });
      await navigate(url);
    },
    closeTab: async () => {
      const [first] = (await marionette.command('WebDriver:CloseWindow')) as string[];
      await marionette.command('WebDriver:SwitchToWindow', { handle: first });
    },
    inPage: (body: string, ...args: readonly unknown[]) => execute(body, args),
    inBrowser: async (body: string, ...args: readonly unknown[]) => {
      await marionette.command('Marionette:SetContext', { value: 'chrome' });
      try {
        return await execute(body, args);
      } finally {
        await marionette.command('Marionette:SetContext', { value: 'content' });
      }
    },
    screenshot: async () =>
      Buffer.from(String(valueIn(await marionette.command('WebDriver:TakeScreenshot', { full: false }))), 'base64'),
  };
}

function endings(child: ChildProcess, marionette: Marionette) {
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    const running = child.exitCode === null && child.signalCode === null;
    const exited = running ? once(child, 'exit') : null;
    child.kill(signal);
    await exited;
    marionette.close();
  };
  return { close: () => end('SIGTERM'), kill: () => end('SIGKILL') };
}

const valueIn = (answer: unknown): unknown => (answer as { value: unknown }).value;

async function readAddonId(extensionDir: string): Promise<string> {
  const manifest = JSON.parse(await readFile(path.join(extensionDir, 'manifest.json'), 'utf8'));
  return manifest.browser_specific_settings.gecko.id;
}

async function writePreferences(options: FirefoxOptions, addonId: string): Promise<void> {
  const { language = 'de', scheme = 'light', headless = true } = options;
  const preferences: Record<string, string | number | boolean> = {
    // Zero: a free port, told in the file MarionetteActivePort of the profile.
    'marionette.port': 0,
    'extensions.webextensions.uuids': JSON.stringify({ [addonId]: EXTENSION_UUID }),
    // A temporary add-on leaves when Firefox ends; what it stored must stay for the next start.
    'extensions.webextensions.keepStorageOnUninstall': true,
    'extensions.webextensions.keepUuidOnUninstall': true,
    'intl.accept_languages': ACCEPT_LANGUAGES[language],
    'ui.systemUsesDarkTheme': scheme === 'dark' ? 1 : 0,
    // Nobody sees the question in a browser without a window: what an extension asks for on a click, it gets.
    'extensions.webextOptionalPermissionPrompts': !headless,
    'datareporting.policy.dataSubmissionEnabled': false,
    'browser.aboutwelcome.enabled': false,
    'browser.shell.checkDefaultBrowser': false,
    'app.update.disabledForTesting': true,
  };
  const lines = Object.entries(preferences).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`,
  );
  await mkdir(options.profileDir, { recursive: true });
  await rm(portFile(options.profileDir), { force: true });
  await writeFile(path.join(options.profileDir, 'user.js'), lines.join(''));
}

const portFile = (profileDir: string): string => path.join(profileDir, 'MarionetteActivePort');

async function activePort(child: ChildProcess, profileDir: string): Promise<number> {
  for (let waited = 0; waited < 60_000 && child.exitCode === null; waited += 50) {
    const text = await readFile(portFile(profileDir), 'utf8').catch(() => '');
    if (/^\d+$/.test(text)) return Number(text);
    await sleep(50);
  }
  child.kill('SIGKILL');
  throw new Error('Firefox did not open its remote control within a minute');
}
