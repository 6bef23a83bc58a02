/** How topics come into packs and leave them again: only a pull and what it drops does that. */
import type { AccountDatabase } from './database.ts';
import type { TopicPack } from './rows.ts';
import { type PackedTopic, packsWith, topicsIn } from './topic-packs.ts';

/**
 * `topics`: how many stand in one; more make a pull hardly faster, and whoever reads one topic reads its pack. `least`: of
 * fewer rows are made, which would gain nothing. To be changed by tests alone, which have few topics.
 */
export const packing = { topics: 16, least: 32 };

const packOf = (topics: readonly PackedTopic[]): Omit<TopicPack, 'id'> => ({
  ids: [...new Set(topics.flatMap(({ topic, clips }) => [topic.id, ...clips.map(({ clip }) => clip.id)]))],
  places: topics.map(({ topic }) => [topic.state, topic.stateSince, topic.id]),
  texts: topics.map((packed) => JSON.stringify(packed)),
});

/** Topics of which nothing is here. Inside a transaction that covers `topicPacks`. */
export async function packTopics(db: AccountDatabase, topics: readonly PackedTopic[]): Promise<void> {
  const packs = Array.from({ length: Math.ceil(topics.length / packing.topics) }, (_, at) =>
    packOf(topics.slice(at * packing.topics, (at + 1) * packing.topics)),
  );
  await db.topicPacks.bulkAdd(packs);
}

/** Topics that are to leave their packs, and these without them. */
export type Leaving = { topics: PackedTopic[]; left: TopicPack[] };

/** Of the topics that these ids are of, or of one of their clips. Only reads. */
export async function leaving(db: AccountDatabase, ids: readonly string[]): Promise<Leaving> {
  const wanted = new Set(ids);
  const split = (await packsWith(db, [...wanted])).map((pack) => without(pack, wanted));
  return { topics: split.flatMap(({ topics }) => topics), left: split.map(({ left }) => left) };
}

/** The texts of all others stay as they are, broken ones too. */
function without(pack: TopicPack, wanted: ReadonlySet<string>): { topics: PackedTopic[]; left: TopicPack } {
  const topics = topicsIn(pack, wanted);
  const out = new Set(topics.map(({ topic }) => topic.id));
  const stays = pack.places.map(([, , id]) => !out.has(id));
  const texts = pack.texts.filter((_, at) => stays[at]);
  const gone = new Set(topics.flatMap(({ topic, clips }) => [topic.id, ...clips.map(({ clip }) => clip.id)]));
  // A merged topic and its clip, which stands under the other one, have the same id.
  const ids = pack.ids.filter((id) => !gone.has(id) || texts.some((text) => text.includes(id)));
  return { topics, left: { id: pack.id, ids, places: pack.places.filter((_, at) => stays[at]), texts } };
}

/** In the transaction in which `leaving` read; whoever calls it makes rows of the topics there. */
export async function takeOut(db: AccountDatabase, { left }: Leaving): Promise<void> {
  const [some, none] = [left.filter(({ texts }) => texts.length > 0), left.filter(({ texts }) => texts.length === 0)];
  await Promise.all([
    some.length > 0 && db.topicPacks.bulkPut(some),
    none.length > 0 && db.topicPacks.bulkDelete(none.map(({ id }) => id)),
  ]);
}

/** Makes rows of the topics that these ids are of, or of one of their clips. Inside a transaction over the `topicTables`. */
export async function unpack(db: AccountDatabase, ids: readonly string[]): Promise<void> {
  const out = await leaving(db, ids);
  if (out.topics.length === 0) return;
  await Promise.all([
    takeOut(db, out),
    db.topics.bulkPut(out.topics.map(({ topic }) => topic)),
    db.clips.bulkPut(out.topics.flatMap(({ clips }) => clips)),
  ]);
}
