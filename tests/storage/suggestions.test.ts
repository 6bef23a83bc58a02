import { expect, test } from 'vitest';
import { addressKey } from '../../desk/address.ts';
import { openTopic } from '../../desk/clips.ts';
import { mySuggestions } from '../../storage/my-suggestions.ts';
import { onBrokenRow } from '../../storage/sound.ts';
import { suggestionForPage } from '../../storage/suggestions.ts';
import { NOW, topic, uuid } from '../desk/samples.ts';
import { answerAll, pullTopics, saveOne } from './acts.ts';
import { newDatabase } from './device.ts';

test('[ST2] waiting, settled and pulled: a clip is seen the same, only its delivery moves', async () => {
  const db = newDatabase();
  const saved = await saveOne(db);
  const seen = async () =>
    (await mySuggestions(db)).map(({ topic, delivery }) => [topic?.supporterCount, delivery.kind]);
  expect(await seen()).toEqual([[1, 'waiting']]);
  await answerAll(db, [], 5);
  expect(await seen()).toEqual([[1, 'sent']]);
  // A page that does not reach the acknowledged position brings clip and topic already.
  await pullTopics(db, [openTopic(saved, NOW)], 4);
  expect(await db.outbox.count()).toBe(1);
  expect(await seen()).toEqual([[1, 'sent']]);
  await pullTopics(db, [], 5);
  expect(await db.outbox.count()).toBe(0);
  expect(await seen()).toEqual([[1, 'sent']]);
});

test("[ST2] joining a colleague's topic counts one supporter, before and after the pull", async () => {
  const db = newDatabase();
  const theirs = topic();
  const address = 'https://intranet.example/a';
  const key = (await addressKey(address, null)) ?? '';
  await db.addresses.put({ key, topicId: theirs.id, state: 'new', stateSince: NOW, supporterCount: 1 });
  await pullTopics(db, [theirs]);
  await db.addresses.put({ key, topicId: theirs.id, state: 'new', stateSince: NOW, supporterCount: 1 });
  await saveOne(db);
  expect((await mySuggestions(db))[0]?.topic).toMatchObject({ id: theirs.id, supporterCount: 2 });
  await answerAll(db, [], 5);
  await pullTopics(db, [{ ...theirs, supporterCount: 2 }], 4);
  expect((await mySuggestions(db))[0]?.topic).toMatchObject({ id: theirs.id, supporterCount: 2 });
});

test('a page is mine, a colleague’s or nobody’s', async () => {
  const db = newDatabase();
  const saved = await saveOne(db, 'mine');
  const mine = (await addressKey(saved.address, null)) ?? '';
  expect(await suggestionForPage(db, mine)).toMatchObject({ kind: 'mine', suggestion: { clip: { id: saved.id } } });
  const earlier = { key: '1.x', topicId: uuid(), state: 'accepted' as const, stateSince: NOW, supporterCount: 3 };
  await db.addresses.put(earlier);
  expect(await suggestionForPage(db, '1.x')).toEqual({ kind: 'colleague', earlier });
  expect(await suggestionForPage(db, '1.y')).toEqual({ kind: 'none' });
});

test('newest first, and no more than asked for', async () => {
  const db = newDatabase();
  const saved = [await saveOne(db, 'a'), await saveOne(db, 'b'), await saveOne(db, 'c')];
  for (const [index, { id }] of saved.entries()) await db.clips.update(id, { 'clip.capturedAt': NOW + index });
  expect((await mySuggestions(db)).map(({ clip }) => clip.id)).toEqual(saved.map(({ id }) => id).reverse());
  expect((await mySuggestions(db, 2)).map(({ clip }) => clip.id)).toEqual([saved[2]?.id, saved[1]?.id]);
});

test('a broken row is left out and told, never a crash', async () => {
  const db = newDatabase();
  const [good, bad] = [await saveOne(db, 'a'), await saveOne(db, 'b')];
  await db.clips.update(bad.id, { 'clip.title': null } as never);
  const told: string[] = [];
  onBrokenRow((table) => told.push(table));
  expect((await mySuggestions(db)).map(({ clip }) => clip.id)).toEqual([good.id]);
  onBrokenRow(() => {});
  expect(told).toEqual(['clips']);
});
