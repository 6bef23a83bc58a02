/** For the few who have to read all topics or clips that are here. */
import type { Topic } from '../protocol/topic.ts';
import type { AccountDatabase } from './database.ts';
import type { StoredClip } from './rows.ts';
import { type PackedTopic, parsed } from './topic-packs.ts';

/** Packs that are read at once by whoever reads all of them: some MB. */
const AT_ONCE = 64;

/**
 * All that is in packs, a thousand topics at a time, so that nobody holds all at once.
 * @param isWanted only these are parsed; without it all are
 */
export async function eachPacked(
  db: AccountDatabase,
  take: (topics: readonly PackedTopic[]) => void,
  isWanted: (topicId: string) => boolean = () => true,
): Promise<void> {
  for (let last = 0; ; ) {
    const packs = await db.topicPacks.where('id').above(last).limit(AT_ONCE).toArray();
    take(
      packs.flatMap(({ places, texts }) =>
        places.flatMap(([, , id], at) => (isWanted(id) ? (parsed(texts[at]) ?? []) : [])),
      ),
    );
    if (packs.length < AT_ONCE) return;
    last = packs.at(-1)?.id ?? last;
  }
}

/** All that fit, in the order of their ids: reads everything. */
export async function topicsThat(db: AccountDatabase, fits: (topic: Topic) => boolean): Promise<Topic[]> {
  const found = new Map<string, Topic>();
  const take = (topics: readonly Topic[]) => {
    for (const topic of topics) if (fits(topic)) found.set(topic.id, topic);
  };
  await eachPacked(db, (packed) => take(packed.map(({ topic }) => topic)));
  // After the packs: outside of a transaction one may leave them meanwhile, and its row is the newer one.
  take(await db.topics.filter(fits).toArray());
  return [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

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
