/** Questions to people: one row each, kept with its answer for good. */
import { isQuietDecline } from '../../desk/quiet.ts';
import type { Question, QuestionState } from '../../protocol/question.ts';
import type { ReturnCause, Topic } from '../../protocol/topic.ts';
import type { Sql, Tx } from '../store/store.ts';

export type QuestionColumns = {
  id: string;
  topic_id: string;
  topic_title: string;
  to_id: string;
  to_name: string;
  instead_of_id: string | null;
  instead_of_name: string | null;
  asker_id: string;
  asker_name: string;
  asked_as: Question['askedAs'];
  form: Question['form'];
  text: string;
  options: string;
  asked_at: number;
  deliver_at: number;
  delivered_at: number | null;
  due_at: number;
  state: QuestionState;
  answer: string | null;
  answered_at: number | null;
};

/** To be followed by a condition on `question`. */
export const SELECT_QUESTION = `SELECT question.*, topic.title AS topic_title, asked.name AS to_name,
     away.name AS instead_of_name, asker.name AS asker_name
   FROM question JOIN topic ON topic.id = question.topic_id JOIN person AS asked ON asked.id = question.to_id
   JOIN person AS asker ON asker.id = question.asker_id LEFT JOIN person AS away ON away.id = question.instead_of_id`;

export const toQuestion = (row: QuestionColumns): Question => ({
  id: row.id,
  topicId: row.topic_id,
  topicTitle: row.topic_title,
  toId: row.to_id,
  to: { id: row.to_id, name: row.to_name },
  insteadOf: row.instead_of_id === null ? null : { id: row.instead_of_id, name: row.instead_of_name ?? '' },
  askedBy: { id: row.asker_id, name: row.asker_name },
  askedAs: row.asked_as,
  form: row.form,
  text: row.text,
  options: JSON.parse(row.options) as string[],
  askedAt: row.asked_at,
  deliverAt: row.deliver_at,
  deliveredAt: row.delivered_at,
  dueAt: row.due_at,
  state: row.state,
  answer: row.answer,
  answeredAt: row.answered_at,
});

export async function findQuestion(sql: Sql, id: string): Promise<Question | null> {
  const [row] = await sql.all<QuestionColumns>(`${SELECT_QUESTION} WHERE question.id = $1`, id);
  return row === undefined ? null : toQuestion(row);
}

export async function questionsOfTopic(sql: Sql, topicId: string): Promise<Question[]> {
  const rows = await sql.all<QuestionColumns>(
    `${SELECT_QUESTION} WHERE question.topic_id = $1 ORDER BY question.asked_at, question.id`,
    topicId,
  );
  return rows.map(toQuestion);
}

/** What a person was asked since a moment, about whatever topic. */
export async function questionsTo(sql: Sql, personId: string, since: number): Promise<Question[]> {
  const rows = await sql.all<QuestionColumns>(
    `${SELECT_QUESTION} WHERE question.to_id = $1 AND question.asked_at >= $2`,
    personId,
    since,
  );
  return rows.map(toQuestion);
}

export async function insertQuestion(tx: Tx, question: Question): Promise<void> {
  await tx.run(
    `INSERT INTO question (id, topic_id, to_id, asked_as, form, text, options, asker_id, asked_at, deliver_at,
       delivered_at, due_at, state, instead_of_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    question.id,
    question.topicId,
    question.to.id,
    question.askedAs,
    question.form,
    question.text,
    JSON.stringify(question.options),
    question.askedBy.id,
    question.askedAt,
    question.deliverAt,
    question.deliveredAt,
    question.dueAt,
    question.state,
    question.insteadOf?.id ?? null,
  );
  tx.changed('question', question.id);
}

/** [QU3] The window of the person's department opened. */
export async function deliverQuestion(tx: Tx, id: string, now: number): Promise<void> {
  await tx.run(`UPDATE question SET state = 'delivered', delivered_at = $2 WHERE id = $1`, id, now);
  tx.changed('question', id);
}

/** Keeps how a question ended; what follows for its topic is `server/end-question.ts`. */
export async function closeQuestion(
  tx: Tx,
  id: string,
  { cause, answer, now }: { cause: ReturnCause; answer: string | null; now: number },
): Promise<void> {
  await tx.run(
    'UPDATE question SET state = $2, answer = $3, answered_at = $4 WHERE id = $1',
    id,
    cause,
    answer,
    answer === null ? null : now,
  );
  tx.changed('question', id);
}

/**
 * [QU4] Questions follow their topic: one that was decided otherwise needs no answers any more, and taking
 * that decision back asks again what is not too old. To be called with every move of a topic. A decline that
 * is quiet still [DK3] lets go of nothing: whoever was asked would hear of it.
 */
export async function questionsFollow(tx: Tx, before: Topic, after: Topic, now: number): Promise<void> {
  const last = after.decisions.at(-1);
  if (before.state === after.state || last === undefined) return;
  if (after.state !== 'query') {
    if (!isQuietDecline(last)) await letGoOfQuestions(tx, after.id, last.id);
    return;
  }
  const rows = await tx.all<{ id: string }>(
    `UPDATE question SET state = CASE WHEN delivered_at IS NULL THEN 'waiting' ELSE 'delivered' END,
       withdrawn_by = NULL
     WHERE topic_id = $1 AND withdrawn_by = $2 AND due_at > $3 RETURNING id`,
    after.id,
    last.undoes,
    now,
  );
  for (const { id } of rows) tx.changed('question', id);
}

/** @param decisionId of the decision that made them superfluous. */
export async function letGoOfQuestions(tx: Tx, topicId: string, decisionId: string): Promise<void> {
  const rows = await tx.all<{ id: string }>(
    `UPDATE question SET state = 'withdrawn', withdrawn_by = $2
     WHERE topic_id = $1 AND state IN ('waiting', 'delivered') RETURNING id`,
    topicId,
    decisionId,
  );
  for (const { id } of rows) tx.changed('question', id);
}

/** Questions of a state whose moment has come. */
export async function dueQuestions(sql: Sql, what: 'delivery' | 'answer', now: number): Promise<string[]> {
  const text =
    what === 'delivery'
      ? `SELECT id FROM question WHERE state = 'waiting' AND deliver_at <= $1 ORDER BY deliver_at LIMIT 500`
      : `SELECT id FROM question WHERE state = 'delivered' AND due_at <= $1 ORDER BY due_at LIMIT 500`;
  return (await sql.all<{ id: string }>(text, now)).map(({ id }) => id);
}

/** Topics that wait in `query` although nobody is asked: taking a decision back led there, and the questions were too old. */
export async function topicsUnasked(sql: Sql): Promise<string[]> {
  const rows = await sql.all<{ id: string }>(
    `SELECT id FROM topic WHERE state = 'query' AND NOT EXISTS (
       SELECT 1 FROM question WHERE question.topic_id = topic.id AND question.state IN ('waiting', 'delivered'))
     LIMIT 500`,
  );
  return rows.map(({ id }) => id);
}
