/** What an editor sees while asking: whom, as what, how often already, when it arrives; and what was answered before. */

import { standIn } from '../desk/deputies.ts';
import { earlierAnswers } from '../desk/earlier-answers.ts';
import type { Askable, Asking } from '../desk/question-views.ts';
import { askedAsOf, askedInMonth, checkQuestion, deliveryOf } from '../desk/questions.ts';
import { stemsOf } from '../desk/words/words.ts';
import type { PersonRef } from '../protocol/person.ts';
import type { AskedAs, Question } from '../protocol/question.ts';
import { readAbsences } from './absences.ts';
import { askContext } from './ask-question.ts';
import { clipsOf } from './clips.ts';
import type { AccountDatabase } from './database.ts';
import { questionHours, topicQuestions } from './questions.ts';
import { topicsAt } from './topics.ts';
import { isTopicWaiting, readWaiting } from './waiting.ts';

const ORDER: readonly AskedAs[] = ['contact', 'submitter', 'clearer', 'expert'];

/** Whom a topic can be asked about; null when it is not held here. */
export async function askingAbout(db: AccountDatabase, topicId: string, now: number): Promise<Asking | null> {
  const waiting = await readWaiting(db);
  const context = await askContext(db, waiting, topicId, now);
  if (context === null) return null;
  const clips = await clipsOf(db, [topicId]);
  const known = new Map<string, PersonRef>();
  for (const { id, name } of await db.colleagues.toArray()) known.set(id, { id, name });
  for (const { submitter } of clips) known.set(submitter.id, submitter);
  known.delete(waiting.person.id);
  const { rules } = context;
  const people: Askable[] = [];
  const away = await readAbsences(db, waiting);
  for (const person of known.values()) {
    // What is asked of a contact who is away goes to the deputy, and so do the rules.
    const { toId, insteadOfId } = standIn(person.id, context.department, away, rules, now);
    const probe = { id: topicId, topicId, toId, form: 'text' as const, text: '?', options: [] };
    const hours = await questionHours(db, toId, context.topic.departmentId);
    people.push({
      person,
      askedAs: askedAsOf(person.id, context),
      asked: askedInMonth(toId, context.asked, rules, now),
      deputy: insteadOfId === null ? null : (known.get(toId) ?? { id: toId, name: toId }),
      refusal: checkQuestion(probe, waiting.person, context)?.kind ?? null,
      ...deliveryOf(hours, rules, now),
    });
  }
  const { contactId } = context.department ?? { contactId: null };
  const rank = ({ person, askedAs }: Askable) => (person.id === contactId ? -1 : ORDER.indexOf(askedAs));
  people.sort((a, b) => rank(a) - rank(b) || a.person.name.localeCompare(b.person.name));
  return { people, questionsPerMonth: rules.questionsPerMonth };
}

/** [QU8] What was answered before and may spare the question. */
export async function answersBefore(
  db: AccountDatabase,
  { topicId, toId, text }: { topicId: string; toId: string | null; text: string },
): Promise<Question[]> {
  const answered = await db.questions.filter(({ state }) => state === 'answered').toArray();
  const topics = await topicsAt(db, [...new Set([topicId, ...answered.map((one) => one.topicId)])]);
  const departments = new Map(topics.map((topic) => [topic?.id, topic?.departmentId ?? null]));
  return earlierAnswers(
    { text, toId, departmentId: departments.get(topicId) ?? null },
    answered.map((question) => ({ question, departmentId: departments.get(question.topicId) ?? null })),
    stemsOf,
  );
}

export type TopicQuestions = { questions: Question[]; waiting: boolean };

/** What was asked about a topic and what came back, oldest first. */
export async function questionsAbout(db: AccountDatabase, topicId: string): Promise<TopicQuestions> {
  const waiting = await readWaiting(db);
  return { questions: await topicQuestions(db, waiting, topicId), waiting: isTopicWaiting(waiting, topicId) };
}
