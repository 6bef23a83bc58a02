// A live query needs the global one.
import 'fake-indexeddb/auto';
import { createHash } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import { createPictureShelf } from '../../../entrypoints/browser/picture-shelf.ts';
import type { ClipRow } from '../../../protocol/clip.ts';
import { keepPicture } from '../../../storage/save-clip.ts';
import { SyncError } from '../../../sync/errors.ts';
import { loadPicture } from '../../../sync/pictures.ts';
import { clip, editor, NOW } from '../../desk/samples.ts';
import { newDatabase, picture } from '../../storage/device.ts';

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** A page at the desk that shows the clip of a colleague, and the queue that may have its picture. */
function openShelf() {
  const db = newDatabase(editor);
  const queue: { has: Uint8Array<ArrayBuffer> | null } = { has: null };
  const getPicture = vi.fn(async () => {
    if (queue.has === null) throw new SyncError('not_found');
    return { type: 'image/webp' as const, bytes: queue.has };
  });
  const changed = vi.fn();
  const shelf = createPictureShelf(db, (wanted) => loadPicture(db, { getPicture }, wanted, NOW), changed);
  const shown = clip();
  const announce = (bytes: Uint8Array) =>
    db.clips.put({
      clip: { ...shown, picture: { ...picture().picture, hash: hashOf(bytes) } },
      topicId: shown.id,
      submitter: { id: 'anna', name: 'Anna Berger' },
      addressKey: 'key',
      receivedAt: NOW,
    } satisfies ClipRow);
  const seen = async () => {
    const url = shelf.url(shown.id);
    return url === null ? null : [...new Uint8Array(await (await fetch(url)).arrayBuffer())];
  };
  return { db, queue, getPicture, changed, announce, seen, id: shown.id };
}

test('[BL1] a picture that the queue did not have yet is shown when its clip changes', async () => {
  const { queue, getPicture, changed, announce, seen } = openShelf();
  await announce(new Uint8Array([1]));
  expect(await seen()).toBeNull();
  await vi.waitFor(() => expect(getPicture).toHaveBeenCalledTimes(1));
  await seen();
  queue.has = new Uint8Array([1]);
  await announce(new Uint8Array([1]));
  await vi.waitFor(async () => expect(await seen()).toEqual([1]));
  expect(changed).toHaveBeenCalledTimes(1);
  expect(getPicture).toHaveBeenCalledTimes(2);
});

test('a clip that names another picture gets it; a change of other things asks for nothing', async () => {
  const { queue, getPicture, announce, seen } = openShelf();
  queue.has = new Uint8Array([1]);
  await announce(queue.has);
  await vi.waitFor(async () => expect(await seen()).toEqual([1]));
  await announce(queue.has);
  queue.has = new Uint8Array([2]);
  await announce(queue.has);
  await vi.waitFor(async () => expect(await seen()).toEqual([2]));
  expect(getPicture).toHaveBeenCalledTimes(2);
});

test('a picture made here is shown though the clip does not name it yet', async () => {
  const { db, getPicture, announce, seen, id } = openShelf();
  await keepPicture(db, id, picture(new Uint8Array([3])));
  await announce(new Uint8Array([1]));
  await vi.waitFor(async () => expect(await seen()).toEqual([3]));
  expect(getPicture).not.toHaveBeenCalled();
});
