/** An editor's decision: seen at once, sent when there is a way, refused when somebody was faster. */
import { checkDecision, lastDecisionId } from '../desk/decisions.ts';
import { type DecisionInput, decisionInputSchema, type Topic, topicSchema } from '../protocol/topic.ts';
import type { AccountDatabase } from './database.ts';
import { append } from './outbox.ts';
import { guarded, StorageError } from './problems.ts';
import { sound } from './sound.ts';
import { readWaiting, seenTopic } from './waiting.ts';

/** What an editor says; id, predecessor and time are added here. */
export type Choice = Pick<DecisionInput, 'topicId' | 'to' | 'reason' | 'sentence' | 'holdUntil'> &
  Partial<Pick<DecisionInput, 'holdReason' | 'into'>>;

/**
 * Puts a decision into the outbox if the rules allow it on the topic as it is seen here.
 * @throws StorageError the refusal of `checkDecision`, `not_found`, `invalid`, or those of `saveClip`
 */
export const decide = (db: AccountDatabase, choice: Choice, now: number): Promise<DecisionInput> =>
  record(db, choice.topicId, now, () => ({ holdReason: null, into: null, ...choice, undoes: null }));

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

async function record(db: AccountDatabase, topicId: string, now: number, wish: (topic: Topic) => Wish) {
  const { outbox, clips, topics, questions, meta } = db;
  return guarded(() =>
    db.transaction('rw', [outbox, clips, topics, questions, meta], async () => {
      const waiting = await readWaiting(db);
      const [row] = sound('topics', topicSchema, [await topics.get(topicId)]);
      const topic = seenTopic(waiting, topicId, row ?? null);
      if (topic === null) throw new StorageError('not_found');
      const made = { ...wish(topic), id: crypto.randomUUID(), after: lastDecisionId(topic) };
      const decision = decisionInputSchema.safeParse(made);
      if (!decision.success) throw new StorageError('invalid', decision.error.issues[0]?.path.join('.') ?? '');
      const refusal = checkDecision(topic, decision.data, waiting.person, now);
      if (refusal !== null) throw new StorageError(refusal.kind, refusal.path);
      await append(db, decision.data.id, { name: 'decide', decision: decision.data }, now);
      return decision.data;
    }),
  );
}
