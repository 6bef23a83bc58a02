/**
 * What lists and searches of the desk need of every topic of the working set, small enough to be held in
 * memory: its facts and its words. Kept in the transaction that changes the topics, so that no page has
 * to build an index when it opens; read whole once, and then only what changed is read anew.
 */
import type { Table } from 'dexie';
import { factsOf, type TopicFacts } from '../desk/topic-filter.ts';
import { WORDS_VERSION, wordText } from '../desk/words/words.ts';
import type { Clip } from '../protocol/clip.ts';
import type { PersonRef } from '../protocol/person.ts';
import type { Question } from '../protocol/question.ts';
import type { Topic } from '../protocol/topic.ts';
import { clipsOf } from './clips.ts';
import type { AccountDatabase } from './database.ts';
import { eachPacked } from './every-topic.ts';
import { readMeta } from './meta.ts';
import { inOneRead } from './one-read.ts';
import { guarded } from './problems.ts';
import type { StoredClip, TopicCards } from './rows.ts';
import { type PackedTopic, topicTables } from './topic-packs.ts';
import { topicsAt } from './topics.ts';

/** `title` and `words` are `wordText`s; `words` is of everything but the title. */
export type TopicCard = TopicFacts & { title: string; words: string };

/** Raise it when a card's form changes. */
const CARD_VERSION = 1;
const VERSION = CARD_VERSION * 1_000 + WORDS_VERSION;

/** Rows that are made in one transaction: nobody else writes meanwhile. */
const MADE_AT_ONCE = 16;
/** With packs, each time all of them are read: of so many packs everything is made at once, of more a quarter. */
const FEW_PACKS = 1_000;
const OF_FEW_PACKS = 256;
const OF_MANY_PACKS = 64;

const BUCKETS = Array.from({ length: 256 }, (_, index) => index.toString(16).padStart(2, '0'));
const bucketOf = (topicId: string): string => topicId.slice(0, 2).toLowerCase();

type Said = { clip: Clip; submitter: PersonRef };

export function cardOf(topic: Topic, clips: readonly Said[], questionDueAt: number | null): TopicCard {
  const words = clips.flatMap(({ clip, submitter }) => [
    ...(clip.title === topic.title ? [] : [clip.title]),
    clip.excerpt,
    clip.quote ?? '',
    clip.note,
    clip.siteName ?? '',
    ...clip.byline,
    submitter.name,
  ]);
  return {
    ...factsOf(topic, questionDueAt),
    title: wordText([topic.title]),
    words: wordText([...words, ...topic.labels]),
  };
}

/**
 * Makes the cards of these topics anew, whether they came, changed or went. Inside a transaction over
 * topics, clips, questions and topicCards, after the rows were written.
 */
export async function refreshCards(db: AccountDatabase, topicIds: Iterable<string>): Promise<void> {
  const byBucket = Map.groupBy(new Set(topicIds), bucketOf);
  if (byBucket.size === 0) return;
  const [rows, cards] = await Promise.all([
    db.topicCards.bulkGet([...byBucket.keys()]),
    cardsOf(db, [...byBucket.values()].flat()),
  ]);
  // One that is missing or of other rules says nothing of its other topics: `ensureCards` makes it.
  const kept = rows.filter((row) => row !== undefined).filter((row) => row.version === VERSION);
  const changed = new Map(cards.map((card) => [card.id, card]));
  const after = kept.map((row): TopicCards => {
    const gone = new Set(byBucket.get(row.bucket));
    const others = cardsIn(row).filter(({ id }) => !gone.has(id));
    return toRow(row.bucket, [...others, ...[...gone].flatMap((id) => changed.get(id) ?? [])]);
  });
  // Rows that say what they said are not written: a page of addresses alone costs nothing.
  await db.topicCards.bulkPut(after.filter((row, index) => row.json !== kept[index]?.json));
}

/** After all topics were forgotten: there is nothing that a later change would have to make anew. */
export const emptyCards = (db: AccountDatabase): Promise<unknown> =>
  db.topicCards.bulkPut(BUCKETS.map((bucket) => toRow(bucket, [])));

/** After a pull: makes the cards that a first one left out. */
export async function makeMissingCards(db: AccountDatabase): Promise<void> {
  if ((await db.topicCards.count()) < BUCKETS.length) await makeCards(db);
}

/** Makes what is missing or of other rules, a little at a time; nothing to do almost always. */
export async function ensureCards(db: AccountDatabase): Promise<void> {
  const { lastSyncAt, lastProblem } = await readMeta(db, 'schedule');
  // Cards that stand there while the first pull goes on are written anew with each of its pages; it makes them itself.
  if (lastSyncAt === null && lastProblem === null) return;
  await makeCards(db);
}

async function makeCards(db: AccountDatabase): Promise<void> {
  const current = new Set(
    (await db.topicCards.toArray()).flatMap((row) => (row.version === VERSION ? [row.bucket] : [])),
  );
  const missing = BUCKETS.filter((bucket) => !current.has(bucket));
  const packs = await db.topicPacks.count();
  const atOnce = packs === 0 ? MADE_AT_ONCE : packs <= FEW_PACKS ? OF_FEW_PACKS : OF_MANY_PACKS;
  for (let at = 0; at < missing.length; at += atOnce)
    await guarded(() =>
      db.transaction('rw', [...topicTables(db), db.questions, db.topicCards], async () => {
        const buckets = missing.slice(at, at + atOnce);
        const packed = await packedIn(db, new Set(buckets));
        const rows = await Promise.all(buckets.map((bucket) => rebuilt(db, bucket, packed.get(bucket) ?? [])));
        await db.topicCards.bulkPut(rows);
      }),
    );
}

