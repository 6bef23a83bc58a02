import { checkAnswer } from '../../desk/questions.ts';
import type { Refusal } from '../../protocol/refusal.ts';
import { endQuestion } from '../end-question.ts';
import { findQuestion } from '../rows/questions.ts';
import type { Tx } from '../store/store.ts';
import type { Act } from './act.ts';

/** Takes the answer of the person who was asked, once. */
export async function answerQuestion(
  tx: Tx,
  { person, mutationId, now }: Act,
  questionId: string,
  answer: string,
): Promise<Refusal | null> {
  const question = await findQuestion(tx, questionId);
  if (question === null) return { kind: 'not_found', path: 'questionId' };
  // A replay under another number, or the same answer by another way.
  if (question.to.id === person.id && question.state === 'answered' && question.answer === answer) return null;
  const refusal = checkAnswer(question, answer, person);
  if (refusal !== null) return refusal;
  await endQuestion(tx, question, { cause: 'answered', answer, mutationId, now });
  return null;
}
