/** What was measured, and what was published for a goal and not measured yet. */
import type { Result } from '../protocol/result.ts';
import { type Topic, topicSchema } from '../protocol/topic.ts';
import type { AccountDatabase } from './database.ts';
import { allResults } from './results.ts';
import { sound } from './sound.ts';
import { topicsAt, topicsInState } from './topics.ts';
import { readWaiting, seenTopic } from './waiting.ts';

/** What was measured; costs as much as there are results, however many topics there are. */
export type MeasuredView = {
  results: Result[];
  /** Of the topics that were measured, as far as this device holds them. */
  titles: Map<string, string>;
};
/** What the page of goals shows. */
export type GoalsView = MeasuredView & {
  /** Published for a goal, and without a result: the oldest first. */
  unmeasured: Topic[];
};

const OUT = ['published', 'evaluated'] as const;

export async function readMeasured(db: AccountDatabase): Promise<MeasuredView> {
  const results = await allResults(db);
  const ids = new Set(results.map(({ topicId }) => topicId).filter((id) => id !== null));
  const held = ids.size === 0 ? [] : sound('topics', topicSchema, await topicsAt(db, [...ids]));
  return { results, titles: new Map(held.map(({ id, title }) => [id, title])) };
}

/** Reads everything that was ever published: for a page of its own, never beside a list. */
export async function readGoals(db: AccountDatabase): Promise<GoalsView> {
  const { results, titles } = await readMeasured(db);
  const waiting = await readWaiting(db);
  const measured = new Set(results.map(({ topicId }) => topicId));
  const rows = await Promise.all(OUT.map((state) => topicsInState(db, state)));
  const unmeasured = sound('topics', topicSchema, rows.flat())
    .map((topic) => seenTopic(waiting, topic.id, topic))
    .filter((topic): topic is Topic => topic !== null && topic.goalId !== null && !measured.has(topic.id))
    .sort((a, b) => a.stateSince - b.stateSince);
  return { results, unmeasured, titles };
}
