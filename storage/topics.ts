/** Topics as the queue sent them, wherever this device keeps them: in rows of their own or in packs. */
import type { State, Topic } from '../protocol/topic.ts';
import type { AccountDatabase } from './database.ts';
import { heldAt, packedAndRows, packedInState, packedTopics, type StateRange, WHOLE_STATE } from './topic-packs.ts';

/** Undefined if it is not here. */
export async function topicAt(db: AccountDatabase, id: string): Promise<Topic | undefined> {
  return (await topicsAt(db, [id]))[0];
}

/** In the order of the ids. */
export const topicsAt = (db: AccountDatabase, ids: readonly string[]): Promise<(Topic | undefined)[]> =>
  heldAt(
    ids,
    (asked) => db.topics.bulkGet(asked),
    async (asked) => new Map((await packedTopics(db, asked)).map(({ topic }) => [topic.id, topic])),
  );

/** Those of a state, in the order in which they came to it and then of their ids. Costs as much as it answers. */
export async function topicsInState(
  db: AccountDatabase,
  state: State,
  range: StateRange = WHOLE_STATE,
): Promise<Topic[]> {
  const { from, to, newestFirst, limit } = range;
  const inRange = db.topics.where('[state+stateSince]').between([state, from], [state, to], true, true);
  const ordered = newestFirst ? inRange.reverse() : inRange;
  const [packed, rows] = await packedAndRows(
    () => packedInState(db, state, range),
    () => (limit === Infinity ? ordered : ordered.limit(limit)).toArray(),
  );
  const sign = newestFirst ? -1 : 1;
  return [...new Map([...packed, ...rows].map((topic) => [topic.id, topic])).values()]
    .sort((a, b) => sign * (a.stateSince - b.stateSince || (a.id < b.id ? -1 : 1)))
    .slice(0, limit);
}
