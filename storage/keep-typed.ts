/** Whose role is taken away while they write loses no word: it is kept as an entry that the queue would not take now. */
import type { TypedWords } from '../desk/typed-words.ts';
import { LIMITS } from '../protocol/limits.ts';
import type { Action } from '../protocol/mutation.ts';
import { PROTOCOL_VERSION } from '../protocol/version.ts';
import type { AccountDatabase } from './database.ts';
import { readMeta } from './meta.ts';
import { guarded } from './problems.ts';
import type { ParkedEntry } from './rows.ts';

/** Never in the outbox, so it has no number of its own there. */
const NO_NUMBER = 0;

/** Parks what was typed, where the status page lists it with its words. */
export const keepTyped = (db: AccountDatabase, typed: readonly TypedWords[], now: number): Promise<void> =>
  guarded(() =>
    db.transaction('rw', db.parked, db.meta, async () => {
      const { id: personId } = await readMeta(db, 'person');
      await db.parked.bulkPut(
        typed.map((words): ParkedEntry => {
          const id = crypto.randomUUID();
          const action = actionOf(id, words, personId);
          return {
            id,
            parkedAt: now,
            refusal: { kind: 'not_allowed', path: '' },
            entry: { id, number: NO_NUMBER, protocol: PROTOCOL_VERSION, madeAt: now, action },
            title: words.title,
          };
        }),
      );
    }),
  );

function actionOf(id: string, { topicId, as, text }: TypedWords, personId: string): Action {
  if (as === 'note') return { name: 'addNote', note: { id, topicId, text: text.slice(0, LIMITS.note) } };
  // Whom it was to be asked of may not have been chosen yet; it is not sent, only shown.
  if (as === 'question')
    return { name: 'askQuestion', question: { id, topicId, toId: personId, form: 'text', text, options: [] } };
  const nothing = { reason: null, holdUntil: null, holdReason: null, into: null, undoes: null, after: null };
  return { name: 'decide', decision: { ...nothing, id, topicId, to: as, sentence: text } };
}
