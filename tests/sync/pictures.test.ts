import { createHash } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import type { StoredPicture } from '../../storage/rows.ts';
import { SyncError } from '../../sync/errors.ts';
import { loadPicture, uploadPictures } from '../../sync/pictures.ts';
import { NOW, uuid } from '../desk/samples.ts';
import { answerAll, saveOne } from '../storage/acts.ts';
import { newDatabase, picture } from '../storage/device.ts';
import { transport } from './answers.ts';

async function twoUploads() {
  const db = newDatabase();
  const saved = [await saveOne(db, 'a', { picture: picture() }), await saveOne(db, 'b', { picture: picture() })];
  await answerAll(db);
  return { db, ids: saved.map(({ id }) => id).toSorted() };
}

test('[BL1] every picture whose clip arrived is uploaded once', async () => {
  const { db, ids } = await twoUploads();
  const putPicture = vi.fn(async (_picture: StoredPicture) => {});
  await uploadPictures(db, transport({ putPicture }));
  await uploadPictures(db, transport({ putPicture }));
  expect(putPicture.mock.calls.map(([{ clipId }]) => clipId)).toEqual(ids);
  expect(putPicture.mock.calls[0]?.[0]).toMatchObject({ type: 'image/webp', bytes: picture().bytes });
});

test('a picture that is refused or has no clip any more does not stop the others; a lost line does', async () => {
  for (const [kind, left] of [
    ['failed', 1],
    ['too_large', 1],
    ['not_found', 0],
  ] as const) {
    const { db } = await twoUploads();
    const putPicture = vi.fn(async () => {});
    putPicture.mockRejectedValueOnce(new SyncError(kind));
    await uploadPictures(db, transport({ putPicture }));
    expect(putPicture).toHaveBeenCalledTimes(2);
    expect(await db.uploads.count()).toBe(left);
    await uploadPictures(db, transport({ putPicture }));
    expect(putPicture).toHaveBeenCalledTimes(2);
  }
  const { db } = await twoUploads();
  const putPicture = () => Promise.reject(new SyncError('unreachable'));
  await expect(uploadPictures(db, transport({ putPicture }))).rejects.toMatchObject({ kind: 'unreachable' });
  expect(await db.uploads.filter(({ refused }) => !refused).count()).toBe(2);
});

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

test('a picture is fetched once and then here; another one of the same clip is fetched anew', async () => {
  const db = newDatabase();
  const id = uuid();
  let bytes = new Uint8Array([1]);
  const getPicture = vi.fn(async () => ({ type: 'image/webp' as const, bytes }));
  const load = () => loadPicture(db, { getPicture }, { id, hash: sha256(bytes) }, NOW);
  expect(await load()).toMatchObject({ clipId: id, bytes: new Uint8Array([1]), fetchedAt: NOW });
  await load();
  expect(getPicture).toHaveBeenCalledTimes(1);
  bytes = new Uint8Array([2]);
  expect(await load()).toMatchObject({ bytes });
  expect(getPicture).toHaveBeenCalledTimes(2);
  const none = { getPicture: () => Promise.reject(new SyncError('not_found')) };
  expect(await loadPicture(db, none, { id: uuid(), hash: 'a' }, NOW)).toBeNull();
});

test('the picture before is not kept as the one that the clip names now', async () => {
  const db = newDatabase();
  const before = { type: 'image/webp' as const, bytes: new Uint8Array([1]) };
  const clip = { id: uuid(), hash: sha256(new Uint8Array([2])) };
  expect(await loadPicture(db, { getPicture: async () => before }, clip, NOW)).toBeNull();
  expect(await db.pictures.count()).toBe(0);
});
