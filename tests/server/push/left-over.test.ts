/** What remains of a topic when what it was about left it. */
import { beforeEach, expect, test } from 'vitest';
import type { Topic } from '../../../protocol/topic.ts';
import { openTestQueue, type TestDevice, type TestQueue } from '../queue.ts';
import { decide, sampleClip, sampleDecision, saveClip } from '../samples.ts';

let queue: TestQueue;
let hanna: TestDevice;
let jonas: TestDevice;
let mara: TestDevice;
beforeEach(async () => {
  queue = await openTestQueue();
  [hanna, jonas, mara] = [await queue.join('hanna'), await queue.join('jonas'), await queue.join('mara')];
});

const rowsOf = async (device: TestDevice, kind: string) =>
  (await device.pull()).changes.filter((change) => change.kind === kind && change.row !== null);
const topicOf = async (device: TestDevice, id: string) =>
  (await rowsOf(device, 'topic')).find((change) => change.id === id)?.row as Topic | undefined;
const withdraw = (clipId: string) => ({ name: 'withdrawClip', clipId });

test('[AD1] a page whose only clip was withdrawn does not lead to the similar topic that it had joined', async () => {
  const [first, joining] = [sampleClip(), sampleClip()];
  await hanna.push(saveClip(first));
  await jonas.push({ ...saveClip(joining), joins: first.id }, withdraw(joining.id));
  expect(await rowsOf(jonas, 'address')).toHaveLength(1);
  const again = sampleClip({ address: joining.address });
  await hanna.push(saveClip(again));
  expect(await topicOf(mara, again.id)).toMatchObject({ state: 'new' });
});

test('[AD1] a page of which another clip stays stands for the topic as before', async () => {
  const first = sampleClip();
  const second = sampleClip({ address: first.address });
  await hanna.push(saveClip(first));
  await jonas.push(saveClip(second));
  await hanna.push(withdraw(first.id));
  expect(await rowsOf(jonas, 'address')).toMatchObject([{ row: { topicId: first.id } }]);
});

test('[MG3] a topic whose own clips were withdrawn does not stay open when the merge is taken back', async () => {
  const [first, second] = [sampleClip(), sampleClip()];
  await hanna.push(saveClip(first));
  await jonas.push(saveClip(second));
  const merging = sampleDecision(second.id, { to: 'merged', into: first.id });
  await mara.push(decide(merging));
  await hanna.push(withdraw(first.id));
  expect(await topicOf(mara, first.id)).toMatchObject({ state: 'new', supporterCount: 1 });
  await mara.push(decide(sampleDecision(second.id, { to: 'new', after: merging.id, undoes: merging.id })));
  expect(await topicOf(mara, second.id)).toMatchObject({ state: 'new', supporterCount: 1 });
  const left = await topicOf(mara, first.id);
  expect(left).toMatchObject({ state: 'declined', supporterCount: 0 });
  expect(left?.decisions).toMatchObject([{ actor: null, reason: 'withdrawn' }]);
});

test('[PL2] a topic that is opened again after a long time comes with its notes', async () => {
  const clip = sampleClip();
  await hanna.push(saveClip(clip));
  const declined = sampleDecision(clip.id, { to: 'declined', reason: 'thin', sentence: 'Zu dünn.' });
  const note = { id: crypto.randomUUID(), topicId: clip.id, text: 'Im Mai noch einmal ansehen.' };
  await mara.push({ name: 'addNote', note }, decide(declined));
  queue.time.now += 100 * 86_400_000;
  const timo = await queue.join('timo');
  const first = await timo.pull();
  expect(first.changes.filter(({ kind }) => kind === 'note' || kind === 'topic')).toEqual([]);
  await mara.push(decide(sampleDecision(clip.id, { to: 'new', after: declined.id })));
  const { changes } = await timo.pull(first.cursor);
  expect(changes.map(({ kind }) => kind).sort()).toEqual(['address', 'clip', 'note', 'topic']);
});
