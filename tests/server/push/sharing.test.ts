import { createHash } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import type { PublicationInput } from '../../../protocol/publication.ts';
import type { Topic } from '../../../protocol/topic.ts';
import { openClearance } from '../../../server/rows/clearances.ts';
import { savePicture } from '../../../server/rows/pictures.ts';
import { keepSharing } from '../../../server/sharing-clock.ts';
import { applyStrategy } from '../../../server/strategy/apply.ts';
import { readStrategy } from '../../../server/strategy/read.ts';
import { NOW, openTestQueue, STRATEGY, type TestDevice, type TestQueue } from '../queue.ts';
import { decide, fillBrief, sampleClip, sampleDecision, saveClip } from '../samples.ts';

const DAY = 86_400_000;
let queue: TestQueue;
let hanna: TestDevice;
let jonas: TestDevice;
let mara: TestDevice;
let topicId: string;
let publication: PublicationInput;
beforeEach(async () => {
  queue = await openTestQueue();
  await applyStrategy(
    queue.store,
    readStrategy(`${STRATEGY}\nchannels: { website: { name: Website, kind: website } }`),
  );
  [hanna, jonas, mara] = [await queue.join('hanna'), await queue.join('jonas'), await queue.join('mara')];
  const clip = sampleClip();
  topicId = clip.id;
  await hanna.push(saveClip(clip));
  const accepting = sampleDecision(topicId);
  await mara.push(
    decide(accepting),
    fillBrief(topicId),
    decide(sampleDecision(topicId, { to: 'in_work', after: accepting.id })),
  );
  publication = {
    ...{ id: crypto.randomUUID(), topicId, channelId: 'website', state: 'published', dueAt: null, publishedAt: NOW },
    ...{ address: 'https://www.nordwerk.example/lehrwerkstatt', shareable: true, networks: ['linkedin', 'copy'] },
    shareTexts: { linkedin: 'Wir bilden aus!' },
  };
});

const save = (input: PublicationInput) => ({ name: 'savePublication', publication: input });
const share = (network = 'linkedin') => ({ name: 'countShare', publicationId: publication.id, network });
const agree = (agreed: boolean) => ({ name: 'agreeToThanks', agreed });
const rows = async (device: TestDevice, kind: string) =>
  (await device.pull()).changes.filter((change) => change.kind === kind && change.row !== null).map(({ row }) => row);
const refusals = ({ refused }: { refused: { refusal: unknown }[] }) => refused.map(({ refusal }) => refusal);
const table = (name: 'share' | 'outcome') =>
  queue.store.read((sql) => sql.all<object>(`SELECT * FROM ${name} ORDER BY 1`));
const wait = async (ms: number) => {
  queue.time.now += ms;
  await keepSharing(queue.store, queue.time.now);
};

test('[PB2] nothing under embargo reaches anybody but the desk before it ends, and then everybody hears of it', async () => {
  await mara.push(save({ ...publication, embargoUntil: NOW + DAY }));
  const before = await jonas.pull();
  expect(before.changes.filter(({ kind }) => kind === 'topic' || kind === 'publication')).toEqual([]);
  expect(before.changes.filter(({ kind }) => kind === 'address')).toMatchObject([{ row: { state: 'in_work' } }]);
  expect(await rows(hanna, 'publication')).toEqual([]);
  // Whoever suggested it hears no sooner: for them it is in work.
  const own = { state: 'in_work', decisions: [{ to: 'accepted' }, { to: 'in_work' }] };
  expect(await rows(hanna, 'topic')).toMatchObject([own]);
  expect(await rows(mara, 'publication')).toMatchObject([{ embargoUntil: NOW + DAY }]);
  await wait(DAY - 1);
  expect((await jonas.pull(before.cursor)).changes).toEqual([]);
  await wait(1);
  const after = (await jonas.pull(before.cursor)).changes.filter(({ row }) => row !== null);
  expect(after.map(({ kind }) => kind).sort()).toEqual(['address', 'publication', 'topic']);
  expect(await rows(hanna, 'topic')).toMatchObject([{ state: 'published' }]);
  expect(await rows(hanna, 'publication')).toHaveLength(1);
});

test('[PB2][PL2] an embargo that comes later takes back what devices hold; with another appearance the topic stays', async () => {
  await mara.push(save(publication));
  const { cursor } = await jonas.pull();
  await mara.push(save({ ...publication, embargoUntil: NOW + DAY }));
  const gone = (await jonas.pull(cursor)).changes.filter(({ row }) => row === null);
  expect(gone.map(({ kind }) => kind).sort()).toEqual(['publication', 'thanks', 'topic']);
  await mara.push(save({ ...publication, id: crypto.randomUUID(), address: null }));
  expect(await rows(jonas, 'topic')).toHaveLength(1);
  expect(await rows(jonas, 'publication')).toMatchObject([{ address: null }]);
});

