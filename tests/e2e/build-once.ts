/** Builds the extension once for all browser tests of a run. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { BUILDS_VARIABLE, buildExtension } from '../../demo/build.ts';

export default async function buildOnce(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(tmpdir(), 'clipdesk-builds-'));
  for (const browser of ['chrome', 'firefox'] as const)
    await buildExtension(browser, path.join(folder, `${browser}-mv3`));
  process.env[BUILDS_VARIABLE] = folder;
  return () => rm(folder, { recursive: true, force: true });
}
