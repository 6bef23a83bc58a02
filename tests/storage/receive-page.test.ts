import { expect, test } from 'vitest';
import { profile } from '../../capture/profiles/profile.ts';
import type { Change } from '../../protocol/pull.ts';
import { acknowledge, nextBatch } from '../../storage/batch.ts';
import { stateCounts } from '../../storage/inbox.ts';
import { readMeta, writeMeta } from '../../storage/meta.ts';
import { mySuggestions } from '../../storage/my-suggestions.ts';
import { unsentCount } from '../../storage/outbox.ts';
import { receivePage } from '../../storage/receive-page.ts';
import { saveClip } from '../../storage/save-clip.ts';
import { addressRules, siteProfiles } from '../../storage/site-profiles.ts';
import { ownPerson } from '../../storage/strategy.ts';
import { clip, NOW, submitter, topic, uuid } from '../desk/samples.ts';
import { newClip, newDatabase, page, picture } from './device.ts';

const topicChange = (row = topic()): Change => ({ kind: 'topic', id: row.id, row });
const clipChange = (row = clip()): Change => ({
  kind: 'clip',
  id: row.id,
  row: { clip: row, topicId: row.id, submitter: { id: 'bo', name: 'Bo' }, addressKey: 'k', receivedAt: NOW },
});

test('[PL3] rows, counts, settled entries and cursor commit together or not at all', async () => {
  const db = newDatabase();
  await saveClip(db, newClip(), NOW);
  const batch = await nextBatch(db, 10, NOW);
  if (batch !== null) await acknowledge(db, batch, { lastNumber: 1, seq: 1, refused: [] }, NOW);
  const tables = await Promise.all(db.tables.map((table) => table.toArray()));
  const fail = () => {
    throw new DOMException('full', 'QuotaExceededError');
  };
  db.meta.hook('creating', fail);
  const changes = [topicChange(), clipChange()];
  await expect(receivePage(db, null, page(changes), NOW)).rejects.toMatchObject({ kind: 'storage_full' });
  expect(await Promise.all(db.tables.map((table) => table.toArray()))).toEqual(tables);

  db.meta.hook('creating').unsubscribe(fail);
  expect(await receivePage(db, null, page(changes), NOW)).toBe(true);
  expect([await db.topics.count(), await db.outbox.count(), (await stateCounts(db)).new]).toEqual([1, 0, 1]);
  expect(await readMeta(db, 'cursor')).toEqual(page([]).cursor);
});

test('[PL3] a page that was asked for from elsewhere is not stored', async () => {
  const db = newDatabase();
  await receivePage(db, null, page([], { seq: 5 }), NOW);
  expect(await receivePage(db, null, page([topicChange()], { seq: 6 }), NOW)).toBe(false);
  expect(await db.topics.count()).toBe(0);
  expect((await readMeta(db, 'cursor'))?.seq).toBe(5);
});

test('[PL2] a reset forgets what was pulled and never what was not sent', async () => {
  const db = newDatabase();
  const first = page([topicChange(), clipChange()], { seq: 5 });
  await receivePage(db, null, first, NOW);
  const { clip: unsent } = await saveClip(db, newClip({ picture: picture(), note: 'wartet' }), NOW);
  await db.pictures.put({ clipId: uuid(), hash: 'x', type: 'image/png', bytes: new Uint8Array(1), fetchedAt: 1 });
  await receivePage(db, first.cursor, page([], { seq: 9, reset: true }), NOW);

  expect(await db.topics.count()).toBe(0);
  expect(await db.topicCounts.count()).toBe(0);
  expect((await db.clips.toArray()).map((row) => row.clip)).toEqual([unsent]);
  expect((await db.pictures.toArray()).map(({ clipId }) => clipId)).toEqual([unsent.id]);
  expect(await unsentCount(db)).toBe(1);
  expect((await mySuggestions(db))[0]).toMatchObject({
    clip: unsent,
    topic: { state: 'new' },
    delivery: { kind: 'waiting' },
  });
});

