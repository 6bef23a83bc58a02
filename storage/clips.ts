/** Clips as the queue sent them and own ones, wherever this device keeps them. Own ones are always rows of their own. */
import type { AccountDatabase } from './database.ts';
import type { StoredClip } from './rows.ts';
import { heldAt, packedAndRows, packedTopics } from './topic-packs.ts';

/** In the order of the ids. */
export const clipsAt = (db: AccountDatabase, ids: readonly string[]): Promise<(StoredClip | undefined)[]> =>
  heldAt(
    ids,
    (asked) => db.clips.bulkGet(asked),
    async (asked) => byId((await packedTopics(db, asked)).flatMap(({ clips }) => clips)),
  );

/** All clips of these topics, in the order of their ids. */
export async function clipsOf(db: AccountDatabase, topicIds: readonly string[]): Promise<StoredClip[]> {
  const wanted = new Set(topicIds);
  const [packed, rows] = await packedAndRows(
    () => packedTopics(db, [...wanted]),
    () => Promise.all([...wanted].map((id) => db.clips.where('topicId').equals(id).toArray())),
  );
  // A pack answers to the ids of clips too, so a topic may have come along that only has one of that id.
  const ofTopics = packed.filter(({ topic }) => wanted.has(topic.id)).flatMap(({ clips }) => clips);
  return [...byId([...ofTopics, ...rows.flat()]).values()].sort((a, b) => (a.clip.id < b.clip.id ? -1 : 1));
}

const byId = (rows: readonly StoredClip[]): Map<string, StoredClip> => new Map(rows.map((row) => [row.clip.id, row]));
