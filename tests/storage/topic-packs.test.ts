import { afterEach, expect, test, vi } from 'vitest';
import { LIMITS } from '../../protocol/limits.ts';
import { clipsAt, clipsOf } from '../../storage/clips.ts';
import { topicsThat } from '../../storage/every-topic.ts';
import { stateCounts } from '../../storage/inbox.ts';
import { mySuggestions } from '../../storage/my-suggestions.ts';
import { unpack } from '../../storage/pack-topics.ts';
import { forgetPulled } from '../../storage/receive-page.ts';
import { suggestionForPage } from '../../storage/suggestions.ts';
import { cardsOn, readCards } from '../../storage/topic-cards.ts';
import { topicAt, topicsAt, topicsInState } from '../../storage/topics.ts';
import { dropOldTopics } from '../../storage/working-set.ts';
import { DAY, editor, NOW } from '../desk/samples.ts';
import { heldTopics } from './held-topics.ts';
import { changesOf, goneChange, packAsUsual, packedDevice, said, tell, topicChange, written } from './packed-device.ts';

afterEach(packAsUsual);
const [A, B, C, D] = [said('Anton'), said('Berta'), said('Cäsar'), said('Dora')];
const ALL = [A, B, C, D];
const OLD = { state: 'declined', stateSince: NOW - (LIMITS.workingSetDays + 1) * DAY } as const;

test('all topics are read, however many packs there are', async () => {
  const all = Array.from({ length: 400 }, (_, at) => said(`${at}`));
  const db = await packedDevice(all);
  expect(await db.topicPacks.count()).toBeGreaterThan(128);
  expect(await topicsThat(db, () => true)).toEqual(all.map(({ topic }) => topic));
});

test('what a later pull brings stands in rows, and leaves its pack with all that it has', async () => {
  const db = await packedDevice(ALL);
  const changed = { ...A.topic, title: 'Ein anderer' };
  await tell(db, [topicChange(changed), ...changesOf([said('Emil'), said('Franz'), said('Gustav'), said('Hilde')])]);
  expect(await db.topics.count()).toBe(5);
  expect((await db.clips.get(A.topic.id))?.clip.note).toBe('Notiz Anton');
  expect(await topicAt(db, A.topic.id)).toEqual(changed);
  expect(await written(db)).not.toContain('"title":"Thema Anton","kind":"intranet","departmentId"');
  expect((await heldTopics(db)).length).toBe(8);
});

test('[VI2] what the queue says is gone is in no pack, and nothing of it is left on this device', async () => {
  const db = await packedDevice(ALL);
  expect(await written(db)).toContain('Anton');
  await tell(db, [goneChange('topic', A.topic.id), goneChange('clip', A.topic.id), goneChange('clip', B.topic.id)]);
  const left = await written(db);
  expect(left).not.toContain('Anton');
  expect(left).not.toContain(A.topic.id);
  expect(left).not.toContain('Notiz Berta');
  expect(left).toContain('Thema Berta');
  expect((await stateCounts(db)).new).toBe(3);
  // What the lists are searched in is written in small letters.
  const cards = JSON.stringify([...cardsOn(await readCards(db))]);
  expect([cards.includes('notiz dora'), cards.includes('anton'), cards.includes('notiz berta')]).toEqual([
    true,
    false,
    false,
  ]);
});

test('[VI2] what grew old leaves its pack and the device, and its neighbours stay', async () => {
  const db = await packedDevice([A, said('Emil', OLD), B, said('Franz', OLD), said('Gustav', OLD), C]);
  await dropOldTopics(db, NOW);
  const left = await written(db);
  for (const name of ['Emil', 'Franz', 'Gustav']) expect(left).not.toContain(name);
  expect((await heldTopics(db)).map(({ title }) => title).sort()).toEqual([
    'Thema Anton',
    'Thema Berta',
    'Thema Cäsar',
  ]);
  expect(await stateCounts(db)).toMatchObject({ new: 3, declined: 0 });
});

