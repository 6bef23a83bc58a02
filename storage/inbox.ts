/** The topics of the desk: a page of a list and how many stand where, waiting decisions applied (ST2). */
import { LANES } from '../desk/states.ts';
import { narrowedBy } from '../desk/topic-filter.ts';
import { STATES, type State, type Topic, topicSchema } from '../protocol/topic.ts';
import { EVERYTHING, type TopicFilter } from '../protocol/topic-filter.ts';
import { clipsAt } from './clips.ts';
import type { AccountDatabase } from './database.ts';
import { type SeenTopic, seenAs } from './decide-many.ts';
import { inOneRead } from './one-read.ts';
import { topicCountSchema } from './rows.ts';
import { sound } from './sound.ts';
import type { Place } from './topic-counts.ts';
import { topicsAt, topicsInState } from './topics.ts';
import type { TopicPage, TopicPosition, TopicView } from './views.ts';
import { isTopicWaiting, readWaiting, seenTopic, touchedTopics, type Waiting, waitingTables } from './waiting.ts';

const PLACE = ['departmentIds', 'goalIds', 'kinds'] as const;
const isAmong = <T>(wanted: readonly T[], value: T): boolean => wanted.length === 0 || wanted.includes(value);

const atPlace = (filter: TopicFilter, place: Place): boolean =>
  isAmong(filter.states, place.state) &&
  isAmong(filter.departmentIds, place.departmentId) &&
  (filter.goalIds.length === 0 || (place.goalId !== null && filter.goalIds.includes(place.goalId))) &&
  isAmong(filter.kinds, place.kind);

/** Narrowed by nothing but states, in whose order the rows stand. */
export const isByState = (filter: TopicFilter): boolean => narrowedBy(filter).every((field) => field === 'states');

/**
 * Narrowed by what topics are counted by and by nothing else: `inboxTopics` answers it without cards, which takes the
 * longer the fewer topics of a state fit.
 */
export const isByPlace = (filter: TopicFilter): boolean =>
  narrowedBy(filter).every(
    (field) => field === 'states' || PLACE.some((place) => place === field && filter[place].length === 1),
  );

/** In the inbox the oldest clock goes first, in the plan and when done the latest move. */
export const isOldestFirst = ({ states }: TopicFilter): boolean =>
  states.length > 0 && states.every((state) => LANES[state] === 'inbox');

/** Of a department, a goal or a kind: so many topics may stand in a list for one that is theirs. */
const ROWS_FOR_ONE = 4;

type PageWanted = { limit: number; after: TopicPosition | null };

/** One page in the order of the list, for a filter that `isByPlace`. If it `isByState`, costs as much as the page, not as the list. */
export const inboxTopics = (db: AccountDatabase, filter: TopicFilter, page: PageWanted): Promise<TopicPage> =>
  inOneRead(db, [...waitingTables(db), db.topicCounts], () => readPage(db, filter, page));

