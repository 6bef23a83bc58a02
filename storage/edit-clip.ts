/** Changing and taking back a clip of one's own, until its topic is accepted. */
import { editClip as edited, mayChange } from '../desk/clips.ts';
import { effectsOf, factsOf } from '../desk/rules/effects.ts';
import { clipWithWaiting } from '../desk/waiting.ts';
import { type Clip, type ClipChanges, clipChangesSchema } from '../protocol/clip.ts';
import type { AcceptedRule } from '../protocol/rule.ts';
import type { AccountDatabase } from './database.ts';
import { rememberChoice } from './habits.ts';
import { append } from './outbox.ts';
import { giveUp } from './parked.ts';
import { guarded, StorageError } from './problems.ts';
import type { StoredClip } from './rows.ts';
import { acceptFor, ruleBook, ruleTables } from './rules.ts';
import { keepPicture, type TakenPicture } from './save-clip.ts';
import { correctAndSend, correctParked, forgetClip } from './send-again.ts';
import { topicAt } from './topics.ts';
import { readWaiting, seenTopic, waitingTables } from './waiting.ts';

/**
 * Changes a clip. One whose saving was refused is corrected and sent again as a whole.
 * @param accepts the rules that the person was shown and accepts with it, each in the version shown [IN4]
 * @throws StorageError `invalid`, `not_found`, `too_late`, or those of `saveClip`; another department may have other rules
 */
export async function editClip(
  db: AccountDatabase,
  clipId: string,
  changes: ClipChanges,
  now: number,
  accepts: readonly AcceptedRule[] = [],
): Promise<void> {
  const parsed = clipChangesSchema.safeParse(changes);
  if (!parsed.success) throw new StorageError('invalid', parsed.error.issues[0]?.path.join('.') ?? '');
  const { parked, habits } = db;
  // Much code that only this needs; asked for before the transaction, which would not wait for it.
  const { withFoundIn } = await import('../desk/rules/find.ts');
  await guarded(() =>
    db.transaction('rw', [...waitingTables(db), ...ruleTables(db), parked, habits], async () => {
      // Asked together: each time to wait for the engine is much of a small change.
      const [saving, book, [toChange]] = await Promise.all([
        parked.get(clipId),
        ruleBook(db),
        Promise.allSettled([clipToChange(db, clipId, parsed.data)]),
      ]);
      if (saving !== undefined) return correctAndSend(db, saving, parsed.data, now);
      if (toChange.status === 'rejected') throw toChange.reason;
      const { clip } = toChange.value;
      // [IN1] Also what the person typed: what the queue would refuse does not leave.
      const { found, ...wanted } = withFoundIn(edited(clip, parsed.data));
      const effects = effectsOf(factsOf({ ...wanted, found }), book);
      if (effects.refuse !== null) throw new StorageError('rule_refuses');
      await acceptFor(db, effects, accepts, now);
      const said = JSON.stringify(found) === JSON.stringify(clip.found) ? parsed.data : { ...parsed.data, found };
      await append(db, crypto.randomUUID(), { name: 'editClip', clipId, changes: said }, now);
      if (changes.departmentId !== undefined || changes.goalId !== undefined)
        await rememberChoice(db, { ...clip, ...parsed.data } as Clip);
    }),
  );
}

/** A picture that was ready only after its clip was kept (BL1). */
export async function addPicture(db: AccountDatabase, clipId: string, taken: TakenPicture, now: number): Promise<void> {
  const { parked, pictures, uploads } = db;
  await guarded(() =>
    db.transaction('rw', [...waitingTables(db), ...ruleTables(db), parked, pictures, uploads], async () => {
      // The first page of a document may have come before the photograph of its tab.
      if ((await pictures.get(clipId)) !== undefined) return;
      const changes = { picture: taken.picture };
      const { clip } = await clipToChange(db, clipId, changes);
      // [IN3] The clip has none by the rules.
      if (effectsOf(factsOf(clip), await ruleBook(db)).strip.parts.includes('picture')) return;
      // A clip that was refused gets it where it is parked: the queue knows nothing of it that could be changed.
      const saving = await parked.get(clipId);
      if (saving !== undefined) await correctParked(db, saving, changes);
      else await append(db, crypto.randomUUID(), { name: 'editClip', clipId, changes }, now);
      await keepPicture(db, clipId, taken);
    }),
  );
}

/**
 * Takes a clip back. What no pull brought yet disappears here at once; the outbox still says all of
 * it in order, since its saving may be on its way already.
 * @throws StorageError `not_found`, `too_late`, or those of `saveClip`
 */
export async function withdrawClip(db: AccountDatabase, clipId: string, now: number): Promise<void> {
  const { parked, pageTexts, pictures, uploads } = db;
  await guarded(() =>
    db.transaction('rw', [...waitingTables(db), parked, pageTexts, pictures, uploads], async () => {
      const saving = await parked.get(clipId);
      if (saving !== undefined) return giveUp(db, saving);
      const { row } = await clipToChange(db, clipId, WITHDRAWAL);
      await append(db, crypto.randomUUID(), { name: 'withdrawClip', clipId }, now);
      await uploads.delete(clipId);
      if (row.receivedAt === null) await forgetClip(db, clipId);
    }),
  );
}

/** Taking back changes all of a clip. */
const WITHDRAWAL: ClipChanges = { note: '' };

/** Inside a transaction over clips, outbox, meta and topics. @throws StorageError `not_found`, or `too_late` by the rule of the desk */
export async function clipToChange(
  db: AccountDatabase,
  clipId: string,
  changes: ClipChanges,
): Promise<{ row: StoredClip; clip: Clip }> {
  const [row, waiting] = await Promise.all([db.clips.get(clipId), readWaiting(db)]);
  const clip = row === undefined ? null : clipWithWaiting(row.clip, waiting.entries);
  if (row === undefined || clip === null || row.submitter.id !== waiting.person.id) throw new StorageError('not_found');
  const topic = seenTopic(waiting, row.topicId, (await topicAt(db, row.topicId)) ?? null);
  if (topic !== null && !mayChange(clip, changes, topic.state)) throw new StorageError('too_late');
  return { row, clip };
}
