import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, rm } from 'node:fs/promises';
import path from 'node:path';

const ROOT = path.join(import.meta.dirname, '..');

/** The extension did not build; the message ends with what the builder said. */
export class BuildError extends Error {
  readonly kind = 'build_failed';
}

/** A folder of builds made a moment ago, `chrome-mv3` and `firefox-mv3`: many tests need the same one. */
export const BUILDS_VARIABLE = 'CLIPDESK_TEST_BUILDS';

/**
 * Builds the extension as it would be released and copies it into a folder of its own: a browser reads
 * the files for as long as it runs, and the next build must not pull them away.
 * @throws BuildError
 */
export async function buildExtension(browser: 'chrome' | 'firefox', into: string): Promise<void> {
  const builds = process.env[BUILDS_VARIABLE];
  if (builds !== undefined) return copyBuild(path.join(builds, `${browser}-mv3`), into);
  const program = path.join(ROOT, 'node_modules/wxt/bin/wxt.mjs');
  // Under a test runner the builder would take it for a build for developers, with names of files in it.
  const env = { ...process.env, NODE_ENV: 'production' };
  const child = spawn(process.execPath, [program, 'build', '-b', browser], { cwd: ROOT, env });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
  const [code] = await once(child, 'close');
  if (code !== 0) throw new BuildError(`wxt build -b ${browser} failed:\n${said.slice(-3_000)}`);
  await copyBuild(path.join(ROOT, `.output/${browser}-mv3`), into);
}

async function copyBuild(from: string, into: string): Promise<void> {
  await rm(into, { recursive: true, force: true });
  await cp(from, into, { recursive: true });
}
