/** Questions as they are seen here, waiting entries applied (ST2). Nothing of it is stored. */
import { standIn } from '../desk/deputies.ts';
import { recordQuestion } from '../desk/questions.ts';
import { questionWithWaiting } from '../desk/waiting-questions.ts';
import type { PersonRef } from '../protocol/person.ts';
import { type Question, type QuestionInput, questionSchema } from '../protocol/question.ts';
import { readAbsences } from './absences.ts';
import { clipsOf } from './clips.ts';
import type { AccountDatabase } from './database.ts';
import { sound } from './sound.ts';
import { topicAt } from './topics.ts';
import type { Waiting } from './waiting.ts';

/** All questions that this device holds, and those that wait to be asked. Reads `topics` and `departments` beside the `waitingTables`. */
export async function seenQuestions(db: AccountDatabase, waiting: Waiting): Promise<Question[]> {
  const rows = sound('questions', questionSchema, await db.questions.toArray());
  return withAsked(db, waiting, rows, () => true);
}

/** Those about one topic, oldest first. */
export async function topicQuestions(db: AccountDatabase, waiting: Waiting, topicId: string): Promise<Question[]> {
  const found = await db.questions.where('topicId').equals(topicId).toArray();
  const rows = sound('questions', questionSchema, found);
  const seen = await withAsked(db, waiting, rows, (question) => question.topicId === topicId);
  return seen.sort((a, b) => a.askedAt - b.askedAt || (a.id < b.id ? -1 : 1));
}

async function withAsked(
  db: AccountDatabase,
  waiting: Waiting,
  rows: readonly Question[],
  wanted: (input: QuestionInput) => boolean,
): Promise<Question[]> {
  const held = new Set(rows.map(({ id }) => id));
  const asked: Question[] = [];
  for (const { madeAt, action } of waiting.entries) {
    if (action.name !== 'askQuestion' || held.has(action.question.id) || !wanted(action.question)) continue;
    const row = await expectedRow(db, waiting, action.question, madeAt);
    if (row !== null) asked.push(row);
  }
  return [...rows, ...asked].map((row) => questionWithWaiting(row, waiting.entries, waiting.person));
}

/** A question that the queue does not know yet, as it will probably stand there. */
async function expectedRow(
  db: AccountDatabase,
  waiting: Waiting,
  input: QuestionInput,
  madeAt: number,
): Promise<Question | null> {
  const { person, rules } = waiting;
  const topic = await topicAt(db, input.topicId);
  if (topic === undefined) return null;
  const clips = await clipsOf(db, [topic.id]);
  const submitterIds = new Set(clips.map(({ submitter }) => submitter.id));
  const department = (await db.departments.get(topic.departmentId)) ?? null;
  const { toId, insteadOfId } = standIn(input.toId, department, await readAbsences(db, waiting), rules, madeAt);
  const nameOf = async (id: string): Promise<PersonRef> =>
    (await db.colleagues.get(id)) ?? clips.find(({ submitter }) => submitter.id === id)?.submitter ?? { id, name: id };
  const to = await nameOf(toId);
  const context = { topic, department, submitterIds, asked: [], rules, now: madeAt };
  const hours = await questionHours(db, toId, topic.departmentId);
  const row = recordQuestion({ ...input, toId }, person, to, context, hours);
  if (insteadOfId === null) return row;
  const { id, name } = await nameOf(insteadOfId);
  return { ...row, insteadOf: { id, name } };
}

/** When a person may be asked: in their own department's window where it is known, else in that of the topic. */
export async function questionHours(db: AccountDatabase, personId: string, topicDepartmentId: string) {
  const departmentId = (await db.colleagues.get(personId))?.departmentId;
  const own = departmentId == null ? undefined : await db.departments.get(departmentId);
  return (own ?? (await db.departments.get(topicDepartmentId)))?.questionHours ?? [];
}
