/** Puts the queue together and runs it. */
import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { updateAddressKeys } from './address-keys.ts';
import { createApp } from './app.ts';
import type { Config } from './config.ts';
import { keepTime } from './keep-time.ts';
import { createLog, type Log } from './log.ts';
import { createPokes } from './pokes.ts';
import { addressRules } from './rows/strategy.ts';
import { updateTopicWords } from './search/topic-words.ts';
import { openSqliteStore } from './store/sqlite.ts';
import type { Store } from './store/store.ts';
import { windClocksOnce } from './topic-clocks.ts';

export type RunningQueue = {
  /** Where it listens, for example `http://127.0.0.1:8787`. */
  url: string;
  store: Store;
  /** Takes no more requests, finishes those it has, ends event streams, closes the database. */
  stop(): Promise<void>;
};

/** Requests that are still running after this time are cut off; their clients will send again. */
const GRACE_MS = 10_000;

export async function startQueue(
  config: Config,
  { clock = Date.now, log = createLog(config.logLevel) }: { clock?: () => number; log?: Log } = {},
): Promise<RunningQueue> {
  const store = await openSqliteStore(config.database, clock());
  const prepare = async () => {
    await bringUpToRules(store);
    await windClocksOnce(store);
  };
  await prepare().catch(async (error) => {
    await store.close();
    throw error;
  });
  const pokes = createPokes(store);
  const app = createApp({ store, config, clock, log, pokes });
  const server = createServer(getRequestListener(app.fetch));
  const url = await listen(server, config).catch(async (error) => {
    await store.close();
    throw error;
  });
  const stopKeepingTime = keepTime({ store, pokes, clock, log });
  log.info({ url }, 'listening');
  return {
    url,
    store,
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve));
      pokes.end();
      server.closeIdleConnections();
      const cut = setTimeout(() => server.closeAllConnections(), GRACE_MS);
      await closed;
      clearTimeout(cut);
      await stopKeepingTime();
      await store.close();
      log.info('stopped');
    },
  };
}

/** What an earlier program derived by other rules is derived anew before anybody asks for it. */
async function bringUpToRules(store: Store): Promise<void> {
  await updateAddressKeys(store, await store.read(addressRules));
  await updateTopicWords(store);
}

/** @throws if the port is taken or not allowed. */
const listen = (server: ReturnType<typeof createServer>, { host, port }: Config): Promise<string> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      const address = server.address();
      const bound = typeof address === 'object' && address !== null ? address.port : port;
      resolve(`http://${host.includes(':') ? `[${host}]` : host}:${bound}`);
    });
  });
