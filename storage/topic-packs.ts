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
  return (await packsWith(db, [...wanted])).flatMap((pack) => topicsIn(pack, wanted));
}

/**
 * What has these ids, in their order, in rows or else in packs. Outside of a transaction it may leave its pack after the
 * rows were read: what is missing then is asked for again.
 */
export async function heldAt<R>(
  ids: readonly string[],
  rowsAt: (ids: string[]) => PromiseLike<(R | undefined)[]>,
  packedAt: (ids: string[]) => Promise<ReadonlyMap<string, R>>,
): Promise<(R | undefined)[]> {
  if (ids.length === 0) return [];
  const rows = await rowsAt([...ids]);
  const notRows = ids.filter((_, at) => rows[at] === undefined);
  if (notRows.length === 0) return rows;
  const packed = await packedAt(notRows);
  const missing = isAlone() ? notRows.filter((id) => !packed.has(id)) : [];
  const late = missing.length === 0 ? [] : await rowsAt(missing);
  const lateAt = new Map(missing.map((id, at) => [id, late[at]]));
  return ids.map((id, at) => rows[at] ?? packed.get(id) ?? lateAt.get(id));
}

/**
 * What stands in packs and what stands in rows. Outside of a transaction one may leave its pack between the two questions:
 * its row, asked for last, is not missed then, and is the newer one.
 */
export async function packedAndRows<P, R>(packed: () => Promise<P>, rows: () => PromiseLike<R>): Promise<[P, R]> {
  return isAlone() ? [await packed(), await rows()] : Promise.all([packed(), rows()]);
}

/** In no transaction. */
const isAlone = (): boolean => Dexie.currentTransaction == null;

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

/** Null if it is broken. Written by this device: what is in topic and clips is looked at where they are read (`sound.ts`). */
export function parsed(text: string | undefined): PackedTopic | null {
  try {
    const { topic, clips }: Partial<PackedTopic> = JSON.parse(text ?? 'null');
    return typeof topic?.id === 'string' && Array.isArray(clips) ? { topic, clips } : null;
  } catch {
    return null;
  }
}

const isOf = ({ topic, clips }: PackedTopic, ids: ReadonlySet<string>): boolean =>
  ids.has(topic.id) || clips.some(({ clip }) => ids.has(clip.id));

/** Those of a pack that these ids are of, of the topic or of one of its clips. */
export function topicsIn(pack: TopicPack, ids: ReadonlySet<string>): PackedTopic[] {
  const here = pack.ids.filter((id) => ids.has(id));
  // Mostly one is asked for: an id stands in the text of what has it, and nothing else has to be parsed.
  const texts = here.length > FEW ? pack.texts : pack.texts.filter((text) => here.some((id) => text.includes(id)));
  return texts.flatMap((text) => parsed(text) ?? []).filter((packed) => isOf(packed, ids));
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
  // A merged topic stands in one pack and its clip, which has the same id, under the other topic in another.
  const found = await Promise.all(ids.map((id) => db.topicPacks.where('ids').equals(id).toArray()));
  return [...new Map(found.flat().map((pack) => [pack.id, pack])).values()];
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
