/** What is measured side by side, each a process of its own on a new database. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildQueue } from '../../../deploy/build-queue.ts';
import { addInvitation } from '../../../server/rows/invitations.ts';
import { openStore } from '../../../server/store/open.ts';
import { applyStrategy } from '../../../server/strategy/apply.ts';
import { readStrategy } from '../../../server/strategy/read.ts';
import { windClocksOnce } from '../../../server/topic-clocks.ts';
import { startCluster } from '../../server/cluster/cluster.ts';
import { createDatabase, dropDatabase } from '../../server/cluster/database.ts';
import { joinByCode } from '../../server/process.ts';

export const SUBMITTER = 'svenja.harms';
export const OTHER_SUBMITTER = 'tobias.reuter';
export const EDITOR = 'jan.claasen';

export type Contender = 'http' | 'grouped' | 'each' | 'ours';

export type Running = {
  url: string;
  pid: number;
  token: string;
  /** Of the queue; the floor takes any. */
  epoch: string;
  stop(): Promise<void>;
};

/** A database that has a strategy, as often as it is wanted. */
export type Databases = {
  /** The address of a new one. */
  make(): Promise<string>;
  drop(database: string): Promise<void>;
  /** A code that lets any number of devices of the person in. */
  codes: Readonly<Record<string, string>>;
  close(): Promise<void>;
};

/** @returns the codes of people who suggest and decide */
async function fill(database: string): Promise<Record<string, string>> {
  const store = await openStore(database, Date.now());
  try {
    await applyStrategy(store, readStrategy(readFileSync('server/strategy.example.yaml', 'utf8')));
    // Of no topic yet; of a million that are filled in it would take minutes, at the first start.
    await windClocksOnce(store);
    const codes: Record<string, string> = {};
    const now = Date.now();
    for (const personId of [SUBMITTER, OTHER_SUBMITTER, EDITOR])
      codes[personId] = (
        await store.write((tx) =>
          addInvitation(tx, personId, { uses: 10_000, createdAt: now, expiresAt: now + 86_400_000 }),
        )
      ).result;
    return codes;
  } finally {
    await store.close();
  }
}

export async function sqliteDatabases(): Promise<Databases> {
  const folder = mkdtempSync(path.join(tmpdir(), 'clipdesk-bench-'));
  const pattern = path.join(folder, 'pattern.sqlite');
  const codes = await fill(pattern);
  let made = 0;
  return {
    codes,
    async make() {
      made += 1;
      const file = path.join(folder, `queue-${made}.sqlite`);
      copyFileSync(pattern, file);
      return file;
    },
    async drop(file) {
      for (const end of ['', '-wal', '-shm', '.erasures']) rmSync(file + end, { force: true });
    },
    close: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** On a PostgreSQL of its own, as the tests start it, and on a disk. */
export async function postgresDatabases(): Promise<Databases> {
  const cluster = await startCluster(tmpdir());
  const pattern = await createDatabase(cluster.url());
  const codes = await fill(pattern);
  return {
    codes,
    make: () => createDatabase(cluster.url(), pattern),
    drop: (url) => dropDatabase(cluster.url(), url),
    close: () => cluster.remove(),
  };
}

/** As it is delivered. */
let built: Promise<string> | null = null;

function builtQueue(): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'clipdesk-built-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return buildQueue(folder);
}

/** Starts one; it has had nothing to do yet. @param options of ours: settings beside the usual ones, and flags of Node */
export async function start(
  contender: Contender,
  database: string,
  code: string,
  { settings = {}, flags = [] }: { settings?: Record<string, string>; flags?: readonly string[] } = {},
): Promise<Running> {
  if (contender === 'ours') built ??= builtQueue();
  const args =
    contender === 'ours'
      ? [...flags, (await built) ?? '', 'serve']
      : ['tests/bench/queue/floor-server.ts', contender, ...(contender === 'http' ? [] : [database, SUBMITTER])];
  const started = await startProcess(args, {
    CLIPDESK_DATABASE: database,
    CLIPDESK_PORT: '0',
    // Counted, as for everybody, and never too many.
    CLIPDESK_REQUESTS_PER_PERSON: '1000000',
    CLIPDESK_REQUESTS_PER_ADDRESS: '1000000',
    ...settings,
  });
  const joined = contender === 'ours' ? await joinByCode(started.url, code) : null;
  return { ...started, token: joined?.token ?? '', epoch: joined?.queue.epoch ?? crypto.randomUUID() };
}

/** Starts a program that says where it listens. */
export async function startProcess(
  args: readonly string[],
  environment: Record<string, string>,
): Promise<Pick<Running, 'url' | 'pid' | 'stop'>> {
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await listening(child);
  return {
    url,
    pid: child.pid ?? 0,
    async stop() {
      if (child.exitCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** Each says its address in a line of its own; whatever comes after is read away, so that nobody waits for a full pipe. */
const listening = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let said = '';
    child.once('exit', (code) => reject(new Error(`ended with ${code}: ${said}`)));
    child.stdout?.on('data', (chunk) => {
      if (said.length > 100_000) return;
      said += chunk;
      const found = /"url":"([^"]+)"/.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    });
  });
