import { type AskContext, askAbout, checkQuestion, recordQuestion } from '../../desk/questions.ts';
import { mayDecide } from '../../desk/roles.ts';
import type { QuestionInput } from '../../protocol/question.ts';
import type { Refusal } from '../../protocol/refusal.ts';
import type { Department } from '../../protocol/strategy.ts';
import { clipsOfTopic } from '../rows/clips.ts';
import { findPerson } from '../rows/people.ts';
import { findQuestion, insertQuestion, questionsOfTopic, questionsTo } from '../rows/questions.ts';
import { deskRules, listEntries } from '../rows/strategy.ts';
import { findTopic, unusedDecisionId, updateTopic } from '../rows/topics.ts';
import { standInNow } from '../stand-in.ts';
import type { Tx } from '../store/store.ts';
import type { Act } from './act.ts';

/** No month is longer, wherever the desk's day begins. Milliseconds. */
const MONTH = 32 * 86_400_000;

/** Puts a question to one person about a topic, which waits for the answer from now on. */
export async function askQuestion(tx: Tx, act: Act, wish: QuestionInput): Promise<Refusal | null> {
  const { person, mutationId, now } = act;
  // First, so that nobody learns from the refusal whether a topic exists or how often somebody was asked [QU7].
  if (!mayDecide(person.roles)) return { kind: 'not_allowed', path: '' };
  const asked = await findQuestion(tx, wish.id);
  // A replay under another number: this very question was asked.
  if (asked?.topicId === wish.topicId && asked.askedBy.id === person.id) return null;
  if (asked !== null) return { kind: 'id_taken', path: 'question.id' };
  const topic = await findTopic(tx, wish.topicId);
  if (topic === null) return { kind: 'not_found', path: 'question.topicId' };
  const departments = await listEntries(tx, 'department');
  const department = (id: string | null): Department | null => departments.find((each) => each.id === id) ?? null;
  const { toId, insteadOfId } = await standInNow(tx, wish.toId, department(topic.departmentId), now);
  const to = await findPerson(tx, toId);
  if (to === null || !to.active) return { kind: 'unknown_person', path: 'question.toId' };
  const instead = insteadOfId === null ? null : await findPerson(tx, insteadOfId);
  // [AS5] The rules are those for whom it reaches.
  const input = { ...wish, toId };
  const context: AskContext = {
    topic,
    department: department(topic.departmentId),
    submitterIds: new Set((await clipsOfTopic(tx, topic.id)).map(({ submitterId }) => submitterId)),
    asked: [...(await questionsOfTopic(tx, topic.id)), ...(await questionsTo(tx, to.id, now - MONTH))].filter(
      (one, index, all) => all.findIndex(({ id }) => id === one.id) === index,
    ),
    rules: await deskRules(tx),
    now,
  };
  const refusal = checkQuestion(input, person, context);
  if (refusal !== null) return { ...refusal, path: refusal.path === '' ? '' : `question.${refusal.path}` };
  const hours = (department(to.departmentId) ?? context.department)?.questionHours ?? [];
  await insertQuestion(tx, { ...recordQuestion(input, person, to, context, hours), insteadOf: instead });
  const after = askAbout(topic, await unusedDecisionId(tx, mutationId), person, now);
  // Also where the topic stood in `query` already: it was worked on today.
  await updateTopic(tx, topic, after, now);
  return null;
}
