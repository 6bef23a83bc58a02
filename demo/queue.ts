import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { readConfig } from '../server/config.ts';
import { createLog } from '../server/log.ts';
import { addInvitation } from '../server/rows/invitations.ts';
import { startQueue } from '../server/start.ts';
import type { Store } from '../server/store/store.ts';
import { applyStrategy } from '../server/strategy/apply.ts';
import { readStrategy } from '../server/strategy/read.ts';

export type DemoQueue = {
  url: string;
  store: Store;
  /** A link with which a person of the strategy joins on one device. */
  invite: (personId: string) => Promise<string>;
  stop: () => Promise<void>;
};

/** People of the example strategy: the demo's employee works in HR, its editor in communications. */
export const EMPLOYEE = 'svenja.harms';
export const EDITOR = 'jan.claasen';

const STRATEGY = path.join(import.meta.dirname, '../server/strategy.example.yaml');
const DAY_MS = 86_400_000;

/**
 * A queue on an SQLite file, with the example's people, departments and goals.
 * @param port 0: any free one.
 * @param clock what the queue takes for now; a story that lasts days moves it.
 */
export async function startDemoQueue(database: string, port: number, clock = Date.now): Promise<DemoQueue> {
  const config = readConfig({
    CLIPDESK_DATABASE: database,
    CLIPDESK_PORT: String(port),
    CLIPDESK_LOG_LEVEL: 'warn',
  });
  const queue = await startQueue(config, { log: createLog(config.logLevel), clock });
  await applyStrategy(queue.store, readStrategy(await readFile(STRATEGY, 'utf8')));
  return {
    url: queue.url,
    store: queue.store,
    invite: async (personId) => {
      const createdAt = clock();
      const { result: code } = await queue.store.write((tx) =>
        addInvitation(tx, personId, { uses: 1, createdAt, expiresAt: createdAt + DAY_MS }),
      );
      return `${queue.url}/join#${code}`;
    },
    stop: () => queue.stop(),
  };
}
