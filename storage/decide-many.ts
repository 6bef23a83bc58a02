/** One decision on many topics, and the taking back of it: each a single transaction, so that it is all there or not at all. */
import { Dexie } from 'dexie';
import { checkDecision, inForce, lastDecisionId } from '../desk/decisions.ts';
import type { RefusalKind } from '../protocol/refusal.ts';
import { type DecisionInput, decisionInputSchema, type Topic, topicSchema } from '../protocol/topic.ts';
import type { AccountDatabase } from './database.ts';
import type { Choice } from './decide.ts';
import { decisionRefused, needsMore } from './decision-refused.ts';
import { appendMany } from './outbox.ts';
import { guarded } from './problems.ts';
import { sound } from './sound.ts';
import { topicsAt } from './topics.ts';
import { readWaiting, seenTopic, waitingTables } from './waiting.ts';

/** A topic as the editor saw it: by the decision that stood last on it, null when there was none. */
export type SeenTopic = { topicId: string; after: string | null };
/** A decision of this device, to be taken back. */
export type MadeDecision = { topicId: string; decisionId: string };

export type ManyOutcome = {
  made: MadeDecision[];
  /** Left as they are, each with why. */
  refused: { topicId: string; because: RefusalKind }[];
};

type Wish = Omit<DecisionInput, 'id' | 'topicId'>;
/** How many of them are looked at; called a few times a second at most. */
type OnProgress = (done: number) => void;

const NOTHING_SAID = { reason: null, sentence: null, holdUntil: null, holdReason: null, into: null };

/** Rows read in one request; between two of them the screen can draw. */
const CHUNK = 250;

/**
 * Makes the same decision on every topic that still stands as it was seen and that the rules allow it on;
 * the others are reported.
 * @throws StorageError those of `saveClip`; then nothing was decided
 */
export const decideMany = (
  db: AccountDatabase,
  seen: readonly SeenTopic[],
  choice: Omit<Choice, 'topicId'>,
  now: number,
  onProgress?: OnProgress,
): Promise<ManyOutcome> =>
  recordMany(db, seen, now, ({ after }) => ({ ...NOTHING_SAID, ...choice, after, undoes: null }), onProgress);

/**
 * Takes decisions back where nothing followed them that still stands. A topic that moved on meanwhile is left and reported
 * as `conflict`.
 * @throws StorageError those of `saveClip`; then nothing was taken back
 */
export const undoMany = (
  db: AccountDatabase,
  made: readonly MadeDecision[],
  now: number,
  onProgress?: OnProgress,
): Promise<ManyOutcome> =>
  recordMany(
    db,
    made,
    now,
    ({ decisionId }, topic) => ({
      ...NOTHING_SAID,
      to: inForce(topic.decisions).at(-1)?.from ?? topic.state,
      after: lastDecisionId(topic),
      undoes: decisionId,
    }),
    onProgress,
  );

async function recordMany<Asked extends { topicId: string }>(
  db: AccountDatabase,
  asked: readonly Asked[],
  now: number,
  wish: (asked: Asked, topic: Topic) => Wish,
  onProgress?: OnProgress,
): Promise<ManyOutcome> {
  return guarded(() =>
    db.transaction('rw', waitingTables(db), async () => {
      const waiting = await readWaiting(db);
      const decisions: DecisionInput[] = [];
      const refused: ManyOutcome['refused'] = [];
      for (let from = 0; from < asked.length; from += CHUNK) {
        const chunk = asked.slice(from, from + CHUNK);
        const pulled = await topicsAt(
          db,
          chunk.map(({ topicId }) => topicId),
        );
        const rows = new Map(sound('topics', topicSchema, pulled).map((row) => [row.id, row]));
        for (const one of chunk) {
          const { topicId } = one;
          const topic = seenTopic(waiting, topicId, rows.get(topicId) ?? null);
          if (topic === null) {
            refused.push({ topicId, because: 'not_found' });
            continue;
          }
          const made = decisionInputSchema.safeParse({ ...wish(one, topic), topicId, id: crypto.randomUUID() });
          const refusal = made.success
            ? (checkDecision(topic, made.data, waiting.person, now) ??
              (needsMore(made.data) ? await decisionRefused(db, waiting, topic, made.data, now) : null))
            : null;
          if (!made.success) refused.push({ topicId, because: 'invalid' });
          else if (refusal !== null) refused.push({ topicId, because: refusal.kind });
          else decisions.push(made.data);
        }
        // What the caller does now is none of this transaction's business.
        Dexie.ignoreTransaction(() => onProgress?.(from + chunk.length));
      }
      await appendMany(
        db,
        decisions.map((decision) => ({ id: decision.id, action: { name: 'decide', decision } })),
        now,
      );
      return { made: decisions.map(({ id, topicId }) => ({ topicId, decisionId: id })), refused };
    }),
  );
}

/** What a topic has to show for itself when it is picked for a decision. */
export const seenAs = (topic: Topic): SeenTopic => ({ topicId: topic.id, after: lastDecisionId(topic) });
