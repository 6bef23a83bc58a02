/** An editor's decision: seen at once, sent when there is a way, refused when somebody was faster. */
import { type Wanted, wayTo } from '../desk/collision.ts';
import { lastDecisionId } from '../desk/decisions.ts';
import { type DecisionInput, decisionInputSchema, type Topic, topicSchema } from '../protocol/topic.ts';
import type { AccountDatabase } from './database.ts';
import { decisionRefused } from './decision-refused.ts';
import { append } from './outbox.ts';
import { guarded, StorageError } from './problems.ts';
import { sound } from './sound.ts';
import { topicAt } from './topics.ts';
import { readWaiting, seenTopic, waitingTables } from './waiting.ts';

/** What an editor says; id, predecessor and time are added here. */
export type Choice = Pick<DecisionInput, 'topicId' | 'to' | 'reason' | 'sentence' | 'holdUntil'> &
  Partial<Pick<DecisionInput, 'holdReason' | 'into'>> & {
    /** The last decision that the editor saw; left out: whatever stands there. */
    seen?: string | null;
  };

/**
 * Puts a decision into the outbox if the rules allow it on the topic as it is seen here.
 * @throws StorageError the refusal of `decisionRefused`, `not_found`, `invalid`, or those of `saveClip`
 */
export const decide = (db: AccountDatabase, { seen, ...choice }: Choice, now: number): Promise<DecisionInput> =>
  record(db, choice.topicId, now, (topic, personId) => {
    const last = topic.decisions.at(-1);
    // Somebody else's decision came in between the look and the key. One's own are no surprise.
    if (seen !== undefined && (last?.id ?? null) !== seen && last?.actor?.id !== personId)
      throw new StorageError('conflict', 'after');
    return { holdReason: null, into: null, ...choice, undoes: null };
  });

/** Takes back the last decision on a topic, whoever made it. Undoing an undo is refused: decide anew. */
export const undoDecision = (db: AccountDatabase, topicId: string, now: number): Promise<DecisionInput> =>
  record(db, topicId, now, (topic) => {
    const last = topic.decisions.at(-1);
    if (last === undefined) throw new StorageError('conflict', 'undoes');
    return {
      topicId,
      to: last.from,
      reason: null,
      sentence: null,
      holdUntil: null,
      holdReason: null,
      into: null,
      undoes: last.id,
    };
  });

type Wish = Omit<DecisionInput, 'id' | 'after'>;

/**
 * Makes a decision that came too late after all: on top of the one that was faster, or instead of it. An entry
 * that was parked for it goes in the same transaction. Answers mine.
 * @throws StorageError `forbidden_transition` when there is no way, or as `decide`
 */
export async function decideAfterAll(
  db: AccountDatabase,
  topicId: string,
  wanted: Wanted,
  parkedId: string | null,
  now: number,
): Promise<DecisionInput> {
  const { parked } = db;
  return guarded(() =>
    db.transaction('rw', [...waitingTables(db), parked], async () => {
      const waiting = await readWaiting(db);
      const [row] = sound('topics', topicSchema, [await topicAt(db, topicId)]);
      const topic = seenTopic(waiting, topicId, row ?? null);
      const way = topic === null ? null : wayTo(topic, wanted.to);
      if (way === null) throw new StorageError('forbidden_transition', 'to');
      if (way === 'replace') await undoDecision(db, topicId, now);
      const made = await decide(db, { topicId, ...wanted }, now);
      if (parkedId !== null) await parked.delete(parkedId);
      return made;
    }),
  );
}

async function record(
  db: AccountDatabase,
  topicId: string,
  now: number,
  wish: (topic: Topic, personId: string) => Wish,
) {
  return guarded(() =>
    db.transaction('rw', waitingTables(db), async () => {
      const waiting = await readWaiting(db);
      const [row] = sound('topics', topicSchema, [await topicAt(db, topicId)]);
      const topic = seenTopic(waiting, topicId, row ?? null);
      if (topic === null) throw new StorageError('not_found');
      const made = { ...wish(topic, waiting.person.id), id: crypto.randomUUID(), after: lastDecisionId(topic) };
      const decision = decisionInputSchema.safeParse(made);
      if (!decision.success) throw new StorageError('invalid', decision.error.issues[0]?.path.join('.') ?? '');
      const refusal = await decisionRefused(db, waiting, topic, decision.data, now);
      if (refusal !== null) throw new StorageError(refusal.kind, refusal.path);
      await append(db, decision.data.id, { name: 'decide', decision: decision.data }, now);
      return decision.data;
    }),
  );
}
