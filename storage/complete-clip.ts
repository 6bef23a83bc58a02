/** What was read of a document after its clip had been kept. */
import type { ClipChanges, ClipDraft } from '../protocol/clip.ts';
import type { AccountDatabase } from './database.ts';
import { clipToChange } from './edit-clip.ts';
import { append } from './outbox.ts';
import { guarded } from './problems.ts';
import { keepPicture, type TakenPicture } from './save-clip.ts';

export type DocumentInside = {
  draft: ClipDraft;
  /** Of its first page; takes the place of whatever the tab showed. */
  picture: TakenPicture | null;
  /** The title that the clip was given without a person's doing: theirs stays. */
  proposedTitle: string;
};

/**
 * Adds to a clip what its document says of itself, as a change like any other; the text stays here (VI4).
 * @throws StorageError `not_found`, `too_late`, or those of `saveClip`
 */
export async function completeClip(
  db: AccountDatabase,
  clipId: string,
  { draft, picture, proposedTitle }: DocumentInside,
  now: number,
): Promise<void> {
  const { clips, outbox, meta, topics, pageTexts, pictures, uploads } = db;
  await guarded(() =>
    db.transaction('rw', [clips, outbox, meta, topics, pageTexts, pictures, uploads], async () => {
      const { byline, lang, published, modified, excerpt, access } = draft;
      const found: ClipChanges = { byline, lang, published, modified, excerpt, access };
      const { clip } = await clipToChange(db, clipId, found);
      const isUntouched = clip.title === proposedTitle && draft.title.trim() !== '' && draft.title !== proposedTitle;
      const changes: ClipChanges = {
        ...found,
        ...(isUntouched ? { title: draft.title } : {}),
        ...(picture === null ? {} : { picture: picture.picture }),
      };
      await append(db, crypto.randomUUID(), { name: 'editClip', clipId, changes }, now);
      if (draft.text !== '') await pageTexts.put({ clipId, text: draft.text });
      if (picture !== null) await keepPicture(db, clipId, picture);
    }),
  );
}