test('[PB2] cancelling what is under embargo, or planning it again, tells nobody of it before its time', async () => {
  await mara.push(save({ ...publication, embargoUntil: NOW + DAY }));
  for (const state of ['cancelled', 'published', 'planned'] as const) {
    await mara.push(save({ ...publication, state, embargoUntil: NOW + DAY }));
    expect(await rows(jonas, 'topic')).toEqual([]);
    expect(await rows(jonas, 'address')).toMatchObject([{ state: 'in_work' }]);
  }
  await wait(DAY);
  expect(await rows(jonas, 'topic')).toHaveLength(1);
});

test('[PB2] no decision goes past what is planned under embargo; once that is over it is one like others', async () => {
  const planned: PublicationInput = { ...publication, state: 'planned', publishedAt: null, embargoUntil: NOW + DAY };
  await mara.push(save(planned));
  const [, working] = ((await rows(mara, 'topic'))[0] as Topic).decisions;
  const publish = () => decide(sampleDecision(topicId, { to: 'published', after: working?.id ?? '' }));
  expect(refusals(await mara.push(publish()))).toEqual([{ kind: 'page_embargo', path: 'decision.to' }]);
  expect((await rows(hanna, 'topic'))[0]).toMatchObject({ state: 'in_work' });
  queue.time.now = NOW + DAY;
  expect(refusals(await (await queue.join('timo')).push(publish()))).toEqual([]);
});

test('[PB2] what is planned under embargo is not saved as published by the queue before that ends', async () => {
  await mara.push(save({ ...publication, state: 'planned', publishedAt: null, embargoUntil: NOW + DAY }));
  expect(refusals(await mara.push(save(publication)))).toEqual([{ kind: 'page_embargo', path: 'publication.state' }]);
  expect(await rows(mara, 'publication')).toMatchObject([{ state: 'planned' }]);
  queue.time.now = NOW + DAY;
  expect(refusals(await (await queue.join('timo')).push(save(publication)))).toEqual([]);
});

test('[PB2] an older extension that moves a date lifts no embargo and forgets no text', async () => {
  await mara.push(save({ ...publication, embargoUntil: NOW + DAY, ownerId: 'timo', audienceIds: ['school-leavers'] }));
  const { id, channelId, state, dueAt, publishedAt, address } = publication;
  await mara.push(save({ id, topicId, channelId, state, dueAt, publishedAt, address }));
  expect(await rows(mara, 'publication')).toMatchObject([
    {
      ...{ embargoUntil: NOW + DAY, ownerId: 'timo', audienceIds: ['school-leavers'], shareable: true },
      ...{ networks: ['linkedin', 'copy'], shareTexts: { linkedin: 'Wir bilden aus!' } },
    },
  ]);
});

test('[PB3] nobody who is not here answers for a publication', async () => {
  expect(refusals(await mara.push(save({ ...publication, ownerId: 'nobody' })))).toEqual([
    { kind: 'unknown_person', path: 'publication.ownerId' },
  ]);
});

test('[PB3] an owner who has left stays named when something else changes, and is named by nobody anew', async () => {
  const strategy = (text: string) =>
    applyStrategy(queue.store, readStrategy(`${text}\nchannels: { website: { name: Website, kind: website } }`));
  const owned = { ...publication, ownerId: 'timo' };
  await mara.push(save(owned));
  await strategy(STRATEGY.replace(/ {2}timo: .*\n/, ''));
  expect(refusals(await mara.push(save({ ...owned, address: 'https://www.nordwerk.example/neu' })))).toEqual([]);
  expect(await rows(mara, 'publication')).toMatchObject([
    { ownerId: 'timo', address: 'https://www.nordwerk.example/neu' },
  ]);
  expect(refusals(await mara.push(save({ ...owned, id: crypto.randomUUID() })))).toEqual([
    { kind: 'unknown_person', path: 'publication.ownerId' },
  ]);
});

test('[SH1] a share is a count of a day: no row of it leads to a person, a device or a time of day', async () => {
  await mara.push(save(publication));
  await jonas.push(share(), share('copy'));
  await hanna.push(share());
  expect(await table('share')).toEqual(
    [
      { network: 'copy', count: 1 },
      { network: 'linkedin', count: 2 },
    ].map(({ network, count }) => ({
      id: `${publication.id}.${network}.2026-11-22`,
      publication_id: publication.id,
      network,
      day: '2026-11-22',
      count,
      told: 0,
    })),
  );
  // What else the queue keeps of these acts, until the device acknowledges it, says not even that they were shares.
  const kept = JSON.stringify(await table('outcome'));
  expect(kept).not.toContain(publication.id);
  expect(kept).not.toMatch(/share|linkedin|copy/i);
});

test('[SH1] only the desk sees counts, and only of days that are over', async () => {
  await mara.push(save(publication));
  const { cursor } = await mara.pull();
  await jonas.push(share());
  expect((await mara.pull(cursor)).changes).toEqual([]);
  await wait(DAY);
  expect((await mara.pull(cursor)).changes).toMatchObject([
    { kind: 'share', row: { publicationId: publication.id, network: 'linkedin', day: '2026-11-22', count: 1 } },
  ]);
  for (const device of [hanna, jonas]) expect(await rows(device, 'share')).toEqual([]);
});

