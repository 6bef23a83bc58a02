import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser, NamedBrowserMissingError } from '../../demo/browser/find.ts';
import { browserPlaces } from '../../demo/browser/programs.ts';

let folder: string;
const program = async (name: string, script: string) => {
  const place = path.join(folder, name);
  await writeFile(place, `#!/bin/sh\n${script}\n`);
  await chmod(place, 0o755);
  return place;
};

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'programs-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('findBrowser', () => {
  it('passes over a program that starts but is no browser, as a script that asks for a snap is', async () => {
    await program('chromium-browser', 'echo "install the snap first" >&2; exit 1');
    const edge = await program('microsoft-edge', 'echo "Microsoft Edge 150.0.1"');
    const found = await findBrowser('chromium', { PATH: folder });
    expect(found).toEqual({ name: 'chromium', path: edge, version: 'Microsoft Edge 150.0.1' });
  });

  it('prefers the browser that CHROME_PATH names', async () => {
    const named = await program('my-chrome', 'echo "Chromium 151.0"');
    expect((await findBrowser('chromium', { PATH: folder, CHROME_PATH: named }))?.path).toBe(named);
  });

  it('reports a CHROME_PATH that does not start instead of using another browser', async () => {
    const missing = path.join(folder, 'missing');
    await expect(findBrowser('chromium', { PATH: folder, CHROME_PATH: missing })).rejects.toThrow(
      NamedBrowserMissingError,
    );
  });

  it('answers null where there is none', async () => {
    expect(await findBrowser('firefox', { PATH: folder })).toBeNull();
  });
});

describe('browserPlaces', () => {
  it('knows the usual places of macOS and Windows', () => {
    expect(browserPlaces('chromium', 'darwin', { HOME: '/Users/svenja', PATH: '/bin' })).toContain(
      '/Users/svenja/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    );
    expect(browserPlaces('chromium', 'win32', { PROGRAMFILES: 'C:\\Program Files' })).toContain(
      'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
    );
  });
});
