/** What was read of a document after its clip had been kept. */

import { bothFound } from '../desk/rules/both-found.ts';
import { effectsOf, factsOf } from '../desk/rules/effects.ts';
import { stripped } from '../desk/rules/strip.ts';
import type { Clip, ClipChanges, ClipDraft } from '../protocol/clip.ts';
import { STRIPPED_PARTS } from '../protocol/rule.ts';
import { saidFields } from '../protocol/said-fields.ts';
import { PROTOCOL_VERSION } from '../protocol/version.ts';
import type { AccountDatabase } from './database.ts';
import { clipToChange } from './edit-clip.ts';
import { append } from './outbox.ts';
import { guarded } from './problems.ts';
import { ruleBook, ruleTables } from './rules.ts';
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
    db.transaction(
      'rw',
      [...waitingTables(db), ...ruleTables(db), parked, topics, pageTexts, pictures, uploads],
      async () => {
        const { byline, lang, published, modified, excerpt, access } = draft;
        const said: ClipChanges = { ...saidFields({ byline, lang, published, modified, excerpt }), access };
        const { clip } = await clipToChange(db, clipId, said);
        const found = bothFound(clip.found, draft.found);
        const { refuse, strip } = effectsOf(factsOf({ ...clip, found }), await ruleBook(db));
        if (refuse !== null) return takeBack(db, { ...clip, found }, now);
        const isUntouched = clip.title === proposedTitle && draft.title.trim() !== '' && draft.title !== proposedTitle;
        const isPictured = picture !== null && !strip.parts.includes('picture');
        const changes: ClipChanges = {
          ...said,
          ...(strip.parts.includes('excerpt') ? { excerpt: '' } : {}),
          ...(isUntouched ? { title: draft.title } : {}),
          ...(isPictured ? { picture: picture.picture } : {}),
          ...(isSame(found, clip) ? {} : { found }),
        };
        const saving = await parked.get(clipId);
        if (saving !== undefined) await correctParked(db, saving, changes);
        else await append(db, crypto.randomUUID(), { name: 'editClip', clipId, changes }, now);
        if (draft.text !== '') await pageTexts.put({ clipId, text: draft.text });
        if (isPictured) await keepPicture(db, clipId, picture);
      },
    ),
  );
}

const isSame = (found: Clip['found'], clip: Clip): boolean => JSON.stringify(found) === JSON.stringify(clip.found);

/**
 * [IN1] What stands inside says that the page may not be clipped: its clip leaves the queue again with all that it says,
 * and stays here as one that was refused, so that its person hears why.
 */
async function takeBack(db: AccountDatabase, clip: Clip, now: number): Promise<void> {
  await append(db, crypto.randomUUID(), { name: 'withdrawClip', clipId: clip.id }, now);
  await db.uploads.delete(clip.id);
  const action = { name: 'saveClip', clip: stripped(clip, STRIPPED_PARTS) } as const;
  const entry = { id: clip.id, number: 0, protocol: PROTOCOL_VERSION, madeAt: clip.capturedAt, action };
  await db.parked.put({ id: clip.id, parkedAt: now, refusal: { kind: 'rule_refuses', path: 'clip' }, entry });
}
