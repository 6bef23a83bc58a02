/** Puts the queue together and runs it. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { createSecureContext } from 'node:tls';
import { getRequestListener } from '@hono/node-server';
import { updateAddressKeys } from './address-keys.ts';
import { createApp } from './app.ts';
import type { Config } from './config.ts';
import { keepTime } from './keep-time.ts';
import { createLog, describeError, type Log } from './log.ts';
import { createMetrics } from './metrics/metrics.ts';
import { openMetricsPort } from './metrics/metrics-port.ts';
import { createPokes } from './pokes.ts';
import { applyErasures } from './privacy/erasures.ts';
import { addressRules } from './rows/strategy.ts';
import { catchUp } from './search/catch-up.ts';
import { updateTopicWords } from './search/topic-words.ts';
import { openStore } from './store/open.ts';
import type { Store } from './store/store.ts';
import { windClocksOnce } from './topic-clocks.ts';

export type RunningQueue = {
  /** Where it listens, for example `http://127.0.0.1:8787`. */
  url: string;
  /** Where figures are on a port of their own; null: there is none. */
  metricsUrl: string | null;
  store: Store;
  /**
   * Reads certificate and key again, after they were renewed; connections that stand keep theirs. If they cannot be
   * read or do not fit together, as in the middle of a renewal, the log says so and those of before stay.
   */
  reloadCertificate(): void;
  /** Takes no more requests, finishes those it has, ends event streams, closes the database. */
  stop(): Promise<void>;
};

/** Requests that are still running after this time are cut off; their clients will send again. */
const GRACE_MS = 10_000;

export async function startQueue(
  config: Config,
  { clock = Date.now, log = createLog(config.logLevel) }: { clock?: () => number; log?: Log } = {},
): Promise<RunningQueue> {
  const store = await openStore(config.database, clock());
  const prepare = async () => {
    await bringUpToRules(store, log);
    await windClocksOnce(store);
    await applyErasures(store, config.erasures, (message) => log.warn({ task: 'erasures' }, message));
  };
  await prepare().catch(async (error) => {
    await store.close();
    throw error;
  });
  const pokes = createPokes(store);
  const metrics = createMetrics();
  store.onCommit((_seq, jobs) => {
    if (jobs !== undefined) metrics.observeGroup(jobs);
  });
  const parts = { store, config, clock, log, pokes, metrics };
  const app = createApp(parts);
  const listener = getRequestListener(app.fetch);
  const server = config.tls === null ? createServer(listener) : createTlsServer(readCertificate(config.tls), listener);
  limitConnections(server, config);
  const url = await listen(server, config).catch(async (error) => {
    await store.close();
    throw error;
  });
  const metricsPort = await openMetricsPort(parts).catch(async (error) => {
    server.close();
    await store.close();
    throw error;
  });
  const stopKeepingTime = keepTime(parts);
  log.info({ url }, 'listening');
  if (metricsPort !== null) log.info({ metrics: metricsPort.url }, 'figures');
  return {
    url,
    metricsUrl: metricsPort?.url ?? null,
    store,
    reloadCertificate() {
      if (config.tls === null || !('setSecureContext' in server)) return;
      try {
        const renewed = readCertificate(config.tls);
        // Made once to see that it can be: the server shall not let go of what it has for one that fails.
        createSecureContext(renewed);
        server.setSecureContext(renewed);
        log.info('the certificate was read again');
      } catch (error) {
        log.error({ task: 'certificate', ...describeError(error) }, 'the certificate of before stays');
      }
    },
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve));
      pokes.end();
      metricsPort?.close();
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
async function bringUpToRules(store: Store, log: Log): Promise<void> {
  await updateAddressKeys(store, await store.read(addressRules));
  await updateTopicWords(store);
  await catchUp(store, log);
}

const readCertificate = ({ certificate, key }: { certificate: string; key: string }) => ({
  cert: readFileSync(certificate),
  key: readFileSync(key),
});

/** Whoever sends slowly, or opens connections for nothing, holds up nobody else. */
function limitConnections(server: ReturnType<typeof createServer>, { limits }: Config): void {
  server.maxConnections = limits.connections;
  server.headersTimeout = 15_000;
  server.requestTimeout = 60_000;
  // Longer than proxies keep an idle connection, so that it is never the queue that closes one they are about to use.
  server.keepAliveTimeout = 75_000;
}

/** @throws if the port is taken or not allowed. */
const listen = (server: ReturnType<typeof createServer>, { host, port, tls }: Config): Promise<string> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      const address = server.address();
      const bound = typeof address === 'object' && address !== null ? address.port : port;
      resolve(`${tls === null ? 'http' : 'https'}://${host.includes(':') ? `[${host}]` : host}:${bound}`);
    });
  });
