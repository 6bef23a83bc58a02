import { beforeEach, describe, expect, test } from 'vitest';
import type { Topic } from '../../../protocol/topic.ts';
import { openTestQueue, type TestDevice, type TestQueue } from '../queue.ts';
import { decide, fillBrief, sampleClip, sampleDecision, saveClip } from '../samples.ts';

const DAY = 86_400_000;

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
const refusals = ({ refused }: { refused: { refusal: unknown }[] }) => refused.map(({ refusal }) => refusal);

/** Two pages of one story, each suggested by somebody. */
async function twoTopics() {
  const [first, second] = [sampleClip({ title: 'Werkstatt eröffnet' }), sampleClip({ title: 'Neue Lehrwerkstatt' })];
  await hanna.push(saveClip(first));
  await jonas.push(saveClip(second));
  return { first, second };
}
const mergeInto = (from: string, into: string) => {
  const decision = sampleDecision(from, { to: 'merged', into });
  return { decision, act: decide(decision) };
};

describe('merging', () => {
  test('[MG1] moves clips, supporters and pages, and both topics point to each other', async () => {
    const { first, second } = await twoTopics();
    await mara.push(mergeInto(second.id, first.id).act);
    expect(await topicOf(mara, first.id)).toMatchObject({ supporterCount: 2, mergedFrom: [second.id], state: 'new' });
    expect(await topicOf(mara, second.id)).toMatchObject({ state: 'merged', mergedInto: first.id, supporterCount: 0 });
    const clips = (await rowsOf(mara, 'clip')).map(({ row }) => row as { topicId: string });
    expect(clips.map(({ topicId }) => topicId)).toEqual([first.id, first.id]);
    const addresses = (await rowsOf(jonas, 'address')).map(({ row }) => row as { topicId: string });
    expect(addresses.map(({ topicId }) => topicId)).toEqual([first.id, first.id]);
  });

  test('[MG1] whoever clipped the one that went sees what becomes of the other', async () => {
    const { first, second } = await twoTopics();
    const { cursor } = await jonas.pull();
    await mara.push(mergeInto(second.id, first.id).act);
    const { changes } = await jonas.pull(cursor);
    expect(changes.filter(({ kind }) => kind === 'topic')).toMatchObject([
      { id: second.id, row: null },
      { id: first.id, row: { state: 'new' } },
    ]);
    expect(changes.find(({ kind }) => kind === 'clip')).toMatchObject({ id: second.id, row: { topicId: first.id } });
  });

  test('[PL2] whoever clipped the one that went first follows through a chain and keeps none of it', async () => {
    const { first, second } = await twoTopics();
    const third = sampleClip({ title: 'Noch eine Werkstatt' });
    await mara.push(saveClip(third));
    await mara.push(mergeInto(first.id, second.id).act);
    const { cursor } = await hanna.pull();
    await mara.push(mergeInto(second.id, third.id).act);
    expect((await hanna.pull(cursor)).changes.filter(({ kind }) => kind === 'topic')).toMatchObject([
      { id: second.id, row: null },
      { id: third.id, row: { state: 'new' } },
    ]);
  });

  test('[MG1] a further clip of the page that went joins the topic that took it in', async () => {
    const { first, second } = await twoTopics();
    await mara.push(mergeInto(second.id, first.id).act);
    await hanna.push(saveClip(sampleClip({ address: second.address })));
    expect(await topicOf(mara, first.id)).toMatchObject({ supporterCount: 2 });
    expect(await rowsOf(mara, 'topic')).toHaveLength(2);
  });

  test('[MG2] nothing is merged into itself, into what is merged or declined, or into nothing', async () => {
    const { first, second } = await twoTopics();
    const third = sampleClip();
    await hanna.push(saveClip(third));
    const missing = [{ kind: 'merge_target_missing', path: 'decision.into' }];
    expect(refusals(await mara.push(mergeInto(first.id, first.id).act))).toEqual(missing);
    const nowhere = await queue.join('mara');
    expect(refusals(await nowhere.push(mergeInto(first.id, crypto.randomUUID()).act))).toEqual(missing);
    await nowhere.push(mergeInto(second.id, first.id).act);
    const late = await queue.join('mara');
    expect(refusals(await late.push(mergeInto(third.id, second.id).act))).toEqual(missing);
  });

  test('[PL2] a topic published long ago comes to the desk whole when it takes another in', async () => {
    const { first, second } = await twoTopics();
    let after: string | null = null;
    await mara.push(fillBrief(first.id));
    for (const to of ['accepted', 'in_work', 'published'] as const) {
      const decision = sampleDecision(first.id, { to, after });
      after = decision.id;
      await mara.push(decide(decision));
    }
    await mara.push({ name: 'addNote', note: { id: crypto.randomUUID(), topicId: first.id, text: 'Gut gelaufen.' } });
    queue.time.now += 100 * DAY;
    const third = sampleClip({ title: 'Noch eine Werkstatt' });
    await jonas.push(saveClip(third));
    // A device that came later knows the topic, for it is published, and nothing else of it.
    const timo = await queue.join('timo');
    const { cursor, changes } = await timo.pull();
    const ids = (of: typeof changes, kind: string) =>
      of.filter((change) => change.kind === kind && change.row !== null).map(({ id }) => id);
    expect([ids(changes, 'topic').includes(first.id), ids(changes, 'clip')]).toEqual([true, [second.id, third.id]]);
    await mara.push(mergeInto(third.id, first.id).act);
    const later = (await timo.pull(cursor)).changes;
    expect(ids(later, 'clip').toSorted()).toEqual([first.id, third.id].toSorted());
    expect(ids(later, 'note')).toHaveLength(1);
  });
});

