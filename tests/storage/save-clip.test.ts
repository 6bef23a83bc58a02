import { IDBDatabase } from 'fake-indexeddb';
import { expect, test, vi } from 'vitest';
import { addressKey } from '../../desk/address.ts';
import { readHabits } from '../../storage/habits.ts';
import { mySuggestions } from '../../storage/my-suggestions.ts';
import { unsentCount } from '../../storage/outbox.ts';
import { StorageError } from '../../storage/problems.ts';
import { saveClip } from '../../storage/save-clip.ts';
import { NOW, submitter, topic, uuid } from '../desk/samples.ts';
import { draft, newClip, newDatabase, picture } from './device.ts';

test('[ST1] a clip, its outbox entry, text and picture are there together', async () => {
  const db = newDatabase();
  const { clip, isNew } = await saveClip(db, newClip({ picture: picture(), note: 'Passt zum Ziel' }), NOW);
  expect(isNew).toBe(true);
  expect((await db.clips.get(clip.id))?.receivedAt).toBeNull();
  expect(await db.outbox.toArray()).toMatchObject([{ id: clip.id, number: 1, action: { name: 'saveClip', clip } }]);
  expect((await db.pageTexts.get(clip.id))?.text).toBe(draft().text);
  expect((await db.pictures.get(clip.id))?.bytes).toEqual(picture().bytes);
  expect(await db.uploads.count()).toBe(1);
  expect(await unsentCount(db)).toBe(1);
});

test('[ST1] the transaction of a save is strict', async () => {
  const db = newDatabase();
  // Dexie binds the method when it opens.
  const begun = vi.spyOn(IDBDatabase.prototype, 'transaction');
  await db.open();
  begun.mockClear();
  await saveClip(db, newClip(), NOW);
  const transactions = begun.mock.results.map(({ value }) => value);
  begun.mockRestore();
  // The company's rules for addresses are read before: a digest would end the transaction that writes.
  const [transaction, ...others] = transactions.filter(({ mode }) => mode !== 'readonly');
  expect(others).toHaveLength(0);
  expect([transaction.mode, transaction.durability]).toEqual(['readwrite', 'strict']);
});

test.each(['clips', 'outbox', 'meta', 'pageTexts', 'pictures', 'uploads', 'habits'] as const)(
  '[ST1] when %s cannot be written, nothing of a clip stays',
  async (table) => {
    const db = newDatabase();
    await db.open();
    const before = await db.meta.toArray();
    const fail = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    db[table].hook('creating', fail);
    db[table].hook('updating', fail);
    const failure = await saveClip(db, newClip({ picture: picture() }), NOW).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(StorageError);
    expect(failure).toMatchObject({ kind: 'storage_full' });
    for (const { name } of db.tables)
      expect([name, await db.table(name).toArray()]).toEqual([name, name === 'meta' ? before : []]);
  },
);

test('[VI4] the full text stays on the device', async () => {
  const db = newDatabase();
  await saveClip(
    db,
    newClip({ draft: draft({ text: 'geheimer Volltext', imageAddress: 'https://a.example/b.png' }) }),
    NOW,
  );
  const [entry] = await db.outbox.toArray();
  expect(JSON.stringify(entry)).not.toContain('geheimer Volltext');
  expect(JSON.stringify(entry)).not.toContain('b.png');
});

test('a field that is too long or empty is named, and nothing is kept', async () => {
  const db = newDatabase();
  await expect(saveClip(db, newClip({ title: '  ' }), NOW)).rejects.toMatchObject({ kind: 'invalid', path: 'title' });
  await expect(saveClip(db, newClip({ note: 'x'.repeat(2_001) }), NOW)).rejects.toMatchObject({ path: 'note' });
  expect(await db.clips.count()).toBe(0);
});

test('a page in an open topic gives the same clip back, also when pressed twice at once', async () => {
  const db = newDatabase();
  const [first, second] = await Promise.all([saveClip(db, newClip(), NOW), saveClip(db, newClip(), NOW)]);
  expect([first.isNew, second.isNew].toSorted()).toEqual([false, true]);
  expect(second.clip).toEqual(first.clip);
  expect(await unsentCount(db)).toBe(1);
});

test('a page whose topic is closed can be suggested again', async () => {
  const db = newDatabase();
  const { clip } = await saveClip(db, newClip(), NOW);
  await db.topics.put(topic({ id: clip.id, state: 'declined' }));
  await db.clips.update(clip.id, { receivedAt: NOW });
  expect((await saveClip(db, newClip(), NOW + 1)).isNew).toBe(true);
});

test("[AD1] a colleague's open topic of the page is joined already on the device", async () => {
  const db = newDatabase();
  const key = (await addressKey(draft().address, null)) ?? '';
  const open = topic();
  await db.topics.put(open);
  await db.addresses.put({ key, topicId: open.id, state: 'new', stateSince: NOW, supporterCount: 1 });
  await saveClip(db, newClip(), NOW);
  const [suggestion] = await mySuggestions(db);
  expect(suggestion?.topic).toMatchObject({ id: open.id, supporterCount: 2 });
});

test('a save remembers department and goal for the host and ends the kept form', async () => {
  const db = newDatabase();
  await db.drafts.put({
    key: 'tab',
    draft: null,
    address: '',
    title: '',
    departmentId: null,
    goalId: null,
    note: 'halb',
    keptAt: NOW,
  });
  await saveClip(db, newClip({ goalId: 'attract-apprentices', draftKey: 'tab' }), NOW);
  expect(await readHabits(db, draft().address)).toEqual({
    lastInSection: { departmentId: 'hr', goalId: 'attract-apprentices' },
    lastGoalIn: { hr: 'attract-apprentices' },
  });
  expect(await db.drafts.count()).toBe(0);
});

test('own clips are those of this person only', async () => {
  const db = newDatabase();
  const { clip } = await saveClip(db, newClip(), NOW);
  const theirs = { ...clip, id: uuid() };
  await db.clips.add({
    clip: theirs,
    topicId: theirs.id,
    submitter: { id: 'bo', name: 'Bo' },
    addressKey: 'x',
    receivedAt: 1,
  });
  expect((await mySuggestions(db)).map((mine) => mine.clip.id)).toEqual([clip.id]);
  expect((await db.clips.get(clip.id))?.submitter).toEqual({ id: submitter.id, name: submitter.name });
});
