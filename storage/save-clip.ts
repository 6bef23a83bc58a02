/** Keeping a clip: the moment a person may rely on. */
import { effectsOf, factsOf } from '../desk/rules/effects.ts';
import { stripped } from '../desk/rules/strip.ts';
import { isOpen } from '../desk/states.ts';
import { clipWithWaiting } from '../desk/waiting.ts';
import { type Clip, type ClipDraft, clipSchema, type Picture } from '../protocol/clip.ts';
import type { AcceptedRule } from '../protocol/rule.ts';
import { addressTables, findAddress } from './addresses.ts';
import type { AccountDatabase } from './database.ts';
import { rememberChoice } from './habits.ts';
import { readMeta } from './meta.ts';
import { append } from './outbox.ts';
import { guarded, StorageError } from './problems.ts';
import { OWN } from './rows.ts';
import { acceptFor, ruleBook, ruleTables } from './rules.ts';
import { topicAt } from './topics.ts';
import { readWaiting, seenTopic, waitingTables } from './waiting.ts';

export type TakenPicture = { bytes: Uint8Array<ArrayBuffer>; picture: Picture };

export type NewClip = {
  draft: ClipDraft;
  /** The key of the page (AD1). Null if nobody could say it: the clip is kept, and gets its key later (`address-keys.ts`). */
  pageKey: Promise<string | null>;
  title: string;
  departmentId: string;
  goalId: string | null;
  note: string;
  picture: TakenPicture | null;
  /** The kept form that this save ends; null when there was none. */
  draftKey: string | null;
  /** The topic that the person said this belongs to, or that it was in before [SM4]; the topic of the same page comes before it. */
  joins?: string;
  /** The rules that the person was shown and accepts with this clip, each in the version shown [IN4]. */
  accepts?: readonly AcceptedRule[];
};

/** `isNew` is false when this person's earlier clip of the page is in an open topic still; that one is given back. */
export type SavedClip = { clip: Clip; isNew: boolean };

/**
 * Keeps a clip with its outbox entry in one strict transaction, or nothing (ST1). It is committed
 * when this resolves.
 * @throws StorageError `rule_refuses` and `rule_not_accepted` by the rules for company information [IN1][IN4],
 *   `invalid` with the path of the field, `storage_full`, `storage_failed`, `storage_closed`
 */
export async function saveClip(db: AccountDatabase, input: NewClip, now: number): Promise<SavedClip> {
  const whole = toClip(input, now);
  // No promise of IndexedDB: awaiting it inside would end the transaction.
  const key = (await input.pageKey) ?? '';
  const { clips, pageTexts, pictures, uploads, habits, drafts } = db;
  const tables = [
    ...waitingTables(db),
    ...ruleTables(db),
    ...addressTables(db),
    pageTexts,
    pictures,
    uploads,
    habits,
    drafts,
  ];
  return guarded(() =>
    // [ST1]
    db.transaction('rw', tables, async () => {
      const earlier = key === '' ? null : await openClipOfPage(db, key);
      if (earlier !== null) return { clip: earlier, isNew: false };
      const clip = await judged(db, whole, input.accepts ?? [], now);
      if (input.draftKey !== null) await drafts.delete(input.draftKey);
      const [{ id, name }, address] = await Promise.all([readMeta(db, 'person'), findAddress(db, key)]);
      const ofPage = address !== undefined && isOpen(address.state) ? address.topicId : null;
      const topicId = ofPage ?? (await openTopic(db, input.joins)) ?? clip.id;
      await clips.add({ clip, topicId, submitter: { id, name }, addressKey: key, receivedAt: null, own: OWN });
      await append(
        db,
        clip.id,
        { name: 'saveClip', clip, ...(input.joins === undefined ? {} : { joins: input.joins }) },
        now,
      );
      if (input.draft.text !== '') await pageTexts.add({ clipId: clip.id, text: input.draft.text });
      if (input.picture !== null && clip.picture !== null) await keepPicture(db, clip.id, input.picture);
      await rememberChoice(db, clip);
      return { clip, isNew: true };
    }),
  );
}

/** The clip without what the rules leave out [IN1][IN3]. */
async function judged(db: AccountDatabase, clip: Clip, accepts: readonly AcceptedRule[], now: number): Promise<Clip> {
  const effects = effectsOf(factsOf(clip), await ruleBook(db));
  if (effects.refuse !== null) throw new StorageError('rule_refuses');
  await acceptFor(db, effects, accepts, now);
  return stripped(clip, effects.strip.parts);
}

/** Of a topic that this device does not hold it knows nothing: the queue has the last word anyway. */
async function openTopic(db: AccountDatabase, topicId: string | undefined): Promise<string | null> {
  if (topicId === undefined) return null;
  const topic = await topicAt(db, topicId);
  return topic === undefined || isOpen(topic.state) ? topicId : null;
}

function toClip({ draft, title, departmentId, goalId, note, picture }: NewClip, now: number): Clip {
  // [VI4] The schema knows what leaves the device: the full text and what else only this one needs stay behind here.
  const parsed = clipSchema.safeParse({
    ...draft,
    id: crypto.randomUUID(),
    title,
    departmentId,
    goalId,
    note,
    picture: picture?.picture ?? null,
    capturedAt: now,
  });
  if (!parsed.success) throw new StorageError('invalid', parsed.error.issues[0]?.path.join('.') ?? '');
  return parsed.data;
}

/** This person's clip of the page if its topic is open still: a closed one does not keep the page from being suggested again. */
async function openClipOfPage(db: AccountDatabase, key: string): Promise<Clip | null> {
  const rows = await db.clips.where('[own+addressKey]').equals([OWN, key]).toArray();
  if (rows.length === 0) return null;
  const waiting = await readWaiting(db);
  for (const row of rows) {
    const clip = clipWithWaiting(row.clip, waiting.entries);
    const topic = seenTopic(waiting, row.topicId, (await topicAt(db, row.topicId)) ?? null);
    if (clip !== null && (topic === null || isOpen(topic.state))) return clip;
  }
  return null;
}

/** The bytes and their place in the line of uploads, which the clip does not wait for (BL1). */
export async function keepPicture(
  db: AccountDatabase,
  clipId: string,
  { bytes, picture }: TakenPicture,
): Promise<void> {
  await db.pictures.put({ clipId, hash: picture.hash, type: picture.type, bytes });
  await db.uploads.put({ clipId, refused: false });
}
