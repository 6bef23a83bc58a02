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

export const parsed = (text: string | undefined): PackedTopic | null => {
  try {
    // Written by this device: the form of what is in it is looked at where it is read (`sound.ts`).
    return JSON.parse(text ?? 'null') as PackedTopic | null;
  } catch {
    return null;
  }
};

export function topicsIn({ places, texts }: TopicPack, ids: ReadonlySet<string>) {
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

export async function packsWith(db: AccountDatabase, ids: readonly string[]): Promise<TopicPack[]> {
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
