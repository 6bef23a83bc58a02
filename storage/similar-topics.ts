/**
 * Topics of this device that are similar to one, or to a page. They are looked up in an index in memory, which is made
 * at the first question and follows the cards (`topic-cards.ts`): only topics whose card changed are read anew.
 */
import { createSimilarIndex, type Found, type SimilarIndex } from '../desk/similar/similar-index.ts';
import type { Said } from '../desk/similar/traits.ts';
import { LIMITS } from '../protocol/limits.ts';
import type { SimilarTopic } from '../protocol/similar.ts';
import { type Topic, topicSchema } from '../protocol/topic.ts';
import { clipsAt } from './clips.ts';
import type { AccountDatabase } from './database.ts';
import { eachPacked } from './every-topic.ts';
import { rejectedWith } from './rejections.ts';
import { sound } from './sound.ts';
import { type CardShelf, EMPTY_SHELF, ensureCards, readCards } from './topic-cards.ts';
import { topicsAt } from './topics.ts';
import { readWaiting, seenTopic } from './waiting.ts';

/** A topic that is similar, with the words that both have. */
export type SimilarView = { topic: Topic; words: string[] };

type Kept = { index: SimilarIndex; shelf: CardShelf; turn: Promise<unknown> };
const kept = new WeakMap<AccountDatabase, Kept>();

/** Resolves when the next step of making an index may begin; by default once everything else had its turn. */
export type Rest = () => Promise<void>;
const nextTurn: Rest = () => new Promise((resolve) => setTimeout(resolve));

/**
 * [SM1] Those similar to a topic, the most similar first, without those that an editor said are not the same [SM5].
 * @param rest between two steps of making the index
 */
export async function similarTopics(
  db: AccountDatabase,
  topicId: string,
  rest: Rest = nextTurn,
): Promise<SimilarView[]> {
  const rejected = await rejectedWith(db, topicId);
  const said = (await saidBy(db, [topicId])).get(topicId);
  if (said === undefined) return [];
  const index = await freshIndex(db, rest);
  const found = index.find(said, {
    limit: LIMITS.similar,
    except: (id) => id === topicId || rejected.has(id),
  });
  return viewsOf(db, found);
}

/** [SM2] Those that this device knows, own, published, and at the desk all others, offline too. */
export async function similarToPage(db: AccountDatabase, said: Said): Promise<SimilarTopic[]> {
  const index = await freshIndex(db, nextTurn);
  const views = await viewsOf(db, index.find(said, { limit: LIMITS.similar }));
  return views.map(({ topic: { id, title, state, departmentId, supporterCount }, words }) => ({
    topicId: id,
    title,
    state,
    departmentId,
    supporterCount,
    words,
  }));
}

/** [ST2] As they are seen here; one that was merged meanwhile is represented by another. */
async function viewsOf(db: AccountDatabase, found: readonly Found[]): Promise<SimilarView[]> {
  const waiting = await readWaiting(db);
  const rows = sound(
    'topics',
    topicSchema,
    await topicsAt(
      db,
      found.map(({ id }) => id),
    ),
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return found.flatMap(({ id, words }) => {
    const topic = seenTopic(waiting, id, byId.get(id) ?? null);
    return topic === null || topic.state === 'merged' ? [] : [{ topic, words }];
  });
}

/** What topics say: the title, and the words of the clip that opened it where this device has that. */
async function saidBy(db: AccountDatabase, topicIds: readonly string[]): Promise<Map<string, Said>> {
  const [topics, clips] = await Promise.all([topicsAt(db, [...topicIds]), clipsAt(db, [...topicIds])]);
  const said = new Map<string, Said>();
  for (const [at, topic] of topics.entries()) {
    if (topic === undefined || topic.state === 'merged') continue;
    said.set(topic.id, saidOf(topic, clips[at]?.clip));
  }
  return said;
}

const saidOf = ({ title }: Topic, { excerpt, address } = { excerpt: '', address: '' }): Said => ({
  title,
  excerpt,
  address,
});

/**
 * The same of all that came in packs with the clips that opened them; null of what says nothing. Topics of one bucket
 * stand in a pack each, so that asked for bucket by bucket every pack would be read dozens of times.
 */
async function saidInPacks(db: AccountDatabase): Promise<Map<string, Said | null>> {
  const found = new Map<string, Said | null>();
  await eachPacked(db, (packed) => {
    for (const { topic, clips } of packed) {
      const opening = clips.find(({ clip }) => clip.id === topic.id);
      if (topic.state === 'merged') found.set(topic.id, null);
      else if (opening !== undefined) found.set(topic.id, saidOf(topic, opening.clip));
    }
  });
  return found;
}

/** The index as of now. Whoever asks while it is made waits for the same one. */
async function freshIndex(db: AccountDatabase, rest: Rest): Promise<SimilarIndex> {
  const before: Kept = kept.get(db) ?? { index: createSimilarIndex(), shelf: EMPTY_SHELF, turn: ensureCards(db) };
  kept.set(db, before);
  const turn = before.turn.then(() => follow(db, before, rest));
  before.turn = turn.catch(() => undefined);
  await turn;
  return before.index;
}

/** Buckets of cards read without a break: some 30 ms of work, in which nobody who types waits. */
const STEP = 4;
/** So many changed buckets are most of what there is: an index is made, not followed. */
const MANY = 32;

async function follow(db: AccountDatabase, state: Kept, rest: Rest): Promise<void> {
  const shelf = await readCards(db, state.shelf);
  const changed = [...shelf.rows].filter(([bucket, row]) => state.shelf.rows.get(bucket) !== row);
  const packed = changed.length > MANY ? await saidInPacks(db) : new Map<string, Said | null>();
  for (let at = 0; at < changed.length; at += STEP) {
    if (at > 0) await rest();
    const buckets = changed.slice(at, at + STEP);
    const ids = buckets.flatMap(([, { cards }]) => cards.map(({ id }) => id));
    const said = await saidBy(
      db,
      ids.filter((id) => !packed.has(id)),
    );
    for (const id of ids) {
      const inPack = packed.get(id);
      if (inPack != null) said.set(id, inPack);
    }
    const gone = buckets.flatMap(([bucket]) => state.shelf.rows.get(bucket)?.cards.map(({ id }) => id) ?? []);
    for (const id of gone) if (!said.has(id)) state.index.delete(id);
    for (const [id, text] of said) state.index.put(id, text);
  }
  state.shelf = shelf;
}