async function packedIn(db: AccountDatabase, buckets: ReadonlySet<string>): Promise<Map<string, PackedTopic[]>> {
  const found: PackedTopic[] = [];
  await eachPacked(
    db,
    (topics) => found.push(...topics),
    (id) => buckets.has(bucketOf(id)),
  );
  return Map.groupBy(found, ({ topic }) => bucketOf(topic.id));
}

/**
 * By ranges, which IndexedDB answers as a whole: with a cursor it was asked for each topic and each clip again, 0.3 ms
 * each. Ids may be written in large letters too.
 */
async function rebuilt(db: AccountDatabase, bucket: string, packed: readonly PackedTopic[]): Promise<TopicCards> {
  const [first = '', second = ''] = bucket;
  const starts = new Set([first, first.toUpperCase()].flatMap((one) => [one + second, one + second.toUpperCase()]));
  const ofBucket = async <R>(table: Table<R, string>, index: string): Promise<R[]> => {
    const found = [...starts].map((start) => table.where(index).between(start, `${start}\uffff`).toArray());
    return (await Promise.all(found)).flat();
  };
  const [topics, clips, questions] = await Promise.all([
    ofBucket<Topic>(db.table('topics'), 'id'),
    ofBucket(db.clips, 'topicId'),
    ofBucket<Question>(db.table('questions'), 'topicId'),
  ]);
  const all = {
    topics: [...topics, ...packed.map(({ topic }) => topic)],
    clips: [...clips, ...packed.flatMap((one) => one.clips)],
  };
  return toRow(bucket, toCards(all.topics, all.clips, questions));
}

async function cardsOf(db: AccountDatabase, topicIds: readonly string[]): Promise<TopicCard[]> {
  const ofTopics = async <R>(table: Table<R, string>): Promise<R[]> =>
    (await Promise.all(topicIds.map((id) => table.where('topicId').equals(id).toArray()))).flat();
  const [topics, clips, questions] = await Promise.all([
    topicsAt(db, topicIds),
    clipsOf(db, topicIds),
    ofTopics<Question>(db.table('questions')),
  ]);
  return toCards(
    topics.filter((topic) => topic !== undefined),
    clips,
    questions,
  );
}

function toCards(topics: readonly Topic[], clips: readonly StoredClip[], questions: readonly Question[]): TopicCard[] {
  // What only this device knows is put on top where the card is read (ST2), and may go without a word from the queue.
  const pulled = clips
    .filter(({ receivedAt }) => receivedAt !== null)
    // Wherever they were kept, so that equal topics have equal cards.
    .sort((a, b) => (a.clip.id < b.clip.id ? -1 : 1));
  const byTopic = Map.groupBy(pulled, ({ topicId }) => topicId);
  const questionsOf = Map.groupBy(questions, ({ topicId }) => topicId);
  return topics.flatMap((topic) => {
    try {
      const due = (questionsOf.get(topic.id) ?? []).flatMap(({ state, dueAt }) =>
        state === 'answered' || state === 'withdrawn' ? [] : [dueAt],
      );
      return [cardOf(topic, byTopic.get(topic.id) ?? [], due.length === 0 ? null : Math.min(...due))];
    } catch {
      // A broken row (see `sound.ts`) is in no list; it must not keep a page of a pull from being stored.
      return [];
    }
  });
}

/** In the order of their ids, so that equal cards make equal texts. */
const toRow = (bucket: string, cards: readonly TopicCard[]): TopicCards => ({
  bucket,
  version: VERSION,
  json: JSON.stringify([...cards].sort((a, b) => (a.id < b.id ? -1 : 1))),
});

/** This device wrote it with this version: its form is known. */
const cardsIn = ({ json }: TopicCards): TopicCard[] => JSON.parse(json) as TopicCard[];

/** All cards as they were read last. */
export type CardShelf = { rows: ReadonlyMap<string, { json: string; cards: readonly TopicCard[] }> };
export const EMPTY_SHELF: CardShelf = { rows: new Map() };

/** Rows that are read and parsed at once: between two such steps a page draws and hears keys. */
const AT_ONCE = 32;

/** Reads all cards as they stand at one moment; those that did not change since `before` are not parsed again. */
export const readCards = (db: AccountDatabase, before: CardShelf = EMPTY_SHELF): Promise<CardShelf> =>
  inOneRead(db, [db.topicCards], async () => {
    const rows = new Map<string, { json: string; cards: readonly TopicCard[] }>();
    for (let at = 0; at < BUCKETS.length; at += AT_ONCE) {
      const last = BUCKETS[at + AT_ONCE - 1] ?? BUCKETS.at(-1);
      for (const row of await db.topicCards.where('bucket').between(BUCKETS[at], last, true, true).toArray()) {
        if (row.version !== VERSION) continue;
        const known = before.rows.get(row.bucket);
        rows.set(row.bucket, known?.json === row.json ? known : { json: row.json, cards: cardsIn(row) });
      }
    }
    return { rows };
  });

/** Nothing is missing on it, nor of other rules: there is nothing for `ensureCards` to do. */
export const isWholeShelf = ({ rows }: CardShelf): boolean => rows.size === BUCKETS.length;

/** The card of one topic. */
export const cardAt = (shelf: CardShelf, topicId: string): TopicCard | undefined =>
  shelf.rows.get(bucketOf(topicId))?.cards.find(({ id }) => id === topicId);

export function* cardsOn(shelf: CardShelf): Generator<TopicCard> {
  for (const { cards } of shelf.rows.values()) yield* cards;
}
