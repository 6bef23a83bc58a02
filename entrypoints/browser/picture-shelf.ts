/**
 * Pictures of clips for a page: from this device where they are, else asked of the queue, each once.
 * Screens show what is there and are told when more has come.
 */

import type { AccountDatabase } from '../../storage/database.ts';
import { storedPicture } from '../../storage/pictures.ts';

export type PictureShelf = { url(clipId: string | null): string | null };

export function createPictureShelf(
  db: AccountDatabase,
  download: (clipId: string) => Promise<void>,
  changed: () => void,
): PictureShelf {
  const urls = new Map<string, string | null>();

  const load = async (clipId: string): Promise<void> => {
    if ((await storedPicture(db, clipId)) === null) await download(clipId);
    const stored = await storedPicture(db, clipId);
    if (stored === null) return;
    urls.set(clipId, URL.createObjectURL(new Blob([stored.bytes], { type: stored.type })));
    changed();
  };

  return {
    url(clipId) {
      if (clipId === null) return null;
      if (!urls.has(clipId)) {
        urls.set(clipId, null);
        // Offline or not allowed: the screen does without, and asks again when it is opened anew.
        void load(clipId).catch(() => undefined);
      }
      return urls.get(clipId) ?? null;
    },
  };
}
