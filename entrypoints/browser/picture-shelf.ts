/**
 * Pictures of clips for a page: from this device where they are, else asked of the queue. Screens show
 * what is there and are told when more has come. Each picture is asked for once, and again whenever its
 * clip changes: a clip arrives before its picture (BL1), and the queue announces the picture by the clip.
 * Those that a screen asks for at once are read and followed together: a list has hundreds.
 */

import { clipsAt } from '../../storage/clips.ts';
import type { AccountDatabase } from '../../storage/database.ts';
import { live } from '../../storage/live.ts';
import { storedPictures } from '../../storage/pictures.ts';
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

  /** [BL1] What is not shown as its clip names it: one made here is newer than anything the clip says of it. */
  const look = async (named: ReadonlyMap<string, string | null>): Promise<void> => {
    const stored = await storedPictures(db, [...named.keys()]);
    for (const [id, hash] of named) {
      const here = stored.get(id);
      if (here !== undefined && (here.fetchedAt === undefined || here.hash === hash)) show(here);
      // Offline or not allowed: the screen does without.
      else if (hash !== null) void fetchOne(id, hash).catch(() => undefined);
    }
  };

  const fetchOne = async (id: string, hash: string): Promise<void> => {
    const loaded = await load({ id, hash });
    if (loaded !== null) show(loaded);
  };

  const follow = (ids: string[]) =>
    live(() => clipsAt(db, ids)).subscribe({
      next: (rows) => {
        const hashes = ids.map((id, at) => [id, rows[at]?.clip.picture?.hash ?? null] as const);
        const missing = hashes.filter(([id, hash]) => !shown.has(id) || shown.get(id)?.hash !== hash);
        void look(new Map(missing)).catch(() => undefined);
      },
      error: () => undefined,
    });

  let asked: string[] = [];
  const followAsked = () => {
    const ids = asked;
    asked = [];
    follow(ids);
  };

  return {
    url(clipId) {
      if (clipId !== null && !watched.has(clipId)) {
        watched.add(clipId);
        if (asked.push(clipId) === 1) setTimeout(followAsked);
      }
      return (clipId === null ? undefined : shown.get(clipId)?.url) ?? null;
    },
  };
}
