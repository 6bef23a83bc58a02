/** Clips as the queue sent them and own ones, wherever this device keeps them. Own ones are always rows of their own. */
import type { AccountDatabase } from './database.ts';
import type { StoredClip } from './rows.ts';
import { eachPacked, heldAt, packedTopics } from './topic-packs.ts';

/** Undefined if it is not here. */
export async function clipAt(db: AccountDatabase, id: string): Promise<StoredClip | undefined> {
  return (await clipsAt(db, [id]))[0];
}

/** In the order of the ids. */
export const clipsAt = (db: AccountDatabase, ids: readonly string[]): Promise<(StoredClip | undefined)[]> =>
  heldAt(
    ids,
    (asked) => db.clips.bulkGet(asked),
    async (asked) => byId((await packedTopics(db, asked)).flatMap(({ clips }) => clips)),
  );

/** The first that fits; reads everything. */
export async function clipThat(
  db: AccountDatabase,
  fits: (row: StoredClip) => boolean,
): Promise<StoredClip | undefined> {
  const row = await db.clips.filter(fits).first();
  if (row !== undefined) return row;
  const found: StoredClip[] = [];
  await eachPacked(db, (packed) => found.push(...packed.flatMap(({ clips }) => clips.filter(fits))));
  return found[0];
}

/** All clips of these topics, in the order of their ids. */
export async function clipsOf(db: AccountDatabase, topicIds: readonly string[]): Promise<StoredClip[]> {
  const wanted = new Set(topicIds);
  // Outside of a transaction one may leave its pack between the two questions: then its row is found, and is the newer one.
  const packed = await packedTopics(db, [...wanted]);
  const rows = await Promise.all([...wanted].map((id) => db.clips.where('topicId').equals(id).toArray()));
  // A pack answers to the ids of clips too, so a topic may have come along that only has one of that id.
  const ofTopics = packed.filter(({ topic }) => wanted.has(topic.id)).flatMap(({ clips }) => clips);
  return [...byId([...ofTopics, ...rows.flat()]).values()].sort((a, b) => (a.clip.id < b.clip.id ? -1 : 1));
}

const byId = (rows: readonly StoredClip[]): Map<string, StoredClip> => new Map(rows.map((row) => [row.clip.id, row]));
