/** Questions of the desk: kept at once if the rules allow them, sent when there is a way. */
import { standIn } from '../desk/deputies.ts';
import { type AskContext, checkQuestion, checkWithdrawal } from '../desk/questions.ts';
import { questionWithWaiting } from '../desk/waiting-questions.ts';
import { type Question, type QuestionInput, questionInputSchema, questionSchema } from '../protocol/question.ts';
import { departmentSchema } from '../protocol/strategy.ts';
import { topicSchema } from '../protocol/topic.ts';
import { readAbsences } from './absences.ts';
import { clipsOf } from './clips.ts';
import type { AccountDatabase } from './database.ts';
import { append } from './outbox.ts';
import { guarded, StorageError } from './problems.ts';
import { seenQuestions } from './questions.ts';
import { sound } from './sound.ts';
import { topicAt } from './topics.ts';
import { readWaiting, seenTopic, type Waiting, waitingTables } from './waiting.ts';

/** What an editor asks; the id is added here. */
export type QuestionWish = Omit<QuestionInput, 'id'>;

/**
 * Puts a question into the outbox if the rules allow it on what is known here.
 * @throws StorageError the refusal of `checkQuestion`, `not_found`, `invalid`, or those of `saveClip`
 */
export async function askQuestion(db: AccountDatabase, wish: QuestionWish, now: number): Promise<QuestionInput> {
  const parsed = questionInputSchema.safeParse({ ...wish, id: crypto.randomUUID() });
  if (!parsed.success) throw new StorageError('invalid', parsed.error.issues[0]?.path.join('.') ?? '');
  return guarded(() =>
    db.transaction('rw', [...waitingTables(db), db.departments, db.absences], async () => {
      const waiting = await readWaiting(db);
      const context = await askContext(db, waiting, parsed.data.topicId, now);
      if (context === null) throw new StorageError('not_found');
      const { toId } = standIn(
        parsed.data.toId,
        context.department,
        await readAbsences(db, waiting),
        waiting.rules,
        now,
      );
      const refusal = checkQuestion({ ...parsed.data, toId }, waiting.person, context);
      if (refusal !== null) throw new StorageError(refusal.kind, refusal.path);
      await append(db, parsed.data.id, { name: 'askQuestion', question: parsed.data }, now);
      return parsed.data;
    }),
  );
}

/**
 * Takes a question back that is no longer needed.
 * @throws StorageError `not_allowed`, `not_found`, `question_closed`, or those of `saveClip`
 */
export async function withdrawQuestion(db: AccountDatabase, questionId: string, now: number): Promise<void> {
  await guarded(() =>
    db.transaction('rw', waitingTables(db), async () => {
      const waiting = await readWaiting(db);
      const [row] = sound('questions', questionSchema, [await db.questions.get(questionId)]);
      const seen =
        row === undefined
          ? unsentState(waiting, questionId)
          : questionWithWaiting(row, waiting.entries, waiting.person);
      if (seen === null) throw new StorageError('not_found');
      const refusal = checkWithdrawal(seen, waiting.person);
      if (refusal !== null) throw new StorageError(refusal.kind, refusal.path);
      await append(db, crypto.randomUUID(), { name: 'withdrawQuestion', questionId }, now);
    }),
  );
}

/** How a question stands that no pull brought yet; null where nothing of it waits here either. */
function unsentState({ entries }: Waiting, questionId: string): Pick<Question, 'state'> | null {
  const names = entries.flatMap(({ id, action }) => {
    if (action.name === 'askQuestion') return id === questionId ? [action.name] : [];
    return action.name === 'withdrawQuestion' && action.questionId === questionId ? [action.name] : [];
  });
  if (!names.includes('askQuestion')) return null;
  return { state: names.includes('withdrawQuestion') ? 'withdrawn' : 'waiting' };
}

/**
 * What the rules look at, as far as this device knows it; null when it does not hold the topic.
 * Reads `topics` and `departments` beside the `waitingTables`.
 */
export async function askContext(
  db: AccountDatabase,
  waiting: Waiting,
  topicId: string,
  now: number,
): Promise<AskContext | null> {
  const [row] = sound('topics', topicSchema, [await topicAt(db, topicId)]);
  const topic = seenTopic(waiting, topicId, row ?? null);
  if (topic === null) return null;
  const [department] = sound('departments', departmentSchema, [await db.departments.get(topic.departmentId)]);
  const clips = await clipsOf(db, [topicId]);
  return {
    topic,
    department: department ?? null,
    submitterIds: new Set(clips.map(({ submitter }) => submitter.id)),
    asked: await seenQuestions(db, waiting),
    rules: waiting.rules,
    now,
  };
}
