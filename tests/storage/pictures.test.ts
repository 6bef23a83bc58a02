import { expect, test } from 'vitest';
import { openTopic } from '../../desk/clips.ts';
import { LIMITS } from '../../protocol/limits.ts';
import { stateCounts } from '../../storage/inbox.ts';
import { isPictureType, keepFetched, readyUploads, storedPicture, uploadRefused } from '../../storage/pictures.ts';
import { syncStatus } from '../../storage/status.ts';
import { dropOldTopics } from '../../storage/working-set.ts';
import { clip, DAY, editor, NOW, topic, uuid } from '../desk/samples.ts';
import { answerAll, pullTopics, saveOne } from './acts.ts';
import { newDatabase, picture } from './device.ts';

test('[BL1] a clip does not wait for its picture; the picture waits for its clip', async () => {
  const db = newDatabase();
  const saved = await saveOne(db, 'a', { picture: picture() });
  expect(await readyUploads(db)).toEqual([]);
  expect((await syncStatus(db)).uploads).toBe(1);
  await answerAll(db);
  expect(await readyUploads(db)).toEqual([saved.id]);
});

test('[BL1] the picture of a parked clip stays here; a refused one is not tried again', async () => {
  const db = newDatabase();
  const parked = await saveOne(db, 'a', { picture: picture() });
  const refused = await saveOne(db, 'b', { picture: picture() });
  await answerAll(db, [parked.id]);
  await uploadRefused(db, refused.id);
  expect(await readyUploads(db)).toEqual([]);
  expect(await db.pictures.count()).toBe(2);
});

test('fetched pictures make room for newer ones, pictures made here never go', async () => {
  const db = newDatabase();
  const saved = await saveOne(db, 'a', { picture: picture() });
  const ids = Array.from({ length: 503 }, uuid);
  const bytes = new Uint8Array(1);
  await db.pictures.bulkAdd(
    ids.slice(0, 502).map((clipId, index) => ({ clipId, hash: 'h', type: 'image/png', bytes, fetchedAt: index + 1 })),
  );
  await keepFetched(db, { clipId: ids[502] ?? '', hash: 'h', type: 'image/png', bytes, fetchedAt: 1_000 });
  expect(await db.pictures.count()).toBe(501);
  expect(await storedPicture(db, ids[2] ?? '')).toBeNull();
  expect(await storedPicture(db, ids[3] ?? '')).not.toBeNull();
  expect(await storedPicture(db, saved.id)).toMatchObject({ hash: picture().picture.hash });
});

test('only types that a clip may name become pictures', () => {
  expect(['image/webp', 'image/png', 'image/svg+xml', 'text/html', ''].map(isPictureType)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});

test('[VI2] topics closed longer than the working set goes back are dropped, open, published and own ones are not', async () => {
  const db = newDatabase(editor);
  const long = NOW - (LIMITS.workingSetDays + 1) * DAY;
  const own = await saveOne(db);
  const states = ['new', 'declined', 'merged', 'published', 'held'] as const;
  const old = states.map((state) => topic({ state, stateSince: long }));
  const recent = topic({ state: 'declined', stateSince: NOW });
  await pullTopics(db, [...old, recent, { ...openTopic(own, long), state: 'declined', stateSince: long }]);
  const theirs = clip();
  const closed = old[1]?.id ?? '';
  await db.clips.add({
    clip: theirs,
    topicId: closed,
    submitter: { id: 'bo', name: 'Bo' },
    addressKey: 'k',
    receivedAt: 1,
  });
  await dropOldTopics(db, NOW);
  const left = (await db.topics.toArray()).map(({ id }) => id);
  const dropped = [old[1]?.id, old[2]?.id];
  expect(left).toHaveLength(5);
  expect(left.filter((id) => dropped.includes(id))).toEqual([]);
  expect(await db.clips.get(theirs.id)).toBeUndefined();
  expect(await stateCounts(db)).toMatchObject({ declined: 2, merged: 0, new: 1, published: 1 });
});
