import { expect, test } from 'vitest';
import type { Change } from '../../protocol/pull.ts';
import { acknowledge, nextBatch } from '../../storage/batch.ts';
import type { AccountDatabase } from '../../storage/database.ts';
import { readMeta } from '../../storage/meta.ts';
import { mySuggestions } from '../../storage/my-suggestions.ts';
import { outboxEntries } from '../../storage/outbox.ts';
import { keepFetched } from '../../storage/pictures.ts';
import { receivePage } from '../../storage/receive-page.ts';
import { renumber } from '../../storage/renumber.ts';
import { saveClip } from '../../storage/save-clip.ts';
import { clip, NOW, submitter, topic } from '../desk/samples.ts';
import { draft, newClip, newDatabase, OTHER_EPOCH, page, picture } from './device.ts';

const save = async (db: AccountDatabase, name: string, more = {}) =>
  (await saveClip(db, newClip({ draft: draft({ address: `https://intranet.example/${name}` }), ...more }), NOW)).clip;

const settleAll = async (db: AccountDatabase, seq: number) => {
  const batch = await nextBatch(db, 100, NOW);
  if (batch !== null)
    await acknowledge(db, batch, { lastNumber: batch.mutations.at(-1)?.number ?? 0, seq, refused: [] }, NOW);
};

test('[CL2] a fork makes a new client; what waits keeps ids and order and is numbered from 1', async () => {
  const db = newDatabase();
  const settled = await save(db, 'settled');
  await settleAll(db, 5);
  const waiting = [await save(db, 'a'), await save(db, 'b')];
  const { clientId } = await readMeta(db, 'client');
  await renumber(db, clientId);

  const batch = await nextBatch(db, 100, NOW);
  expect(batch?.clientId).not.toBe(clientId);
  expect(batch?.acknowledged).toBe(0);
  expect(batch?.mutations.map(({ number, id }) => [number, id])).toEqual([
    [1, waiting[0]?.id],
    [2, waiting[1]?.id],
  ]);
  // What was settled is shown until a pull brings it, and then goes.
  expect((await mySuggestions(db)).map(({ clip, topic }) => [clip.id, topic?.state])).toContainEqual([
    settled.id,
    'new',
  ]);
  await receivePage(db, null, page([], { seq: 5 }), NOW);
  expect((await db.outbox.toArray()).map(({ id }) => id)).toEqual(waiting.map(({ id }) => id));
});

test('[CL2] an answer to the old identity does not renumber the new one', async () => {
  const db = newDatabase();
  await save(db, 'a');
  await renumber(db, crypto.randomUUID());
  expect((await nextBatch(db, 1, NOW))?.clientId).toBe((await readMeta(db, 'client')).clientId);
  expect((await readMeta(db, 'client')).nextNumber).toBe(2);
});

test('[CL2] what is shown is left out of what is read, and with a new identity, whose numbers begin anew, nothing is', async () => {
  const db = newDatabase();
  for (const name of ['a', 'b', 'c']) await save(db, name);
  await settleAll(db, 5);
  await receivePage(db, null, page([], { seq: 5 }), NOW);
  expect(await outboxEntries(db)).toEqual([]);
  const waiting = await save(db, 'd');
  expect((await outboxEntries(db)).map(({ number }) => number)).toEqual([4]);
  await renumber(db, (await readMeta(db, 'client')).clientId);
  expect((await outboxEntries(db)).map(({ number, id }) => [number, id])).toEqual([[1, waiting.id]]);
  await settleAll(db, 6);
  await receivePage(db, await readMeta(db, 'cursor'), page([], { seq: 6 }), NOW);
  expect([await db.outbox.count(), await outboxEntries(db)]).toEqual([0, []]);
});

test('[CL2] with nothing waiting, numbers of the new client begin at 1', async () => {
  const db = newDatabase();
  await save(db, 'settled');
  await settleAll(db, 5);
  await renumber(db, (await readMeta(db, 'client')).clientId);
  await save(db, 'a');
  expect((await nextBatch(db, 100, NOW))?.mutations.map(({ number }) => number)).toEqual([1]);
});

test('[CL7] in another history own clips go first, then what was settled, then what waits; pictures go again', async () => {
  const db = newDatabase();
  const pulled = await save(db, 'pulled', { picture: picture() });
  await settleAll(db, 3);
  const row = { clip: pulled, topicId: pulled.id, submitter, addressKey: 'k', receivedAt: NOW };
  await receivePage(db, null, page([{ kind: 'clip', id: pulled.id, row }], { seq: 3 }), NOW);
  await db.uploads.clear();
  const settled = await save(db, 'settled');
  await settleAll(db, 4);
  const waiting = await save(db, 'waiting');
  const colleague = topic();

  const { clientId } = await readMeta(db, 'client');
  const cursor = await readMeta(db, 'cursor');
  const restored = page([{ kind: 'topic', id: colleague.id, row: colleague }], {
    reset: true,
    epoch: OTHER_EPOCH,
    seq: 1,
  });
  expect(await receivePage(db, cursor, restored, NOW)).toBe(true);

  const batch = await nextBatch(db, 100, NOW);
  expect(batch).toMatchObject({ epoch: OTHER_EPOCH, acknowledged: 0 });
  expect(batch?.clientId).not.toBe(clientId);
  expect(batch?.mutations.map(({ number, id, action }) => [number, id, action.name])).toEqual([
    [1, pulled.id, 'saveClip'],
    [2, settled.id, 'saveClip'],
    [3, waiting.id, 'saveClip'],
  ]);
  expect((await db.uploads.toArray()).map(({ clipId }) => clipId)).toEqual([pulled.id]);
  expect(await mySuggestions(db)).toHaveLength(3);
});

test('[CL7] a picture of an own clip that was fetched from the queue is sent to the restored one too', async () => {
  const db = newDatabase();
  const { bytes, picture: named } = picture();
  const own = clip({ picture: named });
  const theirs = clip({ picture: named });
  const row = (of: typeof own, by: { id: string; name: string }): Change => ({
    kind: 'clip',
    id: of.id,
    row: { clip: of, topicId: of.id, submitter: by, addressKey: of.id, receivedAt: NOW },
  });
  // Clipped on another device of the person, and by a colleague.
  const first = page([row(own, submitter), row(theirs, { id: 'bo', name: 'Bo' })], { seq: 2 });
  await receivePage(db, null, first, NOW);
  for (const { id } of [own, theirs])
    await keepFetched(db, { clipId: id, hash: named.hash, type: named.type, bytes, fetchedAt: NOW });
  await receivePage(db, first.cursor, page([], { reset: true, epoch: OTHER_EPOCH, seq: 1 }), NOW);

  expect((await db.uploads.toArray()).map(({ clipId }) => clipId)).toEqual([own.id]);
  expect(await db.pictures.toArray()).toEqual([{ clipId: own.id, hash: named.hash, type: named.type, bytes }]);
});
