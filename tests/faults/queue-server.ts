/** The real queue as a process that dies and is started again, as whoever operates it would. */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type QueueFolder, type QueueProcess, serveQueue } from '../server/process.ts';
import { DEFECT_VARIABLE, type Defect } from './orders.ts';

const PRELOAD = pathToFileURL(resolve('tests/faults/preload.ts')).href;

export type QueueServer = {
  /** Where it listens; null while it is dead. */
  url(): string | null;
  /** Starts it unless it lives. Says whether it was dead. */
  revive(): Promise<boolean>;
  /** SIGKILL. */
  kill(): Promise<void>;
  /** SIGTERM: it finishes what it has. */
  stop(): Promise<void>;
};

/** @param trace told of each end, with what the process said last. */
export function createServer(
  database: NodeJS.ProcessEnv,
  defect: Defect | null,
  trace: (line: string) => void,
): QueueServer {
  const env = {
    ...process.env,
    ...database,
    CLIPDESK_PORT: '0',
    CLIPDESK_LOG_LEVEL: 'info',
    // Faults come faster than any person acts.
    CLIPDESK_REQUESTS_PER_PERSON: '0',
    CLIPDESK_REQUESTS_PER_ADDRESS: '0',
    NODE_OPTIONS: `--import=${PRELOAD}`,
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
    async revive() {
      if (running !== null) return false;
      const started = await serveQueue({ folder: '', database: '', remove: () => {}, ...at });
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
