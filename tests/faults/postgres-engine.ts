/** PostgreSQL: two servers of the queue on one database, which has a synchronous standby. A database for each round. */
import { beginEpoch } from '../../server/rows/queue.ts';
import { openPostgresStore } from '../../server/store/postgres.ts';
import type { Store } from '../../server/store/store.ts';
import { applyStrategy } from '../../server/strategy/apply.ts';
import { readStrategy } from '../../server/strategy/read.ts';
import { createDatabase, dropDatabase, order } from '../server/cluster/database.ts';
import { STRATEGY } from '../server/queue.ts';
import type { Engine, RoundDatabase } from './engine.ts';
import { openPair, type Pair } from './postgres-pair.ts';

export async function openPostgresEngine(): Promise<Engine> {
  const pair = await openPair();
  const pattern = await createDatabase(pair.url());
  const store = await openPostgresStore(pattern);
  await applyStrategy(store, readStrategy(STRATEGY));
  await store.close();
  // Rows of this engine have no order of their own.
  await order(pattern, 'ALTER TABLE clip ADD COLUMN harness_order BIGINT GENERATED ALWAYS AS IDENTITY');
  return {
    name: 'postgres',
    servers: 2,
    // A database that ends or moves does so for everybody.
    playsMany: false,
    clipOrder: 'harness_order',
    openRound: async () => openDatabase(pair, await createDatabase(pair.url(), pattern)),
    close: () => pair.remove(),
  };
}

function openDatabase(pair: Pair, url: string): RoundDatabase {
  let backup: string | null = null;
  // Opening takes a round trip for each shape of the database; connections that break are replaced by themselves.
  let opened: Promise<Store> | null = null;
  const use: RoundDatabase['use'] = async (run) => {
    opened ??= openPostgresStore(url);
    return run(await opened);
  };
  const closeOwn = async (): Promise<void> => {
    await (await opened)?.close();
    opened = null;
  };
  const nameOf = (address: string) => new URL(address).pathname.slice(1);
  return {
    env: { CLIPDESK_DATABASE: url },
    use,
    async backUp() {
      await closeOwn();
      if (backup !== null) await dropDatabase(pair.url(), backup);
      await letGo(pair, nameOf(url));
      backup = await createDatabase(pair.url(), url);
    },
    async restore() {
      if (backup === null) return;
      await closeOwn();
      await dropDatabase(pair.url(), url);
      await letGo(pair, nameOf(backup));
      await order(pair.url(), `ALTER DATABASE ${nameOf(backup)} RENAME TO ${nameOf(url)}`);
      backup = null;
      await use((store) => store.write(beginEpoch).then(() => undefined));
    },
    restart: () => pair.restart(),
    promote: () => pair.promote(),
    async remove() {
      await closeOwn();
      for (const address of [url, backup]) if (address !== null) await dropDatabase(pair.url(), address);
    },
  };
}

/** A database is copied or renamed while nobody is connected to it. Servers connect again by themselves. */
const letGo = (pair: Pair, name: string): Promise<void> =>
  order(pair.url(), `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`);
