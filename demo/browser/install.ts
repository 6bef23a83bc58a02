/**
 * What is missing is installed where that is possible without a question, and else asked for in a sentence.
 * Run by itself it brings everything that the tests need.
 */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { access } from 'node:fs/promises';
import { promisify } from 'node:util';
import { type BrowserProgram, findBrowser, findDisplayTool } from './find.ts';
import { BROWSERS, type BrowserName, DISPLAY_TOOLS, type DisplayTool, PATH_VARIABLES } from './programs.ts';

const run = promisify(execFile);

/** Says a line of progress to whoever waits. */
export type Say = (line: string) => void;

/** Debian's names. The fonts are for screenshots: a bare container draws neither text nor emoji well. */
const PACKAGES: Record<BrowserName | DisplayTool, readonly string[]> = {
  chromium: ['chromium', 'fonts-liberation', 'fonts-noto-color-emoji'],
  firefox: ['firefox-esr'],
  Xvfb: ['xvfb'],
  openbox: ['openbox'],
  xdotool: ['xdotool'],
};

const BROWSER_TITLES: Record<BrowserName, string> = {
  chromium: 'Chromium, Google Chrome or Microsoft Edge',
  firefox: 'Firefox',
};

/** A program is missing and could not be installed. The message says what to install by hand. */
export class MissingProgramError extends Error {
  readonly kind = 'missing_program';
}

/** A browser that starts: the one found, else one installed now. @throws MissingProgramError */
export async function ensureBrowser(name: BrowserName, say: Say): Promise<BrowserProgram> {
  const found = await findBrowser(name);
  if (found !== null) return found;
  await install(PACKAGES[name], `No ${BROWSER_TITLES[name]} found`, say);
  const installed = await findBrowser(name);
  if (installed !== null) return installed;
  throw new MissingProgramError(
    `The package ${PACKAGES[name][0]} brought no browser that starts. Install ${BROWSER_TITLES[name]} ` +
      `and, if it is in an unusual place, name it in ${PATH_VARIABLES[name]}.`,
  );
}

/** Xvfb, a window manager and xdotool, for tests that press real keys. @throws MissingProgramError */
export async function ensureDisplayTools(say: Say): Promise<Record<DisplayTool, string>> {
  const missing: DisplayTool[] = [];
  for (const tool of DISPLAY_TOOLS) if ((await findDisplayTool(tool)) === null) missing.push(tool);
  if (missing.length > 0) {
    await install(
      missing.flatMap((tool) => PACKAGES[tool]),
      `Missing: ${missing.join(', ')}`,
      say,
    );
  }
  const [Xvfb, openbox, xdotool] = [
    await displayTool('Xvfb'),
    await displayTool('openbox'),
    await displayTool('xdotool'),
  ];
  return { Xvfb, openbox, xdotool };
}

async function displayTool(tool: DisplayTool): Promise<string> {
  const place = await findDisplayTool(tool);
  if (place === null) throw new MissingProgramError(`Install ${PACKAGES[tool].join(' ')}: ${tool} is missing.`);
  return place;
}

async function install(packages: readonly string[], lack: string, say: Say): Promise<void> {
  const names = packages.join(' ');
  const elevate = await elevation();
  if (!(await hasApt()) || elevate === null) {
    throw new MissingProgramError(`${lack}. Install it by hand (on Debian: apt-get install ${names}) and try again.`);
  }
  say(`${lack}. Installing with apt-get: ${names}. This takes a minute or two.`);
  await apt(elevate, ['update', '-qq']);
  await apt(elevate, ['install', '-y', '-qq', '--no-install-recommends', ...packages]);
  say(`Installed: ${names}.`);
}

/** The words before a command that make it run as root: none as root, `sudo` where it asks nothing; null if neither. */
async function elevation(): Promise<string[] | null> {
  if (process.getuid?.() === 0) return [];
  return run('sudo', ['-n', 'true']).then(
    () => ['sudo', '-n'],
    () => null,
  );
}

const hasApt = (): Promise<boolean> =>
  access('/usr/bin/apt-get').then(
    () => true,
    () => false,
  );

async function apt(elevate: readonly string[], args: readonly string[]): Promise<void> {
  const [command = 'apt-get', ...rest] = [...elevate, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...args];
  const child = spawn(command, rest, { stdio: ['ignore', 'ignore', 'pipe'] });
  let complaint = '';
  child.stderr.on('data', (chunk) => {
    complaint = `${complaint}${chunk}`.slice(-1_000);
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new MissingProgramError(`apt-get ${args.join(' ')} failed: ${complaint.trim()}`);
}

if (import.meta.main) {
  try {
    for (const name of BROWSERS) console.log((await ensureBrowser(name, console.log)).version);
    console.log(Object.values(await ensureDisplayTools(console.log)).join(' '));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
