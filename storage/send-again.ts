/** What a refused entry becomes when the person corrects it, and what goes when they give a clip up. */
import { editClip } from '../desk/clips.ts';
import { lastDecisionId } from '../desk/decisions.ts';
import { effectsOf, factsOf, notAccepted } from '../desk/rules/effects.ts';
import type { Clip, ClipChanges } from '../protocol/clip.ts';
import type { Action } from '../protocol/mutation.ts';
import type { AccountDatabase } from './database.ts';
import { decisionRefused } from './decision-refused.ts';
import { append } from './outbox.ts';
import { StorageError } from './problems.ts';
import { outboxEntrySchema, type ParkedEntry } from './rows.ts';
import { acceptedRules, ruleBook } from './rules.ts';
import { topicAt } from './topics.ts';
import { readWaiting, seenTopic } from './waiting.ts';

/**
 * Inside a transaction over the `waitingTables`, parked, topics and the `ruleTables`.
 * @throws StorageError `rule_refuses` and `rule_not_accepted`, by the rules as this device holds them now [IN1]
 */
export async function correctAndSend(
  db: AccountDatabase,
  row: ParkedEntry,
  changes: ClipChanges,
  now: number,
): Promise<void> {
  const parsed = outboxEntrySchema.safeParse(row.entry);
  if (!parsed.success) throw new StorageError('invalid');
  const action = await corrected(db, parsed.data.action, changes, now);
  if (action.name === 'saveClip') await checkRules(db, action.clip);
  await append(db, row.id, action, parsed.data.madeAt);
  await db.parked.delete(row.id);
}

/** Inside the same: what no person did changes a refused entry, but does not send it. */
export async function correctParked(db: AccountDatabase, row: ParkedEntry, changes: ClipChanges): Promise<void> {
  const parsed = outboxEntrySchema.safeParse(row.entry);
  if (!parsed.success) throw new StorageError('invalid');
  const action = await corrected(db, parsed.data.action, changes, parsed.data.madeAt);
  await db.parked.put({ ...row, entry: { ...parsed.data, action } });
}

async function corrected(db: AccountDatabase, action: Action, changes: ClipChanges, now: number): Promise<Action> {
  if (action.name === 'saveClip') {
    const clip = editClip(action.clip, changes);
    const kept = await db.clips.get(clip.id);
    if (kept !== undefined) await db.clips.put({ ...kept, clip });
    // [SM4] With the topic that the person said it belongs to.
    return { ...action, clip };
  }
  if (action.name === 'editClip') return { ...action, changes: { ...action.changes, ...changes } };
  if (action.name !== 'decide') return action;
  const waiting = await readWaiting(db);
  const { topicId } = action.decision;
  const topic = seenTopic(waiting, topicId, (await topicAt(db, topicId)) ?? null);
  if (topic === null) throw new StorageError('not_found');
  const decision = { ...action.decision, after: lastDecisionId(topic) };
  const refusal = await decisionRefused(db, waiting, topic, decision, now);
  if (refusal !== null) throw new StorageError(refusal.kind, refusal.path);
  return { name: 'decide', decision };
}

/** The queue takes what it holds already for a replay: a page that was taken back because of its inside would be gone without a word. */
async function checkRules(db: AccountDatabase, clip: Clip): Promise<void> {
  const effects = effectsOf(factsOf(clip), await ruleBook(db));
  if (effects.refuse !== null) throw new StorageError('rule_refuses');
  if (notAccepted(effects, await acceptedRules(db)).length > 0) throw new StorageError('rule_not_accepted');
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
