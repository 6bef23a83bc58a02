/** The programs outside npm that a demo or a browser test needs, and where each may be found. */
import path from 'node:path';

export const BROWSERS = ['chromium', 'firefox'] as const;
export type BrowserName = (typeof BROWSERS)[number];

export const DISPLAY_TOOLS = ['Xvfb', 'openbox', 'xdotool'] as const;
export type DisplayTool = (typeof DISPLAY_TOOLS)[number];

/** The environment variable that names a browser which is not in one of the usual places. */
export const PATH_VARIABLES: Record<BrowserName, string> = { chromium: 'CHROME_PATH', firefox: 'FIREFOX_PATH' };

/** Command names looked up on PATH, best first. Chrome and Edge run the same extension as Chromium. */
const COMMANDS: Record<BrowserName, readonly string[]> = {
  chromium: [
    'chromium',
    'chromium-browser',
    'google-chrome-stable',
    'google-chrome',
    'microsoft-edge-stable',
    'microsoft-edge',
  ],
  firefox: ['firefox-esr', 'firefox'],
};

const MAC_APPS: Record<BrowserName, readonly string[]> = {
  chromium: [
    'Chromium.app/Contents/MacOS/Chromium',
    'Google Chrome.app/Contents/MacOS/Google Chrome',
    'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  firefox: ['Firefox.app/Contents/MacOS/firefox'],
};

const WINDOWS_PROGRAMS: Record<BrowserName, readonly string[]> = {
  chromium: [
    'Chromium\\Application\\chrome.exe',
    'Google\\Chrome\\Application\\chrome.exe',
    'Microsoft\\Edge\\Application\\msedge.exe',
  ],
  firefox: ['Mozilla Firefox\\firefox.exe'],
};

/** Every place where a browser may lie on this system, best first; none of them is checked here. */
export function browserPlaces(name: BrowserName, platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string[] {
  const named = env[PATH_VARIABLES[name]];
  return [...(named === undefined ? [] : [named]), ...usualPlaces(name, platform, env)];
}

function usualPlaces(name: BrowserName, platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string[] {
  if (platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter((root) => root !== undefined);
    return roots.flatMap((root) => WINDOWS_PROGRAMS[name].map((program) => path.win32.join(root, program)));
  }
  const onPath = COMMANDS[name].flatMap((command) => placesOnPath(command, env));
  if (platform !== 'darwin') return onPath;
  const roots = ['/Applications', ...(env.HOME === undefined ? [] : [path.posix.join(env.HOME, 'Applications')])];
  return [...roots.flatMap((root) => MAC_APPS[name].map((app) => path.posix.join(root, app))), ...onPath];
}

export const placesOnPath = (command: string, env: NodeJS.ProcessEnv): string[] =>
  (env.PATH ?? '/usr/local/bin:/usr/bin:/bin')
    .split(path.delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => path.join(folder, command));
