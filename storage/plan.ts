/** What is planned where and when, and the topics that have no date yet, waiting changes applied (ST2). */
import { type Publication, publicationSchema } from '../protocol/publication.ts';
import { type Channel, channelSchema } from '../protocol/strategy.ts';
import { type Topic, topicSchema } from '../protocol/topic.ts';
import type { AccountDatabase } from './database.ts';
import { topicsThat } from './every-topic.ts';
import { followPublications } from './publications.ts';
import { sound } from './sound.ts';
import { WHOLE_STATE } from './topic-packs.ts';
import { topicsAt, topicsInState } from './topics.ts';
import { readWaiting, seenTopic, type Waiting } from './waiting.ts';

export type PlannedItem = {
  publication: Publication;
  /** Null while the device does not hold the topic. */
  topic: Topic | null;
  /** A change of it has not reached the queue. */
  waiting: boolean;
};

export type Plan = {
  channels: Channel[];
  items: PlannedItem[];
  /** Accepted or in work, and on no channel with a date: the oldest first. */
  undated: Topic[];
};

/** Topics that want a place in the plan. */
const TO_PLAN = ['accepted', 'in_work'] as const;
/** More than a person plans from one list; the list says that there are more. */
const UNDATED_SHOWN = 200;

/** Everything due in [from, to), every proposal without a date, and what still has no place. */
export async function readPlan(db: AccountDatabase, { from, to }: { from: number; to: number }): Promise<Plan> {
  const waiting = await readWaiting(db);
  const all = await publications(db, waiting);
  const shown = all.filter(
    ({ publication: { state, dueAt, publishedAt } }) =>
      state !== 'cancelled' && within(state === 'published' ? publishedAt : dueAt, from, to),
  );
  const topics = await topicsById(db, waiting, [...new Set(shown.map(({ publication }) => publication.topicId))]);
  const dated = new Set(
    all
      .filter(({ publication: { state, dueAt } }) => state === 'published' || (state !== 'cancelled' && dueAt !== null))
      .map(({ publication }) => publication.topicId),
  );
  return {
    channels: sound('channels', channelSchema, await db.channels.toArray()),
    items: shown.map((each) => ({ ...each, topic: topics.get(each.publication.topicId) ?? null })),
    undated: await undated(db, waiting, dated),
  };
}

const within = (at: number | null, from: number, to: number): boolean => at !== null && at >= from && at < to;

/** The publications of one topic, by date; those without one at the end. */
export async function publicationsOf(db: AccountDatabase, topicId: string): Promise<PlannedItem[]> {
  const waiting = await readWaiting(db);
  const topic = (await topicsById(db, waiting, [topicId])).get(topicId) ?? null;
  const rows = await db.publications.where('topicId').equals(topicId).toArray();
  return followPublications(sound('publications', publicationSchema, rows), waiting)
    .filter(({ publication }) => publication.topicId === topicId && publication.state !== 'cancelled')
    .sort((a, b) => (a.publication.dueAt ?? Infinity) - (b.publication.dueAt ?? Infinity))
    .map((each) => ({ ...each, topic }));
}

/** Nobody has to talk about these any more, though they are still marked for the meeting. */
const DONE: readonly Topic['state'][] = ['declined', 'merged', 'published', 'evaluated'];

/** The topics of the working group's agenda that are not done, the oldest first (S17). */
export async function agenda(db: AccountDatabase): Promise<Topic[]> {
  const waiting = await readWaiting(db);
  const flagged = await topicsThat(db, ({ forMeeting }) => forMeeting);
  return sound('topics', topicSchema, flagged)
    .map((topic) => seenTopic(waiting, topic.id, topic))
    .filter((topic): topic is Topic => topic?.forMeeting === true && !DONE.includes(topic.state))
    .sort((a, b) => a.createdAt - b.createdAt);
}

/** Pulled rows with what waits on top: a plan holds a few thousand rows at most. */
async function publications(db: AccountDatabase, waiting: Waiting): Promise<Omit<PlannedItem, 'topic'>[]> {
  const rows = sound('publications', publicationSchema, await db.publications.toArray());
  return followPublications(rows, waiting);
}

async function topicsById(db: AccountDatabase, waiting: Waiting, ids: readonly string[]): Promise<Map<string, Topic>> {
  const rows = new Map(sound('topics', topicSchema, await topicsAt(db, [...ids])).map((row) => [row.id, row]));
  const seen = ids.map((id) => seenTopic(waiting, id, rows.get(id) ?? null)).filter((topic) => topic !== null);
  return new Map(seen.map((topic) => [topic.id, topic]));
}

async function undated(db: AccountDatabase, waiting: Waiting, dated: ReadonlySet<string>): Promise<Topic[]> {
  const rows = await Promise.all(
    TO_PLAN.map((state) => topicsInState(db, state, { ...WHOLE_STATE, limit: UNDATED_SHOWN + dated.size })),
  );
  return sound('topics', topicSchema, rows.flat())
    .filter(({ id }) => !dated.has(id))
    .map((topic) => seenTopic(waiting, topic.id, topic))
    .filter((topic): topic is Topic => TO_PLAN.some((state) => state === topic?.state))
    .sort((a, b) => a.stateSince - b.stateSince)
    .slice(0, UNDATED_SHOWN);
}
