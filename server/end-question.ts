import { comeBack, isOpenQuestion } from '../desk/questions.ts';
import type { Question } from '../protocol/question.ts';
import type { ReturnCause } from '../protocol/topic.ts';
import { closeQuestion, questionsOfTopic } from './rows/questions.ts';
import { findTopic, unusedDecisionId, updateTopic } from './rows/topics.ts';
import type { Tx } from './store/store.ts';

type End = { cause: ReturnCause; answer: string | null; mutationId: string; now: number };

/** Ends a question, and with the last open one the waiting of its topic [QU4]. */
export async function endQuestion(tx: Tx, { id, topicId }: Question, end: End): Promise<void> {
  await closeQuestion(tx, id, end);
  const topic = await findTopic(tx, topicId);
  if (topic === null || (await questionsOfTopic(tx, topicId)).some(isOpenQuestion)) return;
  const after = comeBack(topic, await unusedDecisionId(tx, end.mutationId), end.now, end.cause);
  if (after !== topic) await updateTopic(tx, topic, after, end.now);
}