test('[PL2] a row that left the view goes with all that was held of it, and is no longer counted', async () => {
  const db = newDatabase();
  const { clip: mine } = await saveClip(db, newClip({ picture: picture() }), NOW);
  const seen = topic();
  const first = page([topicChange(seen)], { seq: 1 });
  await receivePage(db, null, first, NOW);
  const gone: Change[] = [
    { kind: 'topic', id: seen.id, row: null },
    { kind: 'clip', id: mine.id, row: null },
  ];
  await receivePage(db, first.cursor, page(gone, { seq: 2 }), NOW);
  expect([
    await db.topics.count(),
    await db.clips.count(),
    await db.pageTexts.count(),
    await db.pictures.count(),
  ]).toEqual([0, 0, 0, 0]);
  expect(await db.topicCounts.count()).toBe(0);
});

test('[OB2] a settled entry goes when a pull has passed its seq, not before', async () => {
  const db = newDatabase();
  await saveClip(db, newClip(), NOW);
  const batch = await nextBatch(db, 10, NOW);
  if (batch !== null) await acknowledge(db, batch, { lastNumber: 1, seq: 7, refused: [] }, NOW);
  const before = page([], { seq: 6, more: true });
  await receivePage(db, null, before, NOW);
  expect(await db.outbox.count()).toBe(1);
  await receivePage(db, before.cursor, page([], { seq: 7 }), NOW);
  expect(await db.outbox.count()).toBe(0);
});

test('[PL2] a clip that was taken back on another device while this one reset does not stay', async () => {
  const db = newDatabase();
  const { clip: mine } = await saveClip(db, newClip(), NOW);
  const batch = await nextBatch(db, 10, NOW);
  if (batch !== null) await acknowledge(db, batch, { lastNumber: 1, seq: 7, refused: [] }, NOW);
  const row = { clip: mine, topicId: mine.id, submitter, addressKey: 'k', receivedAt: NOW };
  const first = page([{ kind: 'clip', id: mine.id, row }], { seq: 6, more: true });
  await receivePage(db, null, first, NOW);
  await receivePage(db, first.cursor, page([], { seq: 9, reset: true }), NOW);
  expect([await db.clips.count(), await db.outbox.count(), await db.pageTexts.count()]).toEqual([0, 0, 0]);
});

test('topics are counted where they stand, however often they move', async () => {
  const db = newDatabase();
  const moving = topic();
  const rows = [moving, { ...moving, state: 'held' as const }, { ...moving, state: 'held' as const, goalId: null }];
  let asked = null;
  for (const [index, row] of rows.entries()) {
    const next = page([topicChange(row)], { seq: index + 1 });
    await receivePage(db, asked, next, NOW);
    asked = next.cursor;
  }
  expect(await stateCounts(db)).toMatchObject({ new: 0, held: 1, accepted: 0 });
  expect(await db.topicCounts.toArray()).toMatchObject([{ state: 'held', goalId: null, count: 1 }]);
});

test('the person of the database follows what the queue says of them', async () => {
  const db = newDatabase();
  const promoted = { ...submitter, roles: ['editor' as const] };
  await receivePage(db, null, page([{ kind: 'person', id: submitter.id, row: promoted }]), NOW);
  expect(await ownPerson(db)).toEqual(promoted);
});

test('without a cursor, rows of an earlier time are forgotten first', async () => {
  const db = newDatabase();
  await receivePage(db, null, page([topicChange(), topicChange()], { seq: 5 }), NOW);
  await writeMeta(db, 'cursor', null);
  await receivePage(db, null, page([topicChange()], { seq: 6 }), NOW);
  expect(await db.topics.count()).toBe(1);
  expect((await stateCounts(db)).new).toBe(1);
});

test('[VI2] the site profiles of the company come with a page, go with one, and a broken row is left out', async () => {
  const db = newDatabase();
  const row = profile({
    id: 'wiki',
    name: 'Wiki',
    hosts: ['wiki.example'],
    address: [{ paths: ['/p'], keep: ['id'] }],
  });
  const first = page([{ kind: 'siteProfile', id: 'wiki', row }], { seq: 5 });
  await receivePage(db, null, first, NOW);
  await db.siteProfiles.put({ ...row, id: 'broken', title: 'h1' } as never);
  expect(await siteProfiles(db)).toEqual([row]);
  expect(await addressRules(db)).toEqual([{ hosts: ['wiki.example'], paths: ['/p'], keep: ['id'] }]);
  await receivePage(db, first.cursor, page([{ kind: 'siteProfile', id: 'wiki', row: null }], { seq: 6 }), NOW);
  expect(await siteProfiles(db)).toEqual([]);
});