test('[SH2] only what may be passed on is counted', async () => {
  await mara.push(save({ ...publication, shareable: false }));
  expect(refusals(await jonas.push(share()))).toEqual([{ kind: 'not_cleared_to_share', path: 'network' }]);
  await mara.push(save({ ...publication, embargoUntil: NOW + DAY }));
  const other = await queue.join('jonas');
  expect(refusals(await other.push(share(), share('xing')))).toEqual([
    { kind: 'not_found', path: 'publicationId' },
    { kind: 'not_found', path: 'publicationId' },
  ]);
  expect(await table('share')).toEqual([]);
});

test('[SH3] nobody is named who did not agree; who takes it back is named nowhere any more', async () => {
  await mara.push(save(publication));
  expect(await rows(jonas, 'thanks')).toEqual([]);
  await hanna.push(agree(true));
  const thanks = { topicId, people: [{ id: 'hanna', name: 'Hanna Voss' }] };
  for (const device of [hanna, jonas, mara]) expect(await rows(device, 'thanks')).toEqual([thanks]);
  expect(await rows(hanna, 'consent')).toEqual([{ personId: 'hanna' }]);
  expect(await rows(jonas, 'consent')).toEqual([]);
  const cursors = [(await jonas.pull()).cursor, (await mara.pull()).cursor] as const;
  await hanna.push(agree(false));
  for (const [device, cursor] of [
    [jonas, cursors[0]],
    [mara, cursors[1]],
  ] as const)
    expect((await device.pull(cursor)).changes).toEqual([{ kind: 'thanks', id: topicId, row: null }]);
  expect(await rows(hanna, 'consent')).toEqual([]);
});

test('[SH3][PB2] who agreed before is named once their topic is public, not earlier', async () => {
  await hanna.push(agree(true));
  expect(await rows(jonas, 'thanks')).toEqual([]);
  await mara.push(save({ ...publication, embargoUntil: NOW + DAY }));
  expect(await rows(jonas, 'thanks')).toEqual([]);
  await wait(DAY);
  expect(await rows(jonas, 'thanks')).toHaveLength(1);
});

test('[BL2][SH2] the picture of what was published is everybody’s, but none of a newspaper and none under embargo', async () => {
  const bytes = new Uint8Array([1, 2, 3]);
  const hash = createHash('sha256').update(bytes).digest('hex');
  const picture = { hash, type: 'image/webp' as const, width: 9, height: 9, bytes: 3, alt: '' };
  const of = async (kind: 'intranet' | 'news', over: Partial<PublicationInput> = {}) => {
    const clip = sampleClip({ kind, picture });
    await hanna.push(saveClip(clip));
    await queue.store.write((tx) => savePicture(tx, clip.id, { hash, type: 'image/webp', bytes }));
    const accepting = sampleDecision(clip.id);
    await mara.push(
      decide(accepting),
      fillBrief(clip.id),
      decide(sampleDecision(clip.id, { to: 'in_work', after: accepting.id })),
    );
    const seen = async (device: TestDevice) => (await device.send('GET', `/v1/clips/${clip.id}/picture`)).status;
    expect(await seen(jonas)).toBe(404);
    const appeared = { ...publication, ...over, id: crypto.randomUUID(), topicId: clip.id };
    await mara.push(save(appeared));
    const row = (await rows(jonas, 'publication')).find((each) => (each as { id: string }).id === appeared.id);
    return { status: await seen(jonas), own: await seen(hanna), named: (row as { picture?: unknown })?.picture, clip };
  };
  const shown = await of('intranet');
  expect(shown).toMatchObject({ status: 200, own: 200, named: { clipId: shown.clip.id, hash } });
  expect(await of('news')).toMatchObject({ status: 404, own: 200, named: null });
  expect(await of('intranet', { embargoUntil: NOW + DAY })).toMatchObject({ status: 404, own: 200, named: undefined });
});

test('[PB3] a clearance that is asked for later closes for everybody what was opened, and nothing more is counted', async () => {
  await mara.push(save(publication));
  const { cursor } = await jonas.pull();
  const [clip] = await queue.store.read((sql) => sql.all<{ id: string }>('SELECT id FROM clip'));
  const demand = { topicId, clipId: clip?.id ?? '', level: 'confidential', ruleId: 'figures', at: NOW } as const;
  await queue.store.write((tx) => openClearance(tx, demand));
  const closed = (await jonas.pull(cursor)).changes.filter(({ kind }) => kind === 'publication');
  expect(closed).toMatchObject([{ row: { shareable: false } }]);
  expect(await rows(mara, 'publication')).toMatchObject([{ shareable: true }]);
  expect(refusals(await jonas.push(share()))).toEqual([{ kind: 'not_cleared_to_share', path: 'network' }]);
  const other = await queue.join('mara');
  expect(refusals(await other.push(save(publication)))).toEqual([
    { kind: 'not_cleared_to_share', path: 'publication.shareable' },
  ]);
});
