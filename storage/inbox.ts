/** The topics of the desk: a page of a list and how many stand where, waiting decisions applied (ST2). */
import { Dexie } from 'dexie';
import { LANES } from '../desk/states.ts';
import { STATES, type State, type Topic, topicSchema } from '../protocol/topic.ts';
import type { AccountDatabase } from './database.ts';
import { type SeenTopic, seenAs } from './decide-many.ts';
import { topicCountSchema } from './rows.ts';
import { sound } from './sound.ts';
import type { Place } from './topic-counts.ts';
import type { TopicFilter, TopicPage, TopicPosition } from './views.ts';
import { isTopicWaiting, readWaiting, seenTopic, touchedTopics, type Waiting } from './waiting.ts';

export const EVERYTHING: TopicFilter = { state: null, departmentId: null, goalId: null, kind: null, text: '' };

const atPlace = (filter: TopicFilter, place: Place): boolean =>
  (filter.state === null || place.state === filter.state) &&
  (filter.departmentId === null || place.departmentId === filter.departmentId) &&
  (filter.goalId === null || place.goalId === filter.goalId) &&
  (filter.kind === null || place.kind === filter.kind);

/** In the inbox the oldest clock goes first, in the plan and when done the latest move. */
const isOldestFirst = (filter: TopicFilter): boolean => filter.state !== null && LANES[filter.state] === 'inbox';

/** One page in the order of the list. Costs as much as the page, not as the list, unless a text is searched. */
export async function inboxTopics(
  db: AccountDatabase,
  filter: TopicFilter,
  page: { limit: number; after: TopicPosition | null },
): Promise<TopicPage> {
  const waiting = await readWaiting(db);
  const moved = await movedTopics(db, waiting);
  const sign = isOldestFirst(filter) ? 1 : -1;
  const order = (a: TopicPosition, b: TopicPosition) =>
    sign * (a.stateSince - b.stateSince || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const text = filter.text.trim().toLowerCase();
  const fits = (topic: Topic) =>
    atPlace(filter, topic) &&
    (text === '' || topic.title.toLowerCase().includes(text)) &&
    (page.after === null || order(topic, page.after) > 0);

  // One more than asked for tells whether there is a next page.
  const wanted = page.limit + 1;
  const states = filter.state === null ? STATES : [filter.state];
  const pulled = await Promise.all(
    states.map((state) => {
      const [index, prefix] = narrowest(filter, state);
      const from = page.after?.stateSince;
      const low = sign === 1 ? (from ?? Dexie.minKey) : Dexie.minKey;
      const high = sign === -1 ? (from ?? Dexie.maxKey) : Dexie.maxKey;
      const range = db.topics.where(index).between([...prefix, low], [...prefix, high], true, true);
      const ordered = sign === 1 ? range : range.reverse();
      return ordered
        .filter((topic) => !moved.has(topic.id) && fits(topic))
        .limit(wanted)
        .toArray();
    }),
  );
  const seen = [...moved.values()].flatMap(({ after }) => (after !== null && fits(after) ? [after] : []));
  const rows = sound('topics', topicSchema, pulled.flat());
  const found = [...rows, ...seen].sort(order);
  const topics = found.slice(0, page.limit);
  const last = topics.at(-1);
  const siteNames = await readSiteNames(db, topics);
  return {
    topics: topics.map((topic, index) => ({
      topic,
      siteName: siteNames[index] ?? null,
      waiting: isTopicWaiting(waiting, topic.id),
    })),
    total: text === '' ? await countTopics(db, filter, moved) : null,
    next: found.length > page.limit && last !== undefined ? { stateSince: last.stateSince, id: last.id } : null,
  };
}

/**
 * Every topic of a filter as it is seen now, for a decision on all of them. Costs as much as the list.
 * What arrives later is not among them: nobody decides on what nobody could see.
 */
export async function everySeenTopic(db: AccountDatabase, filter: TopicFilter): Promise<SeenTopic[]> {
  const { topics } = await inboxTopics(db, filter, { limit: Number.MAX_SAFE_INTEGER - 1, after: null });
  return topics.map(({ topic }) => seenAs(topic));
}

/** How many topics of a filter stand in each state. The filter's own state and text do not matter. */
export async function stateCounts(db: AccountDatabase, filter = EVERYTHING): Promise<Record<State, number>> {
  const moved = await movedTopics(db, await readWaiting(db));
  const counts = STATES.map(async (state) => [state, await countTopics(db, { ...filter, state }, moved)] as const);
  return Object.fromEntries(await Promise.all(counts)) as Record<State, number>;
}

/** The index that leaves the fewest rows to look at, and what it begins with. */
function narrowest(filter: TopicFilter, state: State): [string, string[]] {
  if (filter.departmentId !== null) return ['[departmentId+state+stateSince]', [filter.departmentId, state]];
  if (filter.goalId !== null) return ['[goalId+state+stateSince]', [filter.goalId, state]];
  if (filter.kind !== null) return ['[kind+state+stateSince]', [filter.kind, state]];
  return ['[state+stateSince]', [state]];
}

type Moved = Map<string, { before: Topic | null; after: Topic | null }>;

/** The few topics that waiting entries change: as the queue sent them and as they are seen here. */
async function movedTopics(db: AccountDatabase, waiting: Waiting): Promise<Moved> {
  const ids = [...touchedTopics(waiting)];
  const rows = await db.topics.bulkGet(ids);
  return new Map(
    ids.map((id, index) => {
      const before = rows[index] ?? null;
      return [id, { before, after: seenTopic(waiting, id, before) }];
    }),
  );
}

async function countTopics(db: AccountDatabase, filter: TopicFilter, moved: Moved): Promise<number> {
  const rows = sound('topicCounts', topicCountSchema, await db.topicCounts.toArray());
  let count = 0;
  for (const row of rows) if (atPlace(filter, row)) count += row.count;
  for (const { before, after } of moved.values()) {
    if (before !== null && atPlace(filter, before)) count -= 1;
    if (after !== null && atPlace(filter, after)) count += 1;
  }
  return count;
}

/** A topic has the id of the clip that opened it. */
async function readSiteNames(db: AccountDatabase, topics: readonly Topic[]): Promise<(string | null)[]> {
  const clips = await db.clips.bulkGet(topics.map(({ id }) => id));
  return clips.map((row) => row?.clip.siteName ?? null);
}
