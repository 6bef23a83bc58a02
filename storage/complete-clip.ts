/** What was read of a document after its clip had been kept. */
import type { ClipChanges, ClipDraft } from '../protocol/clip.ts';
import { saidFields } from '../protocol/said-fields.ts';
import type { AccountDatabase } from './database.ts';
import { clipToChange } from './edit-clip.ts';
import { append } from './outbox.ts';
import { guarded } from './problems.ts';
import { keepPicture, type TakenPicture } from './save-clip.ts';
import { correctParked } from './send-again.ts';
import { waitingTables } from './waiting.ts';

export type DocumentInside = {
  draft: ClipDraft;
  /** Of its first page; takes the place of whatever the tab showed. */
  picture: TakenPicture | null;
  /** The title that the clip was given without a person's doing: theirs stays. */
  proposedTitle: string;
};

/**
 * Adds to a clip what its document says of itself, as a change like any other; the text stays here (VI4).
 * What it does not say stays as it was. A clip whose saving was refused is completed where it is parked: only
 * its person sends it again (OB2).
 * @throws StorageError `not_found`, `too_late`, or those of `saveClip`
 */
export async function completeClip(
  db: AccountDatabase,
  clipId: string,
  { draft, picture, proposedTitle }: DocumentInside,
  now: number,
): Promise<void> {
  const { parked, topics, pageTexts, pictures, uploads } = db;
  await guarded(() =>
    db.transaction('rw', [...waitingTables(db), parked, topics, pageTexts, pictures, uploads], async () => {
      const { byline, lang, published, modified, excerpt, access } = draft;
      const found: ClipChanges = { ...saidFields({ byline, lang, published, modified, excerpt }), access };
      const { clip } = await clipToChange(db, clipId, found);
      const isUntouched = clip.title === proposedTitle && draft.title.trim() !== '' && draft.title !== proposedTitle;
      const changes: ClipChanges = {
        ...found,
        ...(isUntouched ? { title: draft.title } : {}),
        ...(picture === null ? {} : { picture: picture.picture }),
      };
      const saving = await parked.get(clipId);
      if (saving !== undefined) await correctParked(db, saving, changes);
      else await append(db, crypto.randomUUID(), { name: 'editClip', clipId, changes }, now);
      if (draft.text !== '') await pageTexts.put({ clipId, text: draft.text });
      if (picture !== null) await keepPicture(db, clipId, picture);
    }),
  );
}
