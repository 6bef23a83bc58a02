/** Pictures travel apart from their clips (BL1). */
import type { AccountDatabase } from '../storage/database.ts';
import { keepFetched, readyUploads, storedPicture, uploadDone, uploadRefused } from '../storage/pictures.ts';
import type { StoredPicture } from '../storage/rows.ts';
import { SyncError, type SyncErrorKind } from './errors.ts';
import type { Transport } from './transport.ts';

/** These will be the same however often they are tried. */
const FOR_GOOD: readonly SyncErrorKind[] = ['failed', 'too_large'];

/** Uploads the pictures of clips that the queue has. One that is refused does not stop the others. */
export async function uploadPictures(db: AccountDatabase, transport: Transport): Promise<void> {
  for (const clipId of await readyUploads(db)) {
    const picture = await storedPicture(db, clipId);
    if (picture === null) {
      await uploadDone(db, clipId);
      continue;
    }
    try {
      await transport.putPicture(picture);
      await uploadDone(db, clipId);
    } catch (error) {
      if (!(error instanceof SyncError)) throw error;
      if (error.kind === 'not_found')
        await uploadDone(db, clipId); // The clip was taken back meanwhile.
      else if (FOR_GOOD.includes(error.kind)) await uploadRefused(db, clipId);
      else throw error;
    }
  }
}

/**
 * The picture of a clip, from this device if it is here. Null when the queue has none, none yet, or
 * still the one before.
 * @throws SyncError
 */
export async function loadPicture(
  db: AccountDatabase,
  transport: Pick<Transport, 'getPicture'>,
  { id, hash }: { id: string; hash: string },
  now: number,
): Promise<StoredPicture | null> {
  const stored = await storedPicture(db, id);
  if (stored?.hash === hash) return stored;
  try {
    const answer = await transport.getPicture(id);
    if ((await sha256(answer.bytes)) !== hash) return null;
    const fetched = { clipId: id, hash, ...answer, fetchedAt: now };
    await keepFetched(db, fetched);
    return fetched;
  } catch (error) {
    if (error instanceof SyncError && error.kind === 'not_found') return null;
    throw error;
  }
}

/** Lower-case hex, as a clip names its picture. */
async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
