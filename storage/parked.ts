/** Entries that were refused for good (OB2): sent again or given up only by the person's act. */

import { editClip } from '../desk/clips.ts';
import { checkDecision, lastDecisionId } from '../desk/decisions.ts';
import type { ClipChanges } from '../protocol/clip.ts';
import type { Action } from '../protocol/mutation.ts';
import type { AccountDatabase } from './database.ts';
import { append } from './outbox.ts';
import { guarded, StorageError } from './problems.ts';
import { outboxEntrySchema, type ParkedEntry } from './rows.ts';
import { clipIdOf, readWaiting, seenTopic } from './waiting.ts';

/**
 * Sends a parked entry again under its own id, with the person's corrections if it is about a clip.
 * A decision is made anew on the topic as it stands now.
 * @throws StorageError `not_found`, `invalid`, or the refusal that the rules still give
 */
export async function retryParked(
  db: AccountDatabase,
  entryId: string,
  changes: ClipChanges,
  now: number,
): Promise<void> {
  const { clips, outbox, parked, meta, topics } = db;
  await guarded(() =>
    db.transaction('rw', [clips, outbox, parked, meta, topics], async () => {
      const row = await parked.get(entryId);
      if (row === undefined) throw new StorageError('not_found');
      await correctAndSend(db, row, changes, now);
    }),
  );
}

/** Inside a transaction over clips, outbox, parked, meta and topics. */
export async function correctAndSend(
  db: AccountDatabase,
  row: ParkedEntry,
  changes: ClipChanges,
  now: number,
): Promise<void> {
  const parsed = outboxEntrySchema.safeParse(row.entry);
  if (!parsed.success) throw new StorageError('invalid');
  await append(db, row.id, await corrected(db, parsed.data.action, changes, now), parsed.data.madeAt);
  await db.parked.delete(row.id);
}

async function corrected(db: AccountDatabase, action: Action, changes: ClipChanges, now: number): Promise<Action> {
  if (action.name === 'saveClip') {
    const clip = editClip(action.clip, changes);
    const kept = await db.clips.get(clip.id);
    if (kept !== undefined) await db.clips.put({ ...kept, clip });
    return { name: 'saveClip', clip };
  }
  if (action.name === 'editClip') return { ...action, changes: { ...action.changes, ...changes } };
  if (action.name !== 'decide') return action;
  const waiting = await readWaiting(db);
  const { topicId } = action.decision;
  const topic = seenTopic(waiting, topicId, (await db.topics.get(topicId)) ?? null);
  if (topic === null) throw new StorageError('not_found');
  const decision = { ...action.decision, after: lastDecisionId(topic) };
  const refusal = checkDecision(topic, decision, waiting.person, now);
  if (refusal !== null) throw new StorageError(refusal.kind, refusal.path);
  return { name: 'decide', decision };
}

/** Gives a parked entry up. With the saving of a clip go the clip and what else was parked about it. */
export async function discardParked(db: AccountDatabase, entryId: string): Promise<void> {
  const { clips, parked, pageTexts, pictures, uploads } = db;
  await guarded(() =>
    db.transaction('rw', [clips, parked, pageTexts, pictures, uploads], async () => {
      const row = await parked.get(entryId);
      if (row !== undefined) await giveUp(db, row);
    }),
  );
}

/** Inside a transaction over clips, parked, pageTexts, pictures and uploads. */
export async function giveUp(db: AccountDatabase, row: ParkedEntry): Promise<void> {
  await db.parked.delete(row.id);
  const action = outboxEntrySchema.safeParse(row.entry).data?.action;
  if (action?.name !== 'saveClip') return;
  await forgetClip(db, action.clip.id);
  const about = (await db.parked.toArray()).filter(({ entry }) => {
    const other = outboxEntrySchema.safeParse(entry).data?.action;
    return other !== undefined && clipIdOf(other) === action.clip.id;
  });
  await db.parked.bulkDelete(about.map(({ id }) => id));
}

/** Everything that this device holds of a clip. */
export async function forgetClip(db: AccountDatabase, clipId: string): Promise<void> {
  await Promise.all([
    db.clips.delete(clipId),
    db.pageTexts.delete(clipId),
    db.pictures.delete(clipId),
    db.uploads.delete(clipId),
  ]);
}
