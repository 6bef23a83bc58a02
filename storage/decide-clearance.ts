/** Asking for a clearance, giving and refusing it: seen at once, sent when there is a way. */
import type { VerdictWish } from '../desk/clearance-views.ts';
import { checkAsk, checkVerdict } from '../desk/clearances.ts';
import {
  type ClearanceAsk,
  type ClearanceVerdict,
  clearanceAskSchema,
  clearanceSchema,
  clearanceVerdictSchema,
} from '../protocol/clearance.ts';
import { topicSchema } from '../protocol/topic.ts';
import { isTopicPublished, seenSteps } from './clearances.ts';
import { clipsOf } from './clips.ts';
import type { AccountDatabase } from './database.ts';
import { append } from './outbox.ts';
import { guarded, StorageError } from './problems.ts';
import { sound } from './sound.ts';
import { topicAt } from './topics.ts';
import { readWaiting, seenTopic, waitingTables } from './waiting.ts';

/** What an editor asks for; the id is added here. */
export type ClearanceWish = Omit<ClearanceAsk, 'id'>;

/** @throws StorageError the refusal of `checkAsk`, `not_found`, `invalid`, or those of `saveClip` */
export const askClearance = (db: AccountDatabase, wish: ClearanceWish, now: number): Promise<ClearanceAsk> =>
  guarded(() =>
    db.transaction('rw', waitingTables(db), async () => {
      const parsed = clearanceAskSchema.safeParse({ ...wish, id: crypto.randomUUID() });
      if (!parsed.success) throw new StorageError('invalid', parsed.error.issues[0]?.path.join('.') ?? '');
      const waiting = await readWaiting(db);
      const [row] = sound('topics', topicSchema, [await topicAt(db, wish.topicId)]);
      const topic = seenTopic(waiting, wish.topicId, row ?? null);
      if (topic === null) throw new StorageError('not_found');
      const [held] = sound('clearances', clearanceSchema, [await db.clearances.get(wish.topicId)]);
      const steps = seenSteps(waiting, wish.topicId, held ?? null);
      const refusal = checkAsk(topic, waiting.person, parsed.data, steps);
      if (refusal !== null) throw new StorageError(refusal.kind, refusal.path);
      await append(db, parsed.data.id, { name: 'askClearance', ask: parsed.data }, now);
      return parsed.data;
    }),
  );

/**
 * Decides, or takes a decision back (`to: 'open'`).
 * @param seen the last step that the person saw; null: whatever stands there
 * @throws StorageError the refusal of `checkVerdict`, `not_found`, `invalid`, or those of `saveClip`
 */
export const decideClearance = (
  db: AccountDatabase,
  topicId: string,
  wish: VerdictWish,
  seen: string | null,
  now: number,
): Promise<ClearanceVerdict> =>
  guarded(() =>
    db.transaction('rw', [...waitingTables(db), db.readMarks], async () => {
      const waiting = await readWaiting(db);
      const { person } = waiting;
      const [row] = sound('clearances', clearanceSchema, [await db.clearances.get(topicId)]);
      const steps = seenSteps(waiting, topicId, row ?? null);
      const last = steps.at(-1);
      if (last === undefined) throw new StorageError('not_found');
      // Somebody else's step came in between the look and the key. One's own are no surprise.
      if (seen !== null && last.id !== seen && last.by?.id !== person.id) throw new StorageError('conflict', 'after');
      const parsed = clearanceVerdictSchema.safeParse({ ...wish, id: crypto.randomUUID(), topicId, after: last.id });
      if (!parsed.success) throw new StorageError('invalid', parsed.error.issues[0]?.path.join('.') ?? '');
      const clips = await clipsOf(db, [topicId]);
      const refusal = checkVerdict(parsed.data, person, {
        steps,
        clearer: row?.clearer ?? null,
        submitterIds: new Set(clips.map(({ submitter }) => submitter.id)),
        isPublished: await isTopicPublished(db, topicId),
      });
      if (refusal !== null) throw new StorageError(refusal.kind, refusal.path);
      await append(db, parsed.data.id, { name: 'decideClearance', verdict: parsed.data }, now);
      // What this person said is no news to them. An editor may clear too.
      await db.readMarks.update(topicId, { clearance: parsed.data.to });
      return parsed.data;
    }),
  );

/**
 * Decides after all what came too late: on top of what stands now. What was decided meanwhile is taken back first.
 * @throws StorageError as `decideClearance`
 */
export const decideClearanceAfterAll = (
  db: AccountDatabase,
  topicId: string,
  wish: VerdictWish,
  parkedId: string,
  now: number,
): Promise<void> =>
  guarded(() =>
    db.transaction('rw', [...waitingTables(db), db.readMarks, db.parked], async () => {
      const [row] = sound('clearances', clearanceSchema, [await db.clearances.get(topicId)]);
      if (row !== undefined && row.state !== 'open' && wish.to !== 'open')
        await decideClearance(db, topicId, TAKE_BACK, null, now);
      await decideClearance(db, topicId, wish, null, now);
      await db.parked.delete(parkedId);
    }),
  );

export const TAKE_BACK: VerdictWish = { to: 'open', conditions: null, embargoUntil: null, note: null };
