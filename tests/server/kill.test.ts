import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PushResponse } from '../../protocol/push.ts';
import { ROUTES } from '../../protocol/routes.ts';
import type { JoinResponse } from '../../protocol/session.ts';
import { joinByCode, makeQueueFolder, post, pullKind, type QueueFolder, queueCommand, serveQueue } from './process.ts';
import { sampleClip, saveClip } from './samples.ts';
import { newDatabase, onPostgres } from './test-store.ts';

let at: QueueFolder;
let code: string;
beforeAll(async () => {
  at = makeQueueFolder(onPostgres ? await newDatabase('none') : undefined);
  queueCommand(at, 'strategy', 'apply', 'server/strategy.example.yaml');
  code = queueCommand(at, 'invite', 'svenja.harms', '--uses', '4').split('\n')[0] ?? '';
});
afterAll(() => at.remove());

const BATCH = 25;
/** A commit of PostgreSQL's takes longer, and what is shown is the same with fewer. */
const [BATCHES, KILLS] = onPostgres ? [10, [10, 25, 45, 70]] : [40, [40, 90, 160, 250]];
const clip = () => sampleClip({ departmentId: 'personal', goalId: 'ausbildung' });

/** A client that pushes batch after batch and, whatever happens, sends a batch again until it is answered. */
function createClient({ token, queue }: JoinResponse & { token: string }, batches: number) {
  const clientId = crypto.randomUUID();
  const mutations = Array.from({ length: batches * BATCH }, (_, index) => ({
    id: crypto.randomUUID(),
    number: index + 1,
    protocol: 1,
    madeAt: 0,
    action: saveClip(clip()),
  }));
  let acknowledged = 0;
  return {
    clipIds: mutations.map(({ action }) => action.clip.id),
    acknowledged: () => acknowledged,
    /** Pushes until everything is acknowledged or a request fails. */
    async pushOn(url: string): Promise<void> {
      while (acknowledged < mutations.length) {
        const batch = mutations.slice(acknowledged, acknowledged + BATCH);
        const request = { clientId, protocol: 1, epoch: queue.epoch, acknowledged, mutations: batch };
        const response = await post(url + ROUTES.push, token, request);
        const answer: PushResponse = await response.json();
        expect([response.status, answer.refused]).toEqual([200, []]);
        acknowledged = answer.lastNumber;
      }
    },
  };
}

test('[CL1][CL4][PU3] killed in the middle of pushes, again and again: nothing lost, nothing doubled', async () => {
  let queue = await serveQueue(at);
  const joined = await Promise.all(Array.from({ length: 4 }, () => joinByCode(queue.url, code)));
  const clients = joined.map((response) => createClient(response, BATCHES));
  let kills = 0;
  for (const killAfter of KILLS) {
    const running = queue;
    const pushing = Promise.allSettled(clients.map((client) => client.pushOn(running.url)));
    await expect
      .poll(() => clients.reduce((sum, client) => sum + client.acknowledged(), 0), { timeout: 15_000, interval: 1 })
      .toBeGreaterThan(killAfter * 4);
    running.child.kill('SIGKILL');
    const outcomes = await pushing;
    await running.ended;
    if (outcomes.some(({ status }) => status === 'rejected')) kills += 1;
    // What was acknowledged before the kill has to be there after it.
    const acknowledged = clients.flatMap((client) => client.clipIds.slice(0, client.acknowledged()));
    queue = await serveQueue(at);
    const held = new Set(await pullKind(queue.url, joined[0]?.token ?? '', 'clip'));
    expect(acknowledged.filter((id) => !held.has(id))).toEqual([]);
  }
  expect(kills).toBeGreaterThan(0);
  await Promise.all(clients.map((client) => client.pushOn(queue.url)));
  const sent = clients.flatMap(({ clipIds }) => clipIds).sort();
  expect((await pullKind(queue.url, joined[0]?.token ?? '', 'clip')).sort()).toEqual(sent);
  expect((await pullKind(queue.url, joined[0]?.token ?? '', 'topic')).sort()).toEqual(sent);
  queue.child.kill('SIGTERM');
  expect(await queue.ended).toBe(0);
}, 90_000);
