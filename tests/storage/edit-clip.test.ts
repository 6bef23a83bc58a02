import { expect, test } from 'vitest';
import { openTopic } from '../../desk/clips.ts';
import { addPicture, editClip, withdrawClip } from '../../storage/edit-clip.ts';
import { mySuggestions } from '../../storage/my-suggestions.ts';
import { readyUploads } from '../../storage/pictures.ts';
import { suggestion } from '../../storage/suggestions.ts';
import { clip, NOW, uuid } from '../desk/samples.ts';
import { answerAll, pullTopics, saveOne } from './acts.ts';
import { newDatabase, picture } from './device.ts';

test('[ST2] a change is seen at once, while the row of the queue stays untouched', async () => {
  const db = newDatabase();
  const saved = await saveOne(db);
  await answerAll(db);
  await pullTopics(db, [openTopic(saved, NOW)]);
  await editClip(db, saved.id, { title: 'Besserer Titel', departmentId: 'it' }, NOW);
  expect((await db.clips.get(saved.id))?.clip).toEqual(saved);
  expect((await db.topics.get(saved.id))?.title).toBe(saved.title);
  expect(await suggestion(db, saved.id)).toMatchObject({
    clip: { title: 'Besserer Titel', departmentId: 'it' },
    topic: { title: 'Besserer Titel', departmentId: 'it' },
    delivery: { kind: 'waiting' },
  });
});

test('[ST2] a pulled row does not overwrite a change that waits', async () => {
  const db = newDatabase();
  const saved = await saveOne(db);
  await editClip(db, saved.id, { note: 'meine Notiz' }, NOW);
  await pullTopics(db, [openTopic(saved, NOW)]);
  expect((await suggestion(db, saved.id))?.clip.note).toBe('meine Notiz');
});

test('an accepted topic keeps its clips as they are; somebody else’s clip is not there to change', async () => {
  const db = newDatabase();
  const saved = await saveOne(db);
  await pullTopics(db, [{ ...openTopic(saved, NOW), state: 'accepted' }]);
  await expect(editClip(db, saved.id, { note: 'zu spät' }, NOW)).rejects.toMatchObject({ kind: 'too_late' });
  await expect(withdrawClip(db, saved.id, NOW)).rejects.toMatchObject({ kind: 'too_late' });

  const theirs = clip();
  await db.clips.add({
    clip: theirs,
    topicId: theirs.id,
    submitter: { id: 'bo', name: 'Bo' },
    addressKey: 'x',
    receivedAt: 1,
  });
  await expect(editClip(db, theirs.id, { note: 'x' }, NOW)).rejects.toMatchObject({ kind: 'not_found' });
  await expect(withdrawClip(db, uuid(), NOW)).rejects.toMatchObject({ kind: 'not_found' });
  await expect(editClip(db, saved.id, { title: ' ' }, NOW)).rejects.toMatchObject({ kind: 'invalid', path: 'title' });
});

test('a withdrawn clip disappears at once and everything about it is said to the queue in order', async () => {
  const db = newDatabase();
  const saved = await saveOne(db, 'a', { picture: picture() });
  await withdrawClip(db, saved.id, NOW);
  expect(await mySuggestions(db)).toEqual([]);
  expect((await db.outbox.toArray()).map(({ action }) => action.name)).toEqual(['saveClip', 'withdrawClip']);
  expect([
    await db.clips.count(),
    await db.pageTexts.count(),
    await db.pictures.count(),
    await db.uploads.count(),
  ]).toEqual([0, 0, 0, 0]);
  // The page can be suggested anew.
  expect((await saveOne(db)).id).not.toBe(saved.id);
});

test('a withdrawn clip that was pulled stays untouched until the queue took it back', async () => {
  const db = newDatabase();
  const saved = await saveOne(db);
  await answerAll(db);
  await pullTopics(db, [openTopic(saved, NOW)]);
  await withdrawClip(db, saved.id, NOW);
  expect(await mySuggestions(db)).toEqual([]);
  expect(await db.clips.count()).toBe(1);
  expect((await saveOne(db)).id).not.toBe(saved.id);
});

test('[BL1] a picture that is ready later is a change, and waits for it with its bytes', async () => {
  const db = newDatabase();
  const saved = await saveOne(db);
  await answerAll(db);
  await addPicture(db, saved.id, picture(), NOW);
  // The first page of a document may be there before the photograph of its tab.
  await addPicture(db, saved.id, picture(new Uint8Array([9])), NOW);
  expect((await db.pictures.get(saved.id))?.bytes).toEqual(picture().bytes);
  expect((await suggestion(db, saved.id))?.clip.picture).toEqual(picture().picture);
  expect(await readyUploads(db)).toEqual([]);
  await answerAll(db);
  expect(await readyUploads(db)).toEqual([saved.id]);
});

test('[OB2] a clip whose saving was refused gets its picture where it is parked', async () => {
  const db = newDatabase();
  const saved = await saveOne(db);
  const [entry] = await db.outbox.toArray();
  if (entry === undefined) throw new Error('the clip waits');
  await db.outbox.clear();
  await db.parked.add({ id: entry.id, parkedAt: NOW, refusal: { kind: 'unknown_goal', path: 'clip.goalId' }, entry });
  await addPicture(db, saved.id, picture(), NOW);
  expect(await db.outbox.count()).toBe(0);
  expect(await db.parked.toArray()).toMatchObject([
    { entry: { action: { name: 'saveClip', clip: { picture: picture().picture } } } },
  ]);
});
