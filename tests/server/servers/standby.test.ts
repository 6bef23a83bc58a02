/**
 * The database fails: its standby takes over while clients push. Real PostgreSQL on both sides, synchronous
 * replication, and an address that leads to whoever is in charge, as Patroni or a managed service has it.
 */
import { writeFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { openPostgresStore } from '../../../server/store/postgres.ts';
import { openConnections } from '../../../server/store/postgres-driver.ts';
import { StoreUnavailable } from '../../../server/store/store.ts';
import { type Cluster, startCluster } from '../cluster/cluster.ts';
import { order } from '../cluster/database.ts';
import { joinByCode, makeQueueFolder, pullKind, queueCommand, serveQueue } from '../process.ts';
import { createFollower, createPusher } from './clients.ts';

let primary: Cluster;
let standby: Cluster;
beforeAll(async () => {
  primary = await startCluster();
  await primary.stop();
  standby = await primary.copy();
  writeFileSync(join(standby.folder, 'data', 'standby.signal'), '');
}, 60_000);
afterAll(async () => {
  await primary?.remove();
  await standby?.remove();
});

/** An address that leads to one cluster, and from some moment on to another one. */
async function startLeader(first: number) {
  const sockets = new Set<Socket>();
  let port = first;
  const server = createServer((incoming) => {
    const outgoing = connect(port, '127.0.0.1');
    for (const socket of [incoming, outgoing]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.once('close', () => {
        sockets.delete(socket);
        incoming.destroy();
        outgoing.destroy();
      });
    }
    incoming.pipe(outgoing).pipe(incoming);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const cut = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: `postgres://clipdesk@127.0.0.1:${(server.address() as AddressInfo).port}/postgres`,
    leadTo(other: number): void {
      port = other;
      cut();
    },
    close(): void {
      server.close();
      cut();
    },
  };
}

test('[CL4] a standby is promoted under load: nothing that was acknowledged is lost, nothing is doubled', async () => {
  await standby.start(`primary_conninfo=host=127.0.0.1 port=${primary.port} user=clipdesk application_name=standby`);
  await primary.start('synchronous_standby_names=standby');
  const leader = await startLeader(primary.port);
  onTestFinished(() => leader.close());
  const at = makeQueueFolder(leader.url);
  onTestFinished(() => at.remove());
  // Not by way of the leader's address: it is in this process, which waits for commands.
  const direct = makeQueueFolder(primary.url());
  onTestFinished(() => direct.remove());
  queueCommand(direct, 'strategy', 'apply', 'server/strategy.example.yaml');
  const [code = ''] = queueCommand(direct, 'invite', 'svenja.harms', '--uses', '9').split('\n');
  const queue = await serveQueue(at);
  const joined = [
    await joinByCode(queue.url, code),
    await joinByCode(queue.url, code),
    await joinByCode(queue.url, code),
  ];
  const pushers = joined.slice(0, 2).map((join) => createPusher(join, { batches: 15, batch: 5 }));
  const [followerJoin] = joined.slice(2);
  const follower = followerJoin === undefined ? null : createFollower(followerJoin);

  let pushing = true;
  const following = follower?.followWhile(queue.url, () => pushing);
  const pushed = Promise.all(pushers.map((pusher) => pusher.pushAll(queue.url)));
  const reached = () => pushers.reduce((sum, { acknowledged }) => sum + acknowledged, 0);
  await expect.poll(reached, { timeout: 60_000, interval: 1 }).toBeGreaterThanOrEqual(50);
  await primary.stop('SIGQUIT');
  const acknowledged = pushers.flatMap((pusher) => pusher.clipIds.slice(0, pusher.acknowledged));
  expect(acknowledged.length).toBeLessThan(150);
  await order(standby.url(), 'SELECT pg_promote()');
  leader.leadTo(standby.port);

  const afterwards = await serveQueue(at);
  const held = new Set(await pullKind(afterwards.url, joined[0]?.token ?? '', 'clip'));
  expect(acknowledged.filter((id) => !held.has(id))).toEqual([]);
  await pushed;
  pushing = false;
  await following;
  const sent = pushers.flatMap(({ clipIds }) => clipIds).sort();
  expect((await pullKind(queue.url, joined[0]?.token ?? '', 'clip')).sort()).toEqual(sent);
  expect([...(follower?.heard ?? [])].sort()).toEqual(sent);
}, 180_000);

test('[CL4] a commit that no standby confirmed is not acknowledged, although the database calls it done', async () => {
  const alone = await startCluster();
  onTestFinished(() => alone.remove());
  const store = await openPostgresStore(alone.url());
  onTestFinished(() => store.close());
  await order(alone.url(), `ALTER SYSTEM SET synchronous_standby_names = 'nobody'`, 'SELECT pg_reload_conf()');
  const outcome = expect(store.write(async (tx) => tx.changed('topic', 'a'))).rejects.toBeInstanceOf(StoreUnavailable);
  // As an administrator ends the wait for the standby.
  await expect
    .poll(
      async () => {
        await order(alone.url(), `SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE wait_event = 'SyncRep'`);
        return Promise.race([outcome.then(() => 'told'), new Promise((resolve) => setTimeout(resolve, 50, 'waiting'))]);
      },
      { timeout: 20_000 },
    )
    .toBe('told');
  await order(alone.url(), 'ALTER SYSTEM RESET synchronous_standby_names', 'SELECT pg_reload_conf()');
});

test('[CL4] no time limit ends the wait of a commit for its standby: nobody sees it meanwhile', async () => {
  const alone = await startCluster();
  onTestFinished(() => alone.remove());
  const connections = openConnections(alone.url(), { most: 2 });
  onTestFinished(() => connections.end());
  const [writer, reader] = [await connections.take(), await connections.take()];
  await writer.script('CREATE TABLE seen (id TEXT)');
  await order(alone.url(), `ALTER SYSTEM SET synchronous_standby_names = 'nobody'`, 'SELECT pg_reload_conf()');
  await expect
    .poll(() => reader.sql.all('SHOW synchronous_standby_names'))
    .toEqual([{ synchronous_standby_names: 'nobody' }]);
  await writer.script('BEGIN; SET LOCAL statement_timeout = 500');
  await writer.sql.run(`INSERT INTO seen (id) VALUES ('a')`);
  const outcome = expect(writer.commit()).rejects.toBeInstanceOf(StoreUnavailable);
  // Far longer than the limit.
  const waiting = `SELECT pid FROM pg_stat_activity
    WHERE wait_event = 'SyncRep' AND clock_timestamp() - query_start > INTERVAL '2 seconds'`;
  await expect.poll(() => reader.sql.all(waiting), { timeout: 20_000 }).toHaveLength(1);
  expect(await reader.sql.all('SELECT id FROM seen')).toEqual([]);
  await order(alone.url(), `SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE wait_event = 'SyncRep'`);
  await outcome;
  writer.release(true);
  reader.release(false);
  await order(alone.url(), 'ALTER SYSTEM RESET synchronous_standby_names', 'SELECT pg_reload_conf()');
});
