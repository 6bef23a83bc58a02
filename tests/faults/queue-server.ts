/** The real queue as a process that dies and is started again, as whoever operates it would. */
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildQueue } from '../../deploy/build-queue.ts';
import { type QueueFolder, type QueueProcess, serveQueue } from '../server/process.ts';
import { DEFECT_VARIABLE, type Defect } from './orders.ts';

/** Where packages are found: the one that speaks to PostgreSQL is left out of the build, to be watched from outside. */
const FOLDER = resolve(`node_modules/.cache/clipdesk-faults-${process.pid}`);
/** Processes that start again and again read what the first of them compiled. */
const COMPILED = join(FOLDER, 'compiled');

/** The program as it is delivered, and what is loaded before it. */
export type Build = { program: string; preload: string };

let built: Promise<Build> | null = null;

export function buildOnce(): Promise<Build> {
  built ??= build();
  return built;
}

async function build(): Promise<Build> {
  process.once('exit', () => rmSync(FOLDER, { recursive: true, force: true }));
  const beside = { preload: 'tests/faults/preload.ts' };
  const program = await buildQueue(FOLDER, { left: ['pg'], beside });
  const preload = pathToFileURL(join(dirname(program), 'preload.mjs')).href;
  // Run once to its end, which is when it keeps what it compiled; one that is killed never does.
  const env = { ...process.env, NODE_COMPILE_CACHE: COMPILED, NODE_OPTIONS: `--import=${preload}` };
  execFileSync(process.execPath, [program, '--help'], { env, stdio: 'ignore' });
  return { program, preload };
}

export type QueueServer = {
  /** Where it listens; null while it is dead. */
  url(): string | null;
  /** Resolves once it is dead. */
  isDead(): Promise<true>;
  /** Starts it unless it lives. Says whether it was dead. */
  revive(): Promise<boolean>;
  /** SIGKILL. */
  kill(): Promise<void>;
  /** SIGTERM: it finishes what it has. */
  stop(): Promise<void>;
};

/** @param trace told of each end, with what the process said last. */
export function createServer(
  { program, preload }: Build,
  database: NodeJS.ProcessEnv,
  defect: Defect | null,
  trace: (line: string) => void,
): QueueServer {
  const env = {
    ...process.env,
    ...database,
    CLIPDESK_PORT: '0',
    CLIPDESK_LOG_LEVEL: 'info',
    NODE_COMPILE_CACHE: COMPILED,
    // Faults come faster than any person acts.
    CLIPDESK_REQUESTS_PER_PERSON: '0',
    CLIPDESK_REQUESTS_PER_ADDRESS: '0',
    NODE_OPTIONS: `--import=${preload}`,
    ...(defect === null ? {} : { [DEFECT_VARIABLE]: defect }),
  };
  const at: Pick<QueueFolder, 'env' | 'children'> = { env, children: [] };
  let running: QueueProcess | null = null;
  const end = async (signal: NodeJS.Signals) => {
    const ending = running;
    if (ending === null) return;
    ending.child.kill(signal);
    await ending.ended;
  };
  return {
    url: () => running?.url ?? null,
    async isDead() {
      await running?.ended;
      return true;
    },
    async revive() {
      if (running !== null) return false;
      const started = await serveQueue({ folder: '', database: '', program, remove: () => {}, ...at });
      running = started;
      void started.ended.then((code) => {
        if (running === started) running = null;
        const errors = started
          .output()
          .split('\n')
          .filter((line) => !/"level":"(info|debug)"/.test(line));
        trace(`the queue ended with ${code ?? started.child.signalCode} ${errors.slice(-12).join('\n')}`);
      });
      return true;
    },
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  };
}
