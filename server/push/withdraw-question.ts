import { checkWithdrawal } from '../../desk/questions.ts';
import { mayDecide } from '../../desk/roles.ts';
import type { Refusal } from '../../protocol/refusal.ts';
import { endQuestion } from '../end-question.ts';
import { findQuestion } from '../rows/questions.ts';
import type { Tx } from '../store/store.ts';
import type { Act } from './act.ts';

/** Takes back a question that is no longer needed, whoever at the desk asked it. */
export async function withdrawQuestion(
  tx: Tx,
  { person, mutationId, now }: Act,
  questionId: string,
): Promise<Refusal | null> {
  if (!mayDecide(person.roles)) return { kind: 'not_allowed', path: '' };
  const question = await findQuestion(tx, questionId);
  if (question === null) return { kind: 'not_found', path: 'questionId' };
  if (question.state === 'withdrawn') return null; // Taken back already.
  const refusal = checkWithdrawal(question, person);
  if (refusal !== null) return refusal;
  await endQuestion(tx, question, { cause: 'withdrawn', answer: null, mutationId, now });
  return null;
}
