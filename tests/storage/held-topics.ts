/** What a device holds of topics and clips, however it keeps them, by their ids: one that stands in two places is there twice. */
import type { Topic } from '../../protocol/topic.ts';
import type { AccountDatabase } from '../../storage/database.ts';
import { eachPacked } from '../../storage/every-topic.ts';
import { packing } from '../../storage/pack-topics.ts';
import type { StoredClip } from '../../storage/rows.ts';

/** So that few topics are in packs too, and a pack has others beside the one that changes. */
export const packFew = (): void => void Object.assign(packing, { topics: 3, least: 1 });

const byId = <T>(rows: T[], idOf: (row: T) => string): T[] => rows.sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1));

export async function heldTopics(db: AccountDatabase | null | undefined): Promise<Topic[]> {
  if (db == null) return [];
  const rows = await db.topics.toArray();
  await eachPacked(db, (packed) => rows.push(...packed.map(({ topic }) => topic)));
  return byId(rows, ({ id }) => id);
}

export async function heldClips(db: AccountDatabase | null | undefined): Promise<StoredClip[]> {
  if (db == null) return [];
  const rows = await db.clips.toArray();
  await eachPacked(db, (packed) => rows.push(...packed.flatMap(({ clips }) => clips)));
  return byId(rows, ({ clip }) => clip.id);
}
