/** The waiting entries with what is needed to see rows as they will stand (ST2). */
import { topicWithWaiting } from '../desk/waiting.ts';
import type { Action } from '../protocol/mutation.ts';
import type { Person } from '../protocol/person.ts';
import { type Question, questionSchema } from '../protocol/question.ts';
import type { Topic } from '../protocol/topic.ts';
import type { AccountDatabase } from './database.ts';
import { readMeta } from './meta.ts';
import { type OutboxEntry, outboxEntrySchema } from './rows.ts';
import { sound } from './sound.ts';

export type Waiting = {
  person: Person;
  /** Whose effect no pulled row shows yet, in their order. */
  entries: readonly OutboxEntry[];
  /** Numbers above this one were not acknowledged. */
  settledThrough: number;
  topicOf(clipId: string): string | null;
  /** The queue's rows of every topic that waiting entries ask, answer or take back a question about, by topic. */
  questions: ReadonlyMap<string, readonly Question[]>;
};

export const clipIdOf = (action: Action): string | null => {
  if (action.name === 'saveClip') return action.clip.id;
  return action.name === 'editClip' || action.name === 'withdrawClip' ? action.clipId : null;
};

/** Reads `outbox`, `clips`, `questions` and `meta`. */
export async function readWaiting(db: AccountDatabase): Promise<Waiting> {
  const person = await readMeta(db, 'person');
  const { through } = await readMeta(db, 'settled');
  const entries = sound('outbox', outboxEntrySchema, await db.outbox.orderBy('number').toArray());
  const clipIds = [...new Set(entries.map(({ action }) => clipIdOf(action)))].filter((id) => id !== null);
  const rows = (await db.clips.bulkGet(clipIds)).filter((row) => row !== undefined);
  const topicOf = new Map(rows.map((row) => [row.clip.id, row.topicId]));
  const pulled = new Set(rows.filter((row) => row.receivedAt !== null).map((row) => row.clip.id));
  return {
    person,
    // The topic that came with a pulled clip counts its supporter already.
    entries: entries.filter(({ action }) => action.name !== 'saveClip' || !pulled.has(action.clip.id)),
    settledThrough: through,
    topicOf: (clipId) => topicOf.get(clipId) ?? null,
    questions: await readQuestions(db, entries),
  };
}

const questionIdOf = (action: Action): string | null =>
  action.name === 'answerQuestion' || action.name === 'withdrawQuestion' ? action.questionId : null;

async function readQuestions(
  db: AccountDatabase,
  entries: readonly OutboxEntry[],
): Promise<ReadonlyMap<string, readonly Question[]>> {
  const topicIds = new Set(
    entries.flatMap(({ action }) => (action.name === 'askQuestion' ? [action.question.topicId] : [])),
  );
  const named = entries.map(({ action }) => questionIdOf(action)).filter((id) => id !== null);
  if (named.length > 0)
    for (const row of await db.questions.bulkGet(named)) if (row !== undefined) topicIds.add(row.topicId);
  if (topicIds.size === 0) return new Map();
  const rows = await db.questions
    .where('topicId')
    .anyOf([...topicIds])
    .toArray();
  const questions = sound('questions', questionSchema, rows);
  return new Map([...topicIds].map((topicId) => [topicId, questions.filter((row) => row.topicId === topicId)]));
}

const topicIdOf = (waiting: Waiting, action: Action): string | null => {
  if (action.name === 'decide') return action.decision.topicId;
  if (action.name === 'askQuestion') return action.question.topicId;
  const questionId = questionIdOf(action);
  if (questionId !== null) {
    for (const [topicId, rows] of waiting.questions) if (rows.some(({ id }) => id === questionId)) return topicId;
    return null;
  }
  const clipId = clipIdOf(action);
  return clipId === null ? null : waiting.topicOf(clipId);
};

/** The topics that waiting entries are about. */
export const touchedTopics = (waiting: Waiting): Set<string> =>
  new Set(waiting.entries.map(({ action }) => topicIdOf(waiting, action)).filter((id) => id !== null));

export const seenTopic = (waiting: Waiting, topicId: string, row: Topic | null): Topic | null =>
  topicWithWaiting(topicId, row, waiting.entries, waiting.person, waiting.topicOf, waiting.questions.get(topicId));

/** Whether something about this topic has not reached the queue. */
export const isTopicWaiting = (waiting: Waiting, topicId: string): boolean =>
  waiting.entries.some(
    ({ number, action }) => number > waiting.settledThrough && topicIdOf(waiting, action) === topicId,
  );
