import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { ROUTES } from '../../../protocol/routes.ts';
import { order } from '../cluster/database.ts';
import { joinByCode, makeQueueFolder, type QueueFolder, queueCommand, serveQueue } from '../process.ts';
import { newDatabase } from '../test-store.ts';
import { createFollower, createPusher } from './clients.ts';
import { startRoundRobin } from './round-robin.ts';

let at: QueueFolder;
let url: string;
beforeAll(async () => {
  url = await newDatabase('none');
  at = makeQueueFolder(url);
  queueCommand(at, 'strategy', 'apply', 'server/strategy.example.yaml');
});
afterAll(() => at.remove());

const invite = (person: string) => queueCommand(at, 'invite', person, '--uses', '9').split('\n')[0] ?? '';

test('[CL1][CL5][PU3] two servers behind a proxy, one killed and then the other: every clip once, in order, at every client', async () => {
  const [one, two] = [await serveQueue(at), await serveQueue(at)];
  const proxy = await startRoundRobin([one.url, two.url]);
  onTestFinished(() => proxy.close());
  const [code, deskCode] = [invite('svenja.harms'), invite('katrin.behrens')];
  const joined = [];
  for (let count = 0; count < 3; count += 1) joined.push(await joinByCode(proxy.url, code));
  const pushers = joined.map((join) => createPusher(join, { batches: 8, batch: 10 }));
  const desk = [await joinByCode(proxy.url, deskCode), await joinByCode(proxy.url, deskCode)];
  const followers = [...desk, ...joined].map(createFollower);

  let pushing = true;
  const following = followers.map((follower) => follower.followWhile(proxy.url, () => pushing));
  const pushed = Promise.all(pushers.map((pusher) => pusher.pushAll(proxy.url)));
  const reached = (share: number) =>
    expect
      .poll(() => pushers.reduce((sum, { acknowledged }) => sum + acknowledged, 0), { timeout: 60_000, interval: 5 })
      .toBeGreaterThanOrEqual(240 * share);
  await reached(0.25);
  one.child.kill('SIGKILL');
  await reached(0.5);
  // One comes back as another; then it is the other one's turn.
  const three = await serveQueue(at);
  proxy.backends.push(three.url);
  proxy.backends.splice(0, 1);
  await reached(0.7);
  two.child.kill('SIGKILL');
  await pushed;
  pushing = false;
  await Promise.all(following);

  expect([...proxy.served.keys()].sort()).toEqual([one.url, two.url, three.url].sort());
  const sent = pushers.flatMap(({ clipIds }) => clipIds).sort();
  for (const { heard } of followers) {
    expect([...heard].sort()).toEqual(sent);
    for (const { clipIds } of pushers) {
      const own = new Set(clipIds);
      expect(heard.filter((id) => own.has(id))).toEqual(clipIds);
    }
  }
  three.child.kill('SIGTERM');
  expect(await three.ended).toBe(0);
}, 180_000);

test('an event stream of one server tells of what came to another, also when the pooler between drops notifications', async () => {
  const [one, two] = [await serveQueue(at), await serveQueue(at)];
  const [hanna, desk] = [
    await joinByCode(one.url, invite('svenja.harms')),
    await joinByCode(one.url, invite('katrin.behrens')),
  ];
  const stream = await fetch(two.url + ROUTES.events, { headers: { authorization: `Bearer ${desk.token}` } });
  const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
  const told = async (): Promise<number> => {
    for (;;) {
      const { value = '', done } = (await reader?.read()) ?? { done: true };
      if (done) throw new Error('the stream ended');
      const seq = /"seq":(\d+)/.exec(value)?.[1];
      if (seq !== undefined) return Number(seq);
    }
  };
  let before = await told();
  for (const notifications of ['there', 'dropped']) {
    if (notifications === 'dropped')
      await order(
        url,
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND application_name = 'clipdesk listener'`,
      );
    await createPusher(hanna, { batches: 1, batch: 1 }).pushAll(one.url);
    const after = await told();
    expect(after).toBeGreaterThan(before);
    before = after;
  }
  await reader?.cancel();
  for (const { child, ended } of [one, two]) {
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
  }
});
