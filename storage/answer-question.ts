/** The questions to this person, and their answers: kept at once, offline too. */

import type { AnswerDelivery, QuestionsToMe, QuestionToMe } from '../desk/question-views.ts';
import { askedInMonth, checkAnswer, isOpenQuestion } from '../desk/questions.ts';
import { questionWithWaiting } from '../desk/waiting-questions.ts';
import { LIMITS } from '../protocol/limits.ts';
import { type Question, questionSchema } from '../protocol/question.ts';
import { requiredText } from '../protocol/text.ts';
import type { AccountDatabase } from './database.ts';
import { readMeta } from './meta.ts';
import { append } from './outbox.ts';
import { guarded, StorageError } from './problems.ts';
import { outboxEntrySchema, parkedEntrySchema } from './rows.ts';
import { sound } from './sound.ts';
import { readWaiting, type Waiting, waitingTables } from './waiting.ts';

/** More than a year of questions at the usual measure. */
const SHOWN = 60;

/** Everything that this person was asked, as far as it reached them [QU3]. */
export async function questionsToMe(db: AccountDatabase, now: number): Promise<QuestionsToMe> {
  const waiting = await readWaiting(db);
  const seen = await ownQuestions(db, waiting);
  const parked = await parkedAnswers(db);
  const isUnsent = (questionId: string) =>
    waiting.entries.some(
      ({ number, action }) =>
        number > waiting.settledThrough && action.name === 'answerQuestion' && action.questionId === questionId,
    );
  const views = seen.map((question): QuestionToMe => {
    const refused = parked.get(question.id);
    const delivery = refused ?? { kind: isUnsent(question.id) ? 'waiting' : 'sent' };
    return { question, delivery };
  });
  const { rules } = waiting;
  return {
    open: views.filter(({ question }) => isOpenQuestion(question)).sort((a, b) => a.question.dueAt - b.question.dueAt),
    earlier: views
      .filter(({ question }) => !isOpenQuestion(question))
      .sort((a, b) => endOf(b.question) - endOf(a.question))
      .slice(0, SHOWN),
    month: { asked: askedInMonth(waiting.person.id, seen, rules, now), most: rules.questionsPerMonth },
  };
}

/** How many questions wait for this person, for the button in the toolbar. */
export async function openQuestionCount(db: AccountDatabase): Promise<number> {
  const seen = await ownQuestions(db, await readWaiting(db));
  return seen.filter(isOpenQuestion).length;
}

/** The topics about which this person was asked and has not answered yet. */
export async function topicsThatAskMe(db: AccountDatabase): Promise<string[]> {
  const seen = await ownQuestions(db, await readWaiting(db));
  return seen.filter(isOpenQuestion).map(({ topicId }) => topicId);
}

const endOf = ({ answeredAt, dueAt }: Question): number => answeredAt ?? dueAt;

async function ownQuestions(db: AccountDatabase, waiting: Waiting): Promise<Question[]> {
  const { id } = await readMeta(db, 'person');
  const rows = await db.questions.where('[to.id+state]').between([id, ''], [id, '\uffff']).toArray();
  return (
    sound('questions', questionSchema, rows)
      // At the desk the rows of others' windows are here too; they concern this person only once it opened.
      .filter(({ deliveredAt }) => deliveredAt !== null)
      .map((row) => questionWithWaiting(row, waiting.entries, waiting.person))
  );
}

async function parkedAnswers(db: AccountDatabase): Promise<Map<string, AnswerDelivery>> {
  const answers = new Map<string, AnswerDelivery>();
  for (const { id, refusal, entry } of sound('parked', parkedEntrySchema, await db.parked.toArray())) {
    const action = outboxEntrySchema.safeParse(entry).data?.action;
    if (action?.name === 'answerQuestion')
      answers.set(action.questionId, { kind: 'parked', entryId: id, refusal, answer: action.answer });
  }
  return answers;
}

/**
 * Keeps an answer and puts it into the outbox. What was refused before about the same question goes: the
 * person has said it anew.
 * @throws StorageError the refusal of `checkAnswer`, `not_found`, `invalid`, or those of `saveClip`
 */
export async function answerQuestion(
  db: AccountDatabase,
  questionId: string,
  answer: string,
  now: number,
): Promise<void> {
  const parsed = requiredText(LIMITS.answer).safeParse(answer);
  if (!parsed.success) throw new StorageError('invalid', 'answer');
  await guarded(() =>
    db.transaction('rw', [...waitingTables(db), db.parked], async () => {
      const waiting = await readWaiting(db);
      const [row] = sound('questions', questionSchema, [await db.questions.get(questionId)]);
      if (row === undefined) throw new StorageError('not_found');
      const refusal = checkAnswer(
        questionWithWaiting(row, waiting.entries, waiting.person),
        parsed.data,
        waiting.person,
      );
      if (refusal !== null) throw new StorageError(refusal.kind, refusal.path);
      const before = (await parkedAnswers(db)).get(questionId);
      if (before?.kind === 'parked') await db.parked.delete(before.entryId);
      await append(db, crypto.randomUUID(), { name: 'answerQuestion', questionId, answer: parsed.data }, now);
    }),
  );
}