async function readPage(db: AccountDatabase, filter: TopicFilter, page: PageWanted): Promise<TopicPage> {
  const waiting = await readWaiting(db);
  const moved = await movedTopics(db, waiting);
  const sign = isOldestFirst(filter) ? 1 : -1;
  const order = (a: TopicPosition, b: TopicPosition) =>
    sign * (a.stateSince - b.stateSince || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const fits = (topic: Topic) => atPlace(filter, topic) && (page.after === null || order(topic, page.after) > 0);

  // One more than asked for tells whether there is a next page.
  const wanted = page.limit + 1;
  const states = filter.states.length === 0 ? STATES : filter.states;
  const pulled = await Promise.all(
    states.map(async (state) => {
      const from = page.after?.stateSince;
      const range = sign === 1 ? { from: from ?? -Infinity, to: Infinity } : { from: -Infinity, to: from ?? Infinity };
      // In one go what is likely to be enough, and again for more if it was not: a condition in the query would fetch
      // rows one by one.
      const least = wanted + moved.size;
      for (let most = isByState(filter) ? least : least * ROWS_FOR_ONE; ; most *= ROWS_FOR_ONE) {
        const limit = Math.min(most, NO_LIMIT);
        const rows = await topicsInState(db, state, { ...range, newestFirst: sign === -1, limit });
        const fitting = rows.filter((topic) => !moved.has(topic.id) && fits(topic));
        if (fitting.length >= wanted || rows.length < most) return fitting.slice(0, wanted);
      }
    }),
  );
  const seen = [...moved.values()].flatMap(({ after }) => (after !== null && fits(after) ? [after] : []));
  const rows = sound('topics', topicSchema, pulled.flat());
  const found = [...rows, ...seen].sort(order);
  const topics = found.slice(0, page.limit);
  const last = topics.at(-1);
  const count = await counter(db, moved);
  return {
    topics: await viewsOf(db, topics, waiting),
    total: count(filter),
    counts: byState(count, filter),
    next: found.length > page.limit && last !== undefined ? { stateSince: last.stateSince, id: last.id } : null,
  };
}

/** Topics as a list shows them. */
export async function viewsOf(db: AccountDatabase, topics: readonly Topic[], waiting: Waiting): Promise<TopicView[]> {
  const siteNames = await readSiteNames(db, topics);
  return topics.map((topic, index) => ({
    topic,
    siteName: siteNames[index] ?? null,
    waiting: isTopicWaiting(waiting, topic.id),
  }));
}

/** Far more than a device holds. IndexedDB counts in 32 bits and throws at more. */
const NO_LIMIT = 2 ** 30;

/**
 * Every topic of a filter as it is seen now, for a decision on all of them. Costs as much as the list.
 * What arrives later is not among them: nobody decides on what nobody could see.
 */
export async function everySeenTopic(db: AccountDatabase, filter: TopicFilter): Promise<SeenTopic[]> {
  const { topics } = await inboxTopics(db, filter, { limit: NO_LIMIT, after: null });
  return topics.map(({ topic }) => seenAs(topic));
}

/** How many topics of a filter stand in each state. The filter's own state and text do not matter. */
export const stateCounts = (db: AccountDatabase, filter = EVERYTHING): Promise<Record<State, number>> =>
  inOneRead(db, [...waitingTables(db), db.topicCounts], async () => {
    const count = await counter(db, await movedTopics(db, await readWaiting(db)));
    return byState(count, filter);
  });

type Count = (filter: TopicFilter) => number;
const byState = (count: Count, filter: TopicFilter): Record<State, number> =>
  Object.fromEntries(STATES.map((state) => [state, count({ ...filter, states: [state] })])) as Record<State, number>;

export type Moved = Map<string, { before: Topic | null; after: Topic | null }>;

/** The few topics that waiting entries change: as the queue sent them and as they are seen here. */
export async function movedTopics(db: AccountDatabase, waiting: Waiting): Promise<Moved> {
  const ids = [...touchedTopics(waiting)];
  const rows = ids.length === 0 ? [] : await topicsAt(db, ids);
  return new Map(
    ids.map((id, index) => {
      const before = rows[index] ?? null;
      return [id, { before, after: seenTopic(waiting, id, before) }];
    }),
  );
}

/** Counts the topics of any filter by the counts as they stand now. */
async function counter(db: AccountDatabase, moved: Moved): Promise<Count> {
  const rows = sound('topicCounts', topicCountSchema, await db.topicCounts.toArray());
  return (filter) => {
    let count = 0;
    for (const row of rows) if (atPlace(filter, row)) count += row.count;
    for (const { before, after } of moved.values()) {
      if (before !== null && atPlace(filter, before)) count -= 1;
      if (after !== null && atPlace(filter, after)) count += 1;
    }
    return count;
  };
}

/** A topic has the id of the clip that opened it. */
async function readSiteNames(db: AccountDatabase, topics: readonly Topic[]): Promise<(string | null)[]> {
  const clips = await clipsAt(
    db,
    topics.map(({ id }) => id),
  );
  return clips.map((row) => row?.clip.siteName ?? null);
}
