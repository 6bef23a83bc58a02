import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';

/** A process of its own that starts a cluster and then waits, as a test does. Says the folder of the cluster. */
const PROGRAM = `
  import { startCluster } from './cluster.ts';
  const cluster = await startCluster();
  console.log(cluster.folder);
  setInterval(() => {}, 1_000);
`;

async function startHolder(): Promise<{ holder: ChildProcess; folder: string; postgres: number }> {
  const holder = spawn(process.execPath, ['--input-type=module-typescript', '--eval', PROGRAM], {
    cwd: import.meta.dirname,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void holder.kill('SIGKILL'));
  const [said] = await once(holder.stdout ?? holder, 'data');
  const folder = String(said).trim();
  const postgres = Number(readFileSync(path.join(folder, 'data', 'postmaster.pid'), 'utf8').split('\n')[0]);
  return { holder, folder, postgres };
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

test.each(['SIGTERM', 'SIGINT'] as const)(
  'a PostgreSQL of the tests ends with them on %s, and so does its folder',
  async (signal) => {
    const { holder, folder, postgres } = await startHolder();
    expect(isRunning(postgres)).toBe(true);
    holder.kill(signal);
    const [, by] = await once(holder, 'exit');
    expect(by).toBe(signal);
    await vi.waitFor(() => expect([isRunning(postgres), existsSync(folder)]).toEqual([false, false]), 10_000);
  },
);
