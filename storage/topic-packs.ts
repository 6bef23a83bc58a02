/**
 * What a first pull brings of topics, many in one row: IndexedDB takes nearly as long for a small row as for all of them. A
 * topic with its clips stands in a pack or in rows of their own, never in both: what changes leaves its pack first.
 */
import { Dexie, type Table, type Transaction } from 'dexie';
import type { State, Topic } from '../protocol/topic.ts';
import type { AccountDatabase } from './database.ts';
import type { StoredClip, TopicPack } from './rows.ts';

/** A topic with those of its clips that came with it and are not this person's. */
export type PackedTopic = { topic: Topic; clips: StoredClip[] };

/**
 * `topics`: how many stand in one; more make a pull hardly faster, and whoever reads one topic reads its pack. `least`: of
 * fewer rows are made, which would gain nothing. To be changed by tests alone, which have few topics.
 */
export const packing = { topics: 16, least: 32 };
/** Packs that are read at once by whoever reads all of them: some MB. */
const AT_ONCE = 64;

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

/** Those that these ids are of, of the topic or of one of its clips; each once. */
export async function packedTopics(db: AccountDatabase, ids: readonly string[]): Promise<PackedTopic[]> {
  const wanted = new Set(ids);
  return (await packsWith(db, [...wanted])).flatMap((pack) => topicsIn(pack, wanted).wanted);
}

/** Where topics of a state stand that came to it between two moments, both included. */
export type StateRange = { from: number; to: number; newestFirst: boolean; limit: number };
export const WHOLE_STATE: StateRange = { from: -Infinity, to: Infinity, newestFirst: false, limit: Infinity };

/** At least the first `limit` of the range, in no order. */
export async function packedInState(
  db: AccountDatabase,
  state: State,
  { from, to, newestFirst, limit }: StateRange,
): Promise<Topic[]> {
  const range = db.topicPacks.where('places').between([state, from], [state, to, Dexie.maxKey], true, true);
  const ordered = newestFirst ? range.reverse() : range;
  // A key for each topic, which costs little; then each pack once.
  const keys = await (limit === Infinity ? ordered : ordered.limit(limit)).primaryKeys();
  const packs = await packsAt(db, keys);
  return packs.flatMap(({ places, texts }) =>
    places.flatMap(([at, since], index) => {
      if (at !== state || since < from || since > to) return [];
      return parsed(texts[index])?.topic ?? [];
    }),
  );
}

/**
 * All of them, some hundred at a time, so that nobody holds all at once.
 * @param ids of the topics that are wanted; without it all are
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

/** Topics that are to leave their packs, and what these hold without them. */
export type Leaving = { topics: PackedTopic[]; left: { id: number; topics: PackedTopic[] }[] };

/** Of the topics that these ids are of, or of one of their clips. Only reads. */
export async function leaving(db: AccountDatabase, ids: readonly string[]): Promise<Leaving> {
  const wanted = new Set(ids);
  const split = (await packsWith(db, [...wanted])).map((pack) => ({ id: pack.id, ...topicsIn(pack, wanted) }));
  return { topics: split.flatMap((pack) => pack.wanted), left: split.map(({ id, left }) => ({ id, topics: left })) };
}

/** In the transaction in which `leaving` read; whoever calls it makes rows of the topics there. */
export async function takeOut(db: AccountDatabase, { left }: Leaving): Promise<void> {
  const [some, none] = [
    left.filter(({ topics }) => topics.length > 0),
    left.filter(({ topics }) => topics.length === 0),
  ];
  await Promise.all([
    some.length > 0 && db.topicPacks.bulkPut(some.map(({ id, topics }) => ({ id, ...packOf(topics) }))),
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

const parsed = (text: string | undefined): PackedTopic | null => {
  try {
    // Written by this device: the form of what is in it is looked at where it is read (`sound.ts`).
    return JSON.parse(text ?? 'null') as PackedTopic | null;
  } catch {
    return null;
  }
};

function topicsIn({ places, texts }: TopicPack, ids: ReadonlySet<string>) {
  const [wanted, left]: [PackedTopic[], PackedTopic[]] = [[], []];
  for (const [at] of places.entries()) {
    const packed = parsed(texts[at]);
    if (packed === null) continue;
    const isWanted = ids.has(packed.topic.id) || packed.clips.some(({ clip }) => ids.has(clip.id));
    (isWanted ? wanted : left).push(packed);
  }
  return { wanted, left };
}

/** In a transaction that only reads nothing changes: a list asks for the clips of the topics that it has just read. */
const ofTransaction = new WeakMap<Transaction, Map<number, TopicPack>>();

function packsRead(): Map<number, TopicPack> {
  const transaction: Transaction | null | undefined = Dexie.currentTransaction;
  if (transaction == null || transaction.mode !== 'readonly') return new Map();
  const read = ofTransaction.get(transaction) ?? new Map<number, TopicPack>();
  ofTransaction.set(transaction, read);
  return read;
}

/** For so few it takes less time to fetch a pack twice than to ask which ones they are first. */
const FEW = 4;

async function packsOfFew(db: AccountDatabase, ids: readonly string[]): Promise<TopicPack[]> {
  const found = await Promise.all(ids.map((id) => db.topicPacks.where('ids').equals(id).first()));
  const packs = new Map(found.map((pack) => [pack?.id, pack]));
  return [...packs.values()].filter((pack) => pack !== undefined);
}

async function packsWith(db: AccountDatabase, ids: readonly string[]): Promise<TopicPack[]> {
  if (ids.length === 0) return [];
  if (ids.length <= FEW) return packsOfFew(db, ids);
  const keys = await Promise.all(ids.map((id) => db.topicPacks.where('ids').equals(id).primaryKeys()));
  return packsAt(db, keys.flat());
}

async function packsAt(db: AccountDatabase, keys: readonly number[]): Promise<TopicPack[]> {
  const read = packsRead();
  const missing = [...new Set(keys)].filter((key) => !read.has(key));
  const found = missing.length === 0 ? [] : await db.topicPacks.bulkGet(missing);
  for (const pack of found) if (pack !== undefined) read.set(pack.id, pack);
  return [...new Set(keys)].flatMap((key) => read.get(key) ?? []);
}

/** What reads of topics or clips ask; a transaction that calls them has to cover it. */
export const topicTables = (db: AccountDatabase): Table[] => [db.topics, db.clips, db.topicPacks];
