import { expect, test } from 'vitest';
import { acknowledge, nextBatch } from '../../storage/batch.ts';
import type { AccountDatabase } from '../../storage/database.ts';
import { readMeta } from '../../storage/meta.ts';
import { receivePage } from '../../storage/receive-page.ts';
import { renumber } from '../../storage/renumber.ts';
import { saveClip } from '../../storage/save-clip.ts';
import { mySuggestions } from '../../storage/suggestions.ts';
import { NOW, submitter, topic } from '../desk/samples.ts';
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
