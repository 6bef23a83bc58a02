import { beforeEach, expect, test } from 'vitest';
import type { PublicationInput } from '../../../protocol/publication.ts';
import type { Topic } from '../../../protocol/topic.ts';
import { applyStrategy } from '../../../server/strategy/apply.ts';
import { readStrategy } from '../../../server/strategy/read.ts';
import { NOW, openTestQueue, STRATEGY, type TestDevice, type TestQueue } from '../queue.ts';
import { decide, fillBrief, sampleClip, sampleDecision, saveClip } from '../samples.ts';

let queue: TestQueue;
let hanna: TestDevice;
let jonas: TestDevice;
let mara: TestDevice;
let topicId: string;
beforeEach(async () => {
  queue = await openTestQueue();
  await applyStrategy(
    queue.store,
    readStrategy(
      `${STRATEGY}\nchannels: { intranet: { name: Intranet, kind: intranet }, website: { name: Website, kind: website } }`,
    ),
  );
  [hanna, jonas, mara] = [await queue.join('hanna'), await queue.join('jonas'), await queue.join('mara')];
  const clip = sampleClip();
  topicId = clip.id;
  await hanna.push(saveClip(clip));
});

const publication = (over: Partial<PublicationInput> = {}): PublicationInput => ({
  id: crypto.randomUUID(),
  topicId,
  channelId: 'intranet',
  state: 'planned',
  dueAt: NOW + 86_400_000,
  publishedAt: null,
  address: null,
  ...over,
});
const save = (input: PublicationInput) => ({ name: 'savePublication', publication: input });
const rows = async (device: TestDevice, kind: string) =>
  (await device.pull()).changes.filter((change) => change.kind === kind && change.row !== null).map(({ row }) => row);
const refusals = ({ refused }: { refused: { refusal: unknown }[] }) => refused.map(({ refusal }) => refusal);

/** Accepts the topic and takes it in work. */
async function inWork() {
  const accepting = sampleDecision(topicId);
  await mara.push(
    fillBrief(topicId),
    decide(accepting),
    decide(sampleDecision(topicId, { to: 'in_work', after: accepting.id })),
  );
}

test('[PB1] what is planned is the desk’s alone, what is published everyone’s who may see the topic', async () => {
  await inWork();
  const planned = publication();
  await mara.push(save(planned), save(publication({ channelId: 'website', state: 'proposed', dueAt: null })));
  expect(await rows(mara, 'publication')).toHaveLength(2);
  expect(await rows(hanna, 'publication')).toEqual([]);
  const address = 'https://intranet.nordwerk.example/neu';
  await mara.push(save({ ...planned, state: 'published', address }));
  for (const device of [hanna, jonas])
    expect(await rows(device, 'publication')).toMatchObject([
      { id: planned.id, state: 'published', address, publishedAt: NOW, by: { name: 'Mara Lind' } },
    ]);
});

test('[PB1] the first publication makes a topic published, the second changes nothing', async () => {
  await inWork();
  await mara.push(
    save(publication({ state: 'published' })),
    save(publication({ state: 'published', channelId: 'website' })),
  );
  expect(await rows(mara, 'topic')).toMatchObject([
    { state: 'published', decisions: [{ to: 'accepted' }, { to: 'in_work' }, { to: 'published' }] },
  ]);
});

test('[PB1] nothing is planned before it is accepted, and nothing published before it is in work', async () => {
  const refused = [{ kind: 'forbidden_transition', path: 'publication.state' }];
  expect(refusals(await mara.push(save(publication())))).toEqual(refused);
  const other = await queue.join('mara');
  await other.push(decide(sampleDecision(topicId)));
  expect(refusals(await other.push(save(publication())))).toEqual([]);
  expect(refusals(await other.push(save(publication({ state: 'published' }))))).toEqual(refused);
});

test('[PB1] only the desk plans, and nobody else learns whether a topic or channel exists', async () => {
  expect(refusals(await hanna.push(save(publication()), save(publication({ topicId: crypto.randomUUID() }))))).toEqual([
    { kind: 'not_allowed', path: '' },
    { kind: 'not_allowed', path: '' },
  ]);
  expect(refusals(await mara.push(save(publication({ channelId: 'fax' }))))).toEqual([
    { kind: 'unknown_channel', path: 'publication.channelId' },
  ]);
});

test('[PU3] a publication sent twice is one, and what is cancelled leaves everyone but the desk', async () => {
  await inWork();
  const shown = publication({ state: 'published' });
  await mara.push(save(shown), save(shown));
  const { cursor } = await hanna.pull();
  await mara.push(save({ ...shown, state: 'cancelled' }));
  expect((await hanna.pull(cursor)).changes.filter(({ kind }) => kind === 'publication')).toMatchObject([
    { id: shown.id, row: null },
  ]);
  expect(await rows(mara, 'publication')).toMatchObject([{ state: 'cancelled' }]);
});

test('[PB1][PL2] when publishing is taken back, its appearances leave the devices that have the topic no more', async () => {
  await inWork();
  const appeared = publication({ state: 'published' });
  await mara.push(save(appeared));
  const { cursor, changes } = await jonas.pull();
  expect(changes).toContainEqual(expect.objectContaining({ kind: 'publication', id: appeared.id }));
  const topic = (await rows(mara, 'topic'))[0] as Topic;
  const last = topic.decisions.at(-1)?.id ?? '';
  await mara.push(decide(sampleDecision(topicId, { to: 'in_work', after: last, undoes: last })));
  const left = (await jonas.pull(cursor)).changes.filter(({ row }) => row === null).map(({ kind }) => kind);
  expect(left.sort()).toEqual(['publication', 'topic']);
});

test('[PB1][PL2] what appeared comes and goes with the topic when a merge lets somebody see it, or no more', async () => {
  await inWork();
  const appeared = publication({ state: 'published' });
  await mara.push(save(appeared));
  const last = ((await rows(mara, 'topic'))[0] as Topic).decisions.at(-1)?.id ?? '';
  await mara.push(decide(sampleDecision(topicId, { to: 'in_work', after: last, undoes: last })));
  const other = sampleClip({ title: 'Noch eine Werkstatt' });
  await jonas.push(saveClip(other));
  const { cursor } = await jonas.pull();
  const merging = sampleDecision(other.id, { to: 'merged', into: topicId });
  await mara.push(decide(merging));
  const merged = await jonas.pull(cursor);
  const appearances = ({ changes }: typeof merged) => changes.filter(({ kind }) => kind === 'publication');
  expect(appearances(merged)).toMatchObject([{ id: appeared.id, row: { state: 'published' } }]);
  await mara.push(decide(sampleDecision(other.id, { to: 'new', after: merging.id, undoes: merging.id })));
  expect(appearances(await jonas.pull(merged.cursor))).toMatchObject([{ id: appeared.id, row: null }]);
});
