/** Clips as the queue sent them and own ones, wherever this device keeps them. Own ones are always rows of their own. */
import type { AccountDatabase } from './database.ts';
import type { StoredClip } from './rows.ts';
import { packedTopics } from './topic-packs.ts';

/** In the order of the ids. */
export async function clipsAt(db: AccountDatabase, ids: readonly string[]): Promise<(StoredClip | undefined)[]> {
  if (ids.length === 0) return [];
  const rows = await db.clips.bulkGet([...ids]);
  const missing = ids.filter((_, at) => rows[at] === undefined);
  if (missing.length === 0) return rows;
  const packed = (await packedTopics(db, missing)).flatMap(({ clips }) => clips);
  const byId = new Map(packed.map((row) => [row.clip.id, row]));
  return rows.map((row, at) => row ?? byId.get(ids[at] ?? ''));
}

/** All clips of these topics. */
export async function clipsOf(db: AccountDatabase, topicIds: readonly string[]): Promise<StoredClip[]> {
  const wanted = new Set(topicIds);
  const [rows, packed] = await Promise.all([
    Promise.all([...wanted].map((id) => db.clips.where('topicId').equals(id).toArray())),
    packedTopics(db, [...wanted]),
  ]);
  // A pack answers to the ids of clips too, so a topic may have come along that only has one of that id.
  return [...rows.flat(), ...packed.filter(({ topic }) => wanted.has(topic.id)).flatMap(({ clips }) => clips)];
}
