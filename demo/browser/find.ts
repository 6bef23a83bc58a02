import { execFile } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import { promisify } from 'node:util';
import { type BrowserName, browserPlaces, type DisplayTool, PATH_VARIABLES, placesOnPath } from './programs.ts';

const run = promisify(execFile);

export type BrowserProgram = {
  name: BrowserName;
  path: string;
  /** What the program says of itself, for example "Chromium 156.0.8078.79". Windows programs say nothing. */
  version: string;
};

/** A browser named by CHROME_PATH or FIREFOX_PATH that is not there: a mistake to report, not to work around. */
export class NamedBrowserMissingError extends Error {
  readonly kind = 'named_browser_missing';
  constructor(variable: string, place: string) {
    super(`${variable} names ${place}, which does not start. Correct or remove ${variable}.`);
  }
}

/**
 * The browser to use on this machine, or null if there is none. A place counts only when the program
 * there answers `--version`: Ubuntu's `chromium-browser` may be a script that merely asks for a snap.
 * @throws NamedBrowserMissingError
 */
export async function findBrowser(name: BrowserName, env = process.env): Promise<BrowserProgram | null> {
  for (const place of browserPlaces(name, process.platform, env)) {
    const version = await askVersion(place);
    if (version !== null) return { name, path: place, version };
    if (place === env[PATH_VARIABLES[name]]) throw new NamedBrowserMissingError(PATH_VARIABLES[name], place);
  }
  return null;
}

/** The path of one of the programs that make a display without a screen, or null. */
export async function findDisplayTool(tool: DisplayTool): Promise<string | null> {
  for (const place of placesOnPath(tool, process.env)) if (await isExecutable(place)) return place;
  return null;
}

async function askVersion(place: string): Promise<string | null> {
  if (!(await isExecutable(place))) return null;
  // chrome.exe opens a window instead of answering.
  if (process.platform === 'win32') return '';
  try {
    const { stdout } = await run(place, ['--version'], { timeout: 20_000 });
    return /\d+\.\d+/.test(stdout) ? stdout.trim() : null;
  } catch {
    return null;
  }
}

async function isExecutable(place: string): Promise<boolean> {
  try {
    await access(place, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