describe('taking a merge back', () => {
  test('[MG3] brings home what came from there, and nothing else', async () => {
    const { first, second } = await twoTopics();
    const { decision, act } = mergeInto(second.id, first.id);
    await mara.push(act);
    const later = sampleClip({ address: first.address });
    await jonas.push(saveClip(later));
    await mara.push(decide(sampleDecision(second.id, { to: 'new', after: decision.id, undoes: decision.id })));
    expect(await topicOf(mara, first.id)).toMatchObject({ supporterCount: 2, mergedFrom: [] });
    expect(await topicOf(mara, second.id)).toMatchObject({ supporterCount: 1, state: 'new', mergedInto: null });
    const home = (await rowsOf(mara, 'clip')).map(({ id, row }) => [id, (row as { topicId: string }).topicId]);
    expect(Object.fromEntries(home)).toEqual({ [first.id]: first.id, [second.id]: second.id, [later.id]: first.id });
    const page = (await rowsOf(jonas, 'address')).map(({ row }) => (row as { topicId: string }).topicId);
    expect(page.sort()).toEqual([first.id, second.id].sort());
  });

  test('[PL2] takes the other topic away from whoever saw it only through the merge', async () => {
    const { first, second } = await twoTopics();
    const { decision, act } = mergeInto(second.id, first.id);
    await mara.push(act);
    const { cursor } = await jonas.pull();
    await mara.push(decide(sampleDecision(second.id, { to: 'new', after: decision.id, undoes: decision.id })));
    const { changes } = await jonas.pull(cursor);
    expect(changes.filter(({ kind }) => kind === 'topic')).toMatchObject([
      { id: second.id, row: { state: 'new' } },
      { id: first.id, row: null },
    ]);
  });

  test('[MG3] works by reopening too, and through a chain', async () => {
    const { first, second } = await twoTopics();
    const third = sampleClip({ title: 'Noch eine Seite' });
    await hanna.push(saveClip(third));
    const one = mergeInto(first.id, second.id);
    const two = mergeInto(second.id, third.id);
    await mara.push(one.act, two.act);
    expect(await topicOf(mara, third.id)).toMatchObject({ supporterCount: 2, mergedFrom: [second.id] });
    await mara.push(decide(sampleDecision(first.id, { to: 'new', after: one.decision.id })));
    expect(await topicOf(mara, first.id)).toMatchObject({ state: 'new', supporterCount: 1 });
    expect(await topicOf(mara, second.id)).toMatchObject({ state: 'merged', mergedFrom: [] });
    await mara.push(decide(sampleDecision(second.id, { to: 'new', after: two.decision.id })));
    const clips = (await rowsOf(mara, 'clip')).map(({ id, row }) => [id, (row as { topicId: string }).topicId]);
    expect(clips.every(([id, topicId]) => id === topicId)).toBe(true);
  });
});
