/**
 * Pictures of clips for a page: from this device where they are, else asked of the queue. Screens show
 * what is there and are told when more has come. Each picture is asked for once, and again whenever its
 * clip changes: a clip arrives before its picture (BL1), and the queue announces the picture by the clip.
 */
import { liveQuery } from 'dexie';
import type { AccountDatabase } from '../../storage/database.ts';
import { storedPicture } from '../../storage/pictures.ts';
import type { StoredPicture } from '../../storage/rows.ts';

export type PictureShelf = { url(clipId: string | null): string | null };

/** The picture with this hash, which the clip names; null while the queue has it not. */
type LoadPicture = (clip: { id: string; hash: string }) => Promise<StoredPicture | null>;

export function createPictureShelf(db: AccountDatabase, load: LoadPicture, changed: () => void): PictureShelf {
  const watched = new Set<string>();
  const shown = new Map<string, { hash: string; url: string }>();

  const show = ({ clipId, hash, type, bytes }: StoredPicture) => {
    const before = shown.get(clipId);
    if (before?.hash === hash) return;
    if (before !== undefined) URL.revokeObjectURL(before.url);
    shown.set(clipId, { hash, url: URL.createObjectURL(new Blob([bytes], { type })) });
    changed();
  };

  const look = async (id: string, hash: string | null): Promise<void> => {
    const stored = await storedPicture(db, id);
    // One made here is newer than anything the clip says of it.
    if (stored !== null && (stored.fetchedAt === undefined || stored.hash === hash)) return show(stored);
    if (hash === null || shown.get(id)?.hash === hash) return;
    const loaded = await load({ id, hash });
    if (loaded !== null) show(loaded);
  };

  return {
    url(clipId) {
      if (clipId !== null && !watched.has(clipId)) {
        watched.add(clipId);
        liveQuery(() => db.clips.get(clipId)).subscribe({
          // Offline or not allowed: the screen does without.
          next: (row) => void look(clipId, row?.clip.picture?.hash ?? null).catch(() => undefined),
          error: () => undefined,
        });
      }
      return (clipId === null ? undefined : shown.get(clipId)?.url) ?? null;
    },
  };
}
