/** A PostgreSQL with a synchronous standby: a commit is answered when both have it. */
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { type Cluster, startCluster } from '../server/cluster/cluster.ts';
import { order } from '../server/cluster/database.ts';
import { type Gateway, openGateway } from './gateway.ts';

export type Pair = {
  /** Address of a database at whoever is the primary. */
  url(database?: string): string;
  /** A power cut, and the light again. */
  restart(): Promise<void>;
  /** The primary ends for good, the standby takes over, and a new standby is made of it. */
  promote(): Promise<void>;
  remove(): Promise<void>;
};

const PRIMARY = ['synchronous_standby_names=*', 'synchronous_commit=on', 'wal_level=replica'];

export async function openPair(): Promise<Pair> {
  let primary = await startCluster();
  let standby = await standbyOf(primary);
  const gateway: Gateway = await openGateway(primary.port);
  return {
    url(database) {
      const url = new URL(primary.url(database));
      url.port = String(gateway.port);
      return url.href;
    },
    async restart() {
      await primary.stop('SIGQUIT');
      await primary.start(...PRIMARY);
    },
    async promote() {
      await primary.stop('SIGQUIT');
      // Until it has a standby of its own, the new primary answers alone.
      await order(
        standby.url(),
        'SELECT pg_promote()',
        "ALTER SYSTEM SET synchronous_standby_names = ''",
        'SELECT pg_reload_conf()',
      );
      gateway.pointTo(standby.port);
      await primary.remove();
      primary = standby;
      standby = await standbyOf(primary);
    },
    async remove() {
      gateway.close();
      await Promise.all([primary.remove(), standby.remove()]);
    },
  };
}

/** Made from the files of a primary that is stopped for it and started again. */
async function standbyOf(primary: Cluster): Promise<Cluster> {
  await primary.stop();
  const standby = await primary.copy();
  closeSync(openSync(join(standby.folder, 'data', 'standby.signal'), 'w'));
  await primary.start(...PRIMARY);
  const { port, username } = new URL(primary.url());
  await standby.start(
    `primary_conninfo=host=127.0.0.1 port=${port} user=${username}`,
    'hot_standby=on',
    // Of a primary that restarted every commit waits for its standby, which by itself looks again after five seconds.
    'wal_retrieve_retry_interval=100ms',
  );
  return standby;
}
