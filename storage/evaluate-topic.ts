/** Saying what came of a topic: its result, which ends it, and the taking back of both. */
import type { ResultInput } from '../protocol/result.ts';
import type { AccountDatabase } from './database.ts';
import { decide } from './decide.ts';
import { type ManyOutcome, undoMany } from './decide-many.ts';
import { guarded } from './problems.ts';
import { type ResultWish, saveResult, takeResultBack } from './results.ts';

export type Evaluated = {
  topicId: string;
  decisionId: string;
  result: { saved: ResultInput; before: ResultInput | null } | null;
};

/**
 * @param wish null: nobody measured it; it is evaluated all the same
 * @throws StorageError as `saveResult` and `decide` do
 */
export async function evaluateTopic(
  db: AccountDatabase,
  topicId: string,
  wish: ResultWish | null,
  now: number,
): Promise<Evaluated> {
  // A hash is made on the way, which a transaction would not wait for: the result first, then the decision that it is for.
  const result = wish === null ? null : await saveResult(db, wish, now);
  try {
    const choice = { topicId, to: 'evaluated', reason: null, sentence: null, holdUntil: null } as const;
    const { id } = await decide(db, choice, now);
    return { topicId, decisionId: id, result };
  } catch (error) {
    if (result !== null) await takeResultBack(db, result, now);
    throw error;
  }
}

/** The topic is published again and its result as it was. A topic that moved on since is left and reported. */
export const takeEvaluationBack = (db: AccountDatabase, done: Evaluated, now: number): Promise<ManyOutcome> =>
  guarded(() =>
    db.transaction('rw', db.tables, async () => {
      const outcome = await undoMany(db, [done], now);
      if (outcome.made.length > 0 && done.result !== null) await takeResultBack(db, done.result, now);
      return outcome;
    }),
  );
