/** How many topics stand where, kept beside the rows so that nothing is ever counted by walking them. */
import type { Topic } from '../protocol/topic.ts';
import type { AccountDatabase } from './database.ts';
import type { TopicCount } from './rows.ts';

/** What a topic is counted by. */
export type Place = Pick<Topic, 'state' | 'departmentId' | 'goalId' | 'kind'>;

const placeKey = ({ state, departmentId, goalId, kind }: Place): string =>
  [state, departmentId, goalId ?? '', kind].join('|');

/** Moves the counts by the topics that go and those that come, inside the transaction that moves the topics. */
export async function moveCounts(db: AccountDatabase, gone: readonly Place[], come: readonly Place[]): Promise<void> {
  const moves = new Map<string, TopicCount>();
  const move = (by: 1 | -1) => (place: Place) => {
    const { state, departmentId, goalId, kind } = place;
    const key = placeKey(place);
    const count = (moves.get(key)?.count ?? 0) + by;
    moves.set(key, { key, state, departmentId, goalId, kind, count });
  };
  gone.forEach(move(-1));
  come.forEach(move(1));
  const moved = [...moves.values()].filter(({ count }) => count !== 0);
  if (moved.length === 0) return;
  const before = await db.topicCounts.bulkGet(moved.map(({ key }) => key));
  const after = moved.map((row, index) => ({ ...row, count: row.count + (before[index]?.count ?? 0) }));
  await Promise.all([
    db.topicCounts.bulkPut(after.filter(({ count }) => count > 0)),
    db.topicCounts.bulkDelete(after.filter(({ count }) => count <= 0).map(({ key }) => key)),
  ]);
}
