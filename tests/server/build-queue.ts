/** Builds the queue as it is delivered, once for a whole run: tests that start it many times start that. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildQueue } from '../../deploy/build-queue.ts';
import { PROGRAM_VARIABLE } from './process.ts';

export default async function setUp(): Promise<(() => void) | undefined> {
  // Another project of the same run has.
  if (process.env[PROGRAM_VARIABLE] !== undefined) return undefined;
  const folder = mkdtempSync(path.join(tmpdir(), 'clipdesk-built-'));
  process.env[PROGRAM_VARIABLE] = await buildQueue(folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