test.each([
  ['[PL2] a reset', (db: Awaited<ReturnType<typeof packedDevice>>) => tell(db, [], { reset: true })],
  ['[VI3] a sign-out', forgetPulled],
])('%s leaves nothing in packs', async (_name, forget) => {
  const db = await packedDevice(ALL);
  await forget(db);
  for (const name of ['Anton', 'Dora', A.topic.id]) expect(await written(db)).not.toContain(name);
});

test('own clips are rows whose topics are in packs, found by their page and in the list of own ones', async () => {
  const own = said('Emil', {}, { id: editor.id, name: editor.name });
  const db = await packedDevice([A, B, own]);
  expect(await db.clips.toCollection().primaryKeys()).toEqual([own.topic.id]);
  expect(await written(db)).toContain('"own":1');
  expect(await suggestionForPage(db, 'k')).toMatchObject({ kind: 'mine', suggestion: { topic: own.topic } });
  expect((await mySuggestions(db)).map(({ clip, topic }) => [clip.id, topic])).toEqual([[own.topic.id, own.topic]]);
  expect((await clipsOf(db, [own.topic.id])).map(({ clip }) => clip.note)).toEqual(['Notiz Emil']);
});

test('[PL3] a page that fails in the middle of unpacking leaves the pack whole', async () => {
  const db = await packedDevice(ALL);
  const before = await written(db);
  const fail = () => {
    throw new DOMException('full', 'QuotaExceededError');
  };
  db.clips.hook('creating', fail);
  await expect(tell(db, [topicChange({ ...A.topic, title: 'Ein anderer' })])).rejects.toMatchObject({
    kind: 'storage_full',
  });
  expect(await written(db)).toBe(before);
  db.clips.hook('creating').unsubscribe(fail);
  await tell(db, [topicChange({ ...A.topic, title: 'Ein anderer' })]);
  expect((await topicAt(db, A.topic.id))?.title).toBe('Ein anderer');
});

test('a broken text in a pack hides its own topic and no other', async () => {
  const db = await packedDevice([A, B, C]);
  const [pack] = await db.topicPacks.toArray();
  if (pack === undefined) throw new Error('no pack');
  await db.topicPacks.put({
    ...pack,
    texts: pack.texts.map((text) => (text.includes('Anton') ? text.slice(9) : text)),
  });
  const ids = [A, B, C].map(({ topic }) => topic.id);
  expect(await topicsAt(db, ids)).toEqual([undefined, B.topic, C.topic]);
  expect(await topicsInState(db, 'new')).toEqual([B.topic, C.topic]);
  await tell(db, [topicChange({ ...B.topic, title: 'Ein anderer' })]);
  await tell(db, [topicChange(A.topic)]);
  expect((await heldTopics(db)).map(({ title }) => title)).toEqual(['Thema Anton', 'Ein anderer', 'Thema Cäsar']);
});

test('a transaction that writes sees what it unpacked and wrote, and one that only reads asks for a pack once', async () => {
  const db = await packedDevice([A, B, C]);
  const { id } = A.topic;
  const packsAsked = vi.spyOn(db.topicPacks, 'bulkGet');
  await db.transaction('rw', [db.topics, db.clips, db.topicPacks], async () => {
    expect(await topicAt(db, id)).toEqual(A.topic);
    await unpack(db, [id]);
    await db.topics.delete(id);
    expect(await topicsAt(db, [id, B.topic.id])).toEqual([undefined, B.topic]);
  });
  packsAsked.mockClear();
  await db.transaction('r', [db.topics, db.clips, db.topicPacks], async () => {
    expect(await topicsInState(db, 'new')).toEqual([B.topic, C.topic]);
    expect(await clipsAt(db, [B.topic.id, C.topic.id])).toEqual([...B.clips, ...C.clips]);
  });
  expect(packsAsked).toHaveBeenCalledTimes(1);
});

test('what grows old together leaves a pack at once', async () => {
  const db = await packedDevice([said('Emil', OLD), A, said('Franz', OLD)]);
  const written = vi.spyOn(db.topicPacks, 'bulkPut');
  await dropOldTopics(db, NOW);
  expect(written).toHaveBeenCalledTimes(1);
  expect(await heldTopics(db)).toEqual([A.topic]);
});
