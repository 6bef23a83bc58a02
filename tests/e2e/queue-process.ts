import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

/** A queue in a process of its own, so that it can be killed. */
export type QueueProcess = { url: string; kill: () => Promise<void> };

const ROOT = path.join(import.meta.dirname, '../..');

/** Runs `queue serve` on a database that exists already. */
export async function startQueueProcess(database: string): Promise<QueueProcess> {
  const child = spawn(process.execPath, ['server/cli.ts', 'serve'], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, CLIPDESK_DATABASE: database, CLIPDESK_PORT: '0', CLIPDESK_LOG_LEVEL: 'info' },
  });
  return { url: await listeningUrl(child), kill: () => kill(child) };
}

/** The first line of the log that has an address says where it listens. */
async function listeningUrl(child: ChildProcess): Promise<string> {
  let text = '';
  for await (const chunk of child.stdout ?? []) {
    text += `${chunk}`;
    const url = /"url":"([^"]+)"/.exec(text)?.[1];
    if (url !== undefined) return url;
  }
  throw new Error(`the queue ended before it listened: ${text}`);
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
}
