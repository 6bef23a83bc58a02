/** Topics as the queue sent them, wherever this device keeps them: in rows of their own or in packs. */
import type { State, Topic } from '../protocol/topic.ts';
import type { AccountDatabase } from './database.ts';
import { packedInState, packedTopics, type StateRange, WHOLE_STATE } from './topic-packs.ts';

/** Undefined if it is not here. */
export async function topicAt(db: AccountDatabase, id: string): Promise<Topic | undefined> {
  return (await topicsAt(db, [id]))[0];
}

/** In the order of the ids. */
export async function topicsAt(db: AccountDatabase, ids: readonly string[]): Promise<(Topic | undefined)[]> {
  if (ids.length === 0) return [];
  const rows = await db.topics.bulkGet([...ids]);
  const missing = ids.filter((_, at) => rows[at] === undefined);
  if (missing.length === 0) return rows;
  const packed = new Map((await packedTopics(db, missing)).map(({ topic }) => [topic.id, topic]));
  return rows.map((row, at) => row ?? packed.get(ids[at] ?? ''));
}

/** Those of a state, in the order in which they came to it and then of their ids. Costs as much as it answers. */
export async function topicsInState(
  db: AccountDatabase,
  state: State,
  range: StateRange = WHOLE_STATE,
): Promise<Topic[]> {
  const { from, to, newestFirst, limit } = range;
  const rows = db.topics.where('[state+stateSince]').between([state, from], [state, to], true, true);
  const ordered = newestFirst ? rows.reverse() : rows;
  const found = await Promise.all([
    (limit === Infinity ? ordered : ordered.limit(limit)).toArray(),
    packedInState(db, state, range),
  ]);
  const sign = newestFirst ? -1 : 1;
  return found
    .flat()
    .sort((a, b) => sign * (a.stateSince - b.stateSince || (a.id < b.id ? -1 : 1)))
    .slice(0, limit);
}
