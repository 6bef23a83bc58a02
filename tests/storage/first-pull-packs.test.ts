/** The pages of a first pull, which say a thing twice, begin anew, or are pulled by a device that was closed in between. */
import { afterEach, expect, test } from 'vitest';
import { clipsOf } from '../../storage/clips.ts';
import { stateCounts } from '../../storage/inbox.ts';
import { readMeta } from '../../storage/meta.ts';
import { nothingBrought, receivePage } from '../../storage/receive-page.ts';
import { clip, editor, NOW } from '../desk/samples.ts';
import { newDatabase, newIndexedDb, page } from './device.ts';
import { heldClips, heldTopics, packFew } from './held-topics.ts';
import { changesOf, clipChange, goneChange, packAsUsual, said, topicChange } from './packed-device.ts';

afterEach(packAsUsual);
const [A, B, C, D] = [said('Anton'), said('Berta'), said('Cäsar'), said('Dora')];
const ALL = [A, B, C, D];

test('what a first pull brings of few topics stands in rows; of many, sixteen stand in one', async () => {
  for (const [count, rows, packs] of [
    [31, 31, 0],
    [32, 0, 2],
    [33, 0, 3],
  ] as const) {
    const db = newDatabase(editor);
    const all = Array.from({ length: count }, (_, at) => said(`${at}`));
    await receivePage(db, null, page(changesOf(all)), NOW);
    expect([await db.topics.count(), await db.topicPacks.count()]).toEqual([rows, packs]);
    expect((await heldTopics(db)).map(({ id }) => id)).toEqual(all.map(({ topic }) => topic.id).sort());
  }
});

test('pages of a first pull may part a clip from its topic and tell of it again', async () => {
  packFew();
  const [clipOfB] = B.clips;
  if (clipOfB === undefined) throw new Error('no clip');
  // Of somebody else than opened the topic: that clip has the topic's id.
  const joined = clip({ note: 'Entwurf' });
  const [first, second, later] = ['Entwurf', 'Notiz Anton', 'Nachtrag'].map((note) => ({
    ...clipOfB,
    clip: { ...joined, note },
    topicId: A.topic.id,
  }));
  if (first === undefined || second === undefined || later === undefined) throw new Error('no clips');
  const pages = [
    [clipChange(first), topicChange(B.topic), clipChange(clipOfB)],
    [topicChange(A.topic), clipChange(second), topicChange(C.topic)],
    [clipChange(later), clipChange({ ...clipOfB, topicId: C.topic.id }), topicChange({ ...B.topic, state: 'merged' })],
  ];
  const db = newDatabase(editor);
  const brought = nothingBrought();
  const notes: string[][] = [];
  for (const [at, changes] of pages.entries()) {
    const asked = await readMeta(db, 'cursor');
    expect(await receivePage(db, asked, page(changes, { seq: at + 1, more: at < 2 }), NOW, brought)).toBe(true);
    notes.push((await heldClips(db)).map((row) => row.clip.note));
  }
  expect(notes).toEqual([
    ['Notiz Berta', 'Entwurf'],
    ['Notiz Berta', 'Notiz Anton'],
    ['Notiz Berta', 'Nachtrag'],
  ]);
  expect((await heldClips(db)).map((row) => [row.topicId, row.clip.note])).toEqual([
    [C.topic.id, 'Notiz Berta'],
    [A.topic.id, 'Nachtrag'],
  ]);
  expect(await clipsOf(db, [B.topic.id])).toEqual([]);
  expect((await clipsOf(db, [C.topic.id])).length).toBe(1);
  expect((await heldTopics(db)).length).toBe(3);
});

test('a first pull goes on after the device was closed in the middle', async () => {
  packFew();
  const indexedDb = newIndexedDb();
  const before = newDatabase(editor, indexedDb);
  await receivePage(before, null, page(changesOf([A, B, C]), { more: true }), NOW, nothingBrought());
  before.close();
  const db = newDatabase(editor, indexedDb);
  const moved = { ...B.topic, state: 'held' as const };
  const next = page([topicChange(moved), goneChange('topic', A.topic.id), ...changesOf([D])], { seq: 2 });
  await receivePage(db, await readMeta(db, 'cursor'), next, NOW, nothingBrought());
  expect((await heldTopics(db)).map(({ title, state }) => [title, state])).toEqual([
    ['Thema Berta', 'held'],
    ['Thema Cäsar', 'new'],
    ['Thema Dora', 'new'],
  ]);
  expect(await stateCounts(db)).toMatchObject({ new: 2, held: 1 });
});

test('a page that begins anew in the middle of a first pull leaves nothing of what was packed before', async () => {
  packFew();
  const db = newDatabase(editor);
  const brought = nothingBrought();
  await receivePage(db, null, page(changesOf([A, B]), { more: true }), NOW, brought);
  const anew = page(changesOf([B, C]), { seq: 9, more: true, reset: true });
  await receivePage(db, await readMeta(db, 'cursor'), anew, NOW, brought);
  await receivePage(db, await readMeta(db, 'cursor'), page(changesOf([A, D]), { seq: 10 }), NOW, brought);
  expect((await heldTopics(db)).map(({ id }) => id)).toEqual(ALL.map(({ topic }) => topic.id).sort());
  expect((await stateCounts(db)).new).toBe(4);
});
