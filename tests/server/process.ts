/** The real queue in a process of its own, for tests that kill, trace or stop it. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Cursor } from '../../protocol/cursor.ts';
import type { PullResponse } from '../../protocol/pull.ts';
import { ROUTES } from '../../protocol/routes.ts';
import type { JoinResponse } from '../../protocol/session.ts';
import { scratchFolder } from './scratch.ts';

export type QueueFolder = {
  folder: string;
  database: string;
  /** What is run. */
  program: string;
  env: NodeJS.ProcessEnv;
  children: ChildProcess[];
  /** Ends what still runs there, and removes it. */
  remove(): void;
};

/** Where the queue was built for a whole run (`build-queue.ts`); without it the sources are run, which start more slowly. */
export const PROGRAM_VARIABLE = 'CLIPDESK_TEST_QUEUE';
export const PROGRAM = process.env[PROGRAM_VARIABLE] ?? 'server/cli.ts';

/** @param given the address of a PostgreSQL database; left out, a file in the folder. */
export function makeQueueFolder(given?: string): QueueFolder {
  const folder = mkdtempSync(join(scratchFolder(), 'clipdesk-queue-'));
  const database = given ?? join(folder, 'queue.sqlite');
  const env = { ...process.env, CLIPDESK_DATABASE: database, CLIPDESK_PORT: '0', CLIPDESK_LOG_LEVEL: 'info' };
  const children: ChildProcess[] = [];
  const remove = () => {
    for (const child of children) child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  };
  return { folder, database, program: PROGRAM, env, children, remove };
}

/** Runs one command of the queue's command line. Throws what it wrote if it fails. */
export const queueCommand = ({ program, env }: QueueFolder, ...args: string[]): string =>
  execFileSync(process.execPath, [program, ...args], {
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });

export type QueueProcess = { url: string; child: ChildProcess; output: () => string; ended: Promise<number | null> };

/** @param wrapper a command before the queue's own, such as a tracer that leaves its process id to the queue. */
export async function serveQueue(
  { program, env, children }: QueueFolder,
  wrapper: string[] = [],
): Promise<QueueProcess> {
  const [command = process.execPath, ...args] = [...wrapper, process.execPath, program, 'serve'];
  const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  children.push(child);
  let output = '';
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  const url = await new Promise<string>((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      output += chunk;
      const found = /"url":"([^"]+)"/.exec(output)?.[1];
      if (found !== undefined) resolve(found);
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    void ended.then((code) => reject(new Error(`the queue ended with ${code}: ${output}`)));
  });
  return { url, child, output: () => output, ended };
}

/** Joins a device; `token` is its access token. */
export async function joinByCode(url: string, code: string): Promise<JoinResponse & { token: string }> {
  const response = await fetch(url + ROUTES.session, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code, nonce: crypto.randomUUID(), device: 'Test' }),
  });
  const joined: JoinResponse = await response.json();
  return { ...joined, token: joined.tokens.access };
}

export const post = (url: string, token: string, body: unknown): Promise<Response> =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify(body),
  });

/** Everything of one kind that a reader may see. */
export async function pullKind(url: string, token: string, kind: string): Promise<string[]> {
  const ids: string[] = [];
  let cursor: Cursor | null = null;
  for (let more = true; more; ) {
    const response = await post(url + ROUTES.pull, token, { protocol: 1, cursor, limit: 500 });
    const page: PullResponse = await response.json();
    ids.push(...page.changes.filter((change) => change.kind === kind).map(({ id }) => id));
    ({ cursor, more } = page);
  }
  return ids;
}
