import { beforeEach, expect, test } from 'vitest';
import type { Claim } from '../../../protocol/claim.ts';
import { LIMITS } from '../../../protocol/limits.ts';
import { claimPath } from '../../../protocol/routes.ts';
import { dropOldClaims } from '../../../server/rows/claims.ts';
import { openTestQueue, type TestDevice, type TestQueue } from '../queue.ts';
import { sampleClip, saveClip } from '../samples.ts';

let queue: TestQueue;
let hanna: TestDevice;
let mara: TestDevice;
let timo: TestDevice;
let topicId: string;
beforeEach(async () => {
  queue = await openTestQueue();
  [hanna, mara, timo] = [await queue.join('hanna'), await queue.join('mara'), await queue.join('timo')];
  const clip = sampleClip();
  topicId = clip.id;
  await hanna.push(saveClip(clip));
});

const claim = async (device: TestDevice, body: object = {}): Promise<Claim> =>
  (await device.send('PUT', claimPath(topicId), body)).json();
const seen = async (device: TestDevice) =>
  (await device.pull()).changes.filter(({ kind, row }) => kind === 'claim' && row !== null).map(({ row }) => row);

test('[CM1] whoever opens a topic is shown to the desk, and the first stays', async () => {
  const until = queue.time.now + LIMITS.claimMs;
  expect(await claim(mara)).toEqual({ topicId, by: { id: 'mara', name: 'Mara Lind' }, until });
  queue.time.now += 60_000;
  expect(await claim(timo)).toMatchObject({ by: { id: 'mara' }, until });
  expect(await seen(timo)).toEqual([{ topicId, by: { id: 'mara', name: 'Mara Lind' }, until }]);
});

test('[CM1] somebody else may take it over, and take over what ran out', async () => {
  await claim(mara);
  expect(await claim(timo, { take: true })).toMatchObject({ by: { id: 'timo' } });
  queue.time.now += LIMITS.claimMs;
  expect(await claim(mara)).toMatchObject({ by: { id: 'mara' } });
});

test('[CM1] a claim is ended by whose it is, and by time', async () => {
  await claim(mara);
  expect((await timo.send('DELETE', claimPath(topicId))).status).toBe(204);
  expect(await seen(timo)).toHaveLength(1);
  await mara.send('DELETE', claimPath(topicId));
  expect(await seen(timo)).toEqual([]);
  await claim(mara);
  await dropOldClaims(queue.store, queue.time.now + LIMITS.claimMs);
  expect(await seen(timo)).toEqual([]);
});

test('[CM1][VI1] those who only suggest neither claim nor learn of claims, nor whether a topic exists', async () => {
  await claim(mara);
  expect((await hanna.send('PUT', claimPath(topicId), {})).status).toBe(404);
  expect((await hanna.send('PUT', claimPath(crypto.randomUUID()), {})).status).toBe(404);
  expect(await seen(hanna)).toEqual([]);
});

test('[CM1] a claim does not hold up a decision and leaves no trace in the history', async () => {
  await claim(timo);
  await mara.push({
    name: 'decide',
    decision: {
      id: crypto.randomUUID(),
      topicId,
      after: null,
      to: 'accepted',
      reason: null,
      sentence: null,
      holdUntil: null,
      undoes: null,
    },
  });
  const topic = (await mara.pull()).changes.find(({ kind }) => kind === 'topic')?.row;
  expect(topic).toMatchObject({ state: 'accepted', decisions: [{ to: 'accepted' }] });
});

test('a claim on nothing, or with a body that is none, is refused', async () => {
  expect((await mara.send('PUT', claimPath(crypto.randomUUID()), {})).status).toBe(404);
  expect((await mara.send('PUT', claimPath('nonsense'), {})).status).toBe(404);
  expect((await mara.send('PUT', claimPath(topicId), { take: 'yes' })).status).toBe(400);
});

test('[PL1] claims that ended are not looked through by who begins', async () => {
  await claim(mara);
  await dropOldClaims(queue.store, queue.time.now + LIMITS.claimMs);
  const { changes } = await mara.pull(null, 1);
  const kinds = changes.map(({ kind }) => kind);
  for (let page = await mara.pull(null, 1); page.more; page = await mara.pull(page.cursor, 1)) {
    expect(page.changes).toHaveLength(1);
    kinds.push(...page.changes.map(({ kind }) => kind));
  }
  expect(kinds).not.toContain('claim');
});
