/**
 * Keeps by what topics are found that are similar: for each topic its rarest traits in an inverted list, and for
 * each trait in how many topics it is. Only the rarest, since a list of every word is ten times as large and
 * is not read: what two topics have in common and many others too says nothing of the two.
 */
import { TRAITS_VERSION, traitsOf, wordTraits } from '../../desk/similar/traits.ts';
import type { Clip } from '../../protocol/clip.ts';
import type { ChangedKeys } from '../store/change-log.ts';
import { allInChunks, CHUNK_PLACEHOLDERS, rowWriter } from '../store/chunks.ts';
import type { Sql, Store } from '../store/store.ts';

/** Traits of a topic that it is found by. */
const FOUND_BY = 12;
/** The count of all topics stands among those of their traits. */
const ALL = '';

/** Follows topics and clips that jobs changed. */
export async function followWithTraits(sql: Sql, changed: ChangedKeys): Promise<void> {
  const topicIds = new Set<string>();
  for (const { kind, id } of changed.values()) if (kind === 'topic' || kind === 'clip') topicIds.add(id);
  // A clip has the id of its topic or says nothing of it: see `saidBy`.
  await refresh(sql, [...topicIds]);
}

type Kept = { topic_id: string; traits: string; version: number };

async function refresh(sql: Sql, topicIds: readonly string[]): Promise<void> {
  if (topicIds.length === 0) return;
  const said = await saidBy(sql, topicIds);
  const kept = await allInChunks<Kept>(
    sql,
    `SELECT topic_id, traits, version FROM similar_topic WHERE topic_id IN (${CHUNK_PLACEHOLDERS})`,
    topicIds,
  );
  const before = new Map(kept.map((row) => [row.topic_id, row]));
  const changed = topicIds.flatMap((id): Changed[] => {
    const topic = said.get(id);
    const traits = topic === undefined ? null : wordTraits(traitsOf(topic)).sort();
    const held = before.get(id) ?? null;
    if (held === null && traits === null) return [];
    if (held?.version === TRAITS_VERSION && held.traits === JSON.stringify(traits)) return [];
    return [{ id, held, traits }];
  });
  await takeOut(
    sql,
    changed.flatMap(({ held }) => held ?? []),
  );
  await putIn(
    sql,
    changed.flatMap(({ id, traits }) => (traits === null ? [] : [{ id, traits }])),
  );
}

type Changed = { id: string; held: Kept | null; traits: string[] | null };

/** What each of these topics says: its title, and the words of the clip that opened it. Merged ones are represented by another. */
export async function saidBy(sql: Sql, topicIds: readonly string[]) {
  const rows = await allInChunks<{ id: string; title: string; body: string | null }>(
    sql,
    `SELECT topic.id, topic.title, clip.body FROM topic LEFT JOIN clip ON clip.id = topic.id
     WHERE topic.id IN (${CHUNK_PLACEHOLDERS}) AND topic.state <> 'merged'`,
    topicIds,
  );
  return new Map(
    rows.map(({ id, title, body }) => {
      const { excerpt, address } = body === null ? { excerpt: '', address: '' } : (JSON.parse(body) as Clip);
      return [id, { title, excerpt, address }];
    }),
  );
}

/** How often each trait comes, and how many topics there are. */
function countAll(traitsOfTopics: readonly (readonly string[])[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const traits of traitsOfTopics)
    for (const trait of [ALL, ...traits]) counts.set(trait, (counts.get(trait) ?? 0) + 1);
  return counts;
}

async function takeOut(sql: Sql, topics: readonly Kept[]): Promise<void> {
  // Of what has no version yet nothing was counted.
  const counted = topics.filter(({ version }) => version > 0);
  const counts = countAll(counted.map(({ traits }) => JSON.parse(traits) as string[]));
  await Promise.all([
    ...topics.map(({ topic_id }) => sql.run('DELETE FROM similar_topic WHERE topic_id = $1', topic_id)),
    ...counted.map(({ topic_id }) => sql.run('DELETE FROM similar_trait WHERE topic_id = $1', topic_id)),
    ...[...counts].map(([trait, count]) =>
      sql.run('UPDATE similar_count SET topics = topics - $2 WHERE trait = $1', trait, count),
    ),
  ]);
}

async function putIn(sql: Sql, topics: readonly { id: string; traits: readonly string[] }[]): Promise<void> {
  const added = countAll(topics.map(({ traits }) => traits));
  const counts = await countsOf(sql, [...added.keys()]);
  const rarest = (traits: readonly string[]) =>
    [...traits].sort((a, b) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0) || (a < b ? -1 : 1)).slice(0, FOUND_BY);
  await writeTopics(
    sql,
    topics.map(({ id, traits }) => [id, JSON.stringify(traits), TRAITS_VERSION]),
  );
  await writeTraits(
    sql,
    topics.flatMap(({ id, traits }) => rarest(traits).map((trait): [string, string] => [trait, id])).sort(byTrait),
  );
  await countUp(sql, [...added].sort(byTrait));
}

/** Neighbours in the table one after the other: what comes from everywhere is written in half the time. */
const byTrait = ([a]: [string, unknown], [b]: [string, unknown]): number => (a < b ? -1 : a > b ? 1 : 0);

const writeTopics = rowWriter('INSERT INTO similar_topic (topic_id, traits, version) VALUES', '($1, $2, $3)');
const writeTraits = rowWriter('INSERT INTO similar_trait (trait, topic_id) VALUES', '($1, $2)');
const countUp = rowWriter(
  'INSERT INTO similar_count (trait, topics) VALUES',
  '($1, $2)',
  'ON CONFLICT (trait) DO UPDATE SET topics = similar_count.topics + excluded.topics',
);

/** In how many topics each of these traits is; `''` is how many topics there are. */
export async function countsOf(sql: Sql, traits: readonly string[]): Promise<Map<string, number>> {
  const rows = await allInChunks<{ trait: string; topics: number }>(
    sql,
    `SELECT trait, topics FROM similar_count WHERE trait IN (${CHUNK_PLACEHOLDERS})`,
    [...new Set([ALL, ...traits])],
  );
  return new Map(rows.map(({ trait, topics }) => [trait, topics]));
}

/** Small, so that nobody who sends waits long. */
const CHUNK = 100;

/** Makes some of what is missing or of other rules. True: there is more. */
export async function makeMissingTraits(store: Store): Promise<boolean> {
  const old = await store.read((sql) =>
    sql.all<{ topic_id: string }>(
      `SELECT topic_id FROM similar_topic WHERE version < $1 OR version > $1 LIMIT ${CHUNK}`,
      TRAITS_VERSION,
    ),
  );
  if (old.length === 0) return false;
  await store.write((tx) =>
    refresh(
      tx,
      old.map(({ topic_id }) => topic_id),
    ),
  );
  return old.length === CHUNK;
}
