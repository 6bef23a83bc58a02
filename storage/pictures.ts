/** Pictures: those made here until the queue has them, and those fetched as long as there is room. */
import { pictureSchema } from '../protocol/clip.ts';
import type { AccountDatabase } from './database.ts';
import { readMeta } from './meta.ts';
import { guarded } from './problems.ts';
import { outboxEntrySchema, type StoredPicture } from './rows.ts';
import { sound } from './sound.ts';
import { clipIdOf } from './waiting.ts';

/** At most 200 kB each: a hundred megabytes, gone before they would be asked for again. */
const FETCHED_KEPT = 500;

export async function storedPicture(db: AccountDatabase, clipId: string): Promise<StoredPicture | null> {
  return (await db.pictures.get(clipId)) ?? null;
}

/** Those of these clips that are here, by clip. */
export async function storedPictures(
  db: AccountDatabase,
  clipIds: readonly string[],
): Promise<Map<string, StoredPicture>> {
  const rows = clipIds.length === 0 ? [] : await db.pictures.bulkGet([...clipIds]);
  return new Map(rows.flatMap((row) => (row === undefined ? [] : [[row.clipId, row]])));
}

/** Keeps a picture that the queue sent, and lets those go that were fetched longest ago. */
export async function keepFetched(db: AccountDatabase, picture: StoredPicture & { fetchedAt: number }): Promise<void> {
  await guarded(() =>
    db.transaction('rw', db.pictures, async () => {
      await db.pictures.put(picture);
      const fetched = db.pictures.where('fetchedAt').above(0);
      const over = (await fetched.count()) - FETCHED_KEPT;
      if (over > 0) await db.pictures.bulkDelete(await db.pictures.orderBy('fetchedAt').limit(over).primaryKeys());
    }),
  );
}

/** Pictures whose clip the queue has: one that waits or was parked keeps its picture here (BL1). */
export async function readyUploads(db: AccountDatabase): Promise<string[]> {
  const uploads = await db.uploads.filter(({ refused }) => !refused).toArray();
  if (uploads.length === 0) return [];
  const { through } = await readMeta(db, 'settled');
  const unsent = await db.outbox.where('number').above(through).toArray();
  const held = new Set<string | null>([...(await db.parked.toCollection().primaryKeys())]);
  for (const { action } of sound('outbox', outboxEntrySchema, unsent)) held.add(clipIdOf(action));
  return uploads.map(({ clipId }) => clipId).filter((clipId) => !held.has(clipId));
}

/** The queue has the picture, or there is no clip any more that it could be of. */
export async function uploadDone(db: AccountDatabase, clipId: string): Promise<void> {
  await guarded(() => db.uploads.delete(clipId));
}

/** The queue does not take this picture; the clip goes without, the bytes stay here. */
export async function uploadRefused(db: AccountDatabase, clipId: string): Promise<void> {
  await guarded(() => db.uploads.put({ clipId, refused: true }));
}

/** A type that may become an `img`: never what a server merely claims. */
export const isPictureType = (type: string): type is StoredPicture['type'] =>
  pictureSchema.shape.type.safeParse(type).success;
