/** The topics that are similar to a page, of all that the queue holds. */
import { QUIET_MS } from '../../desk/quiet.ts';
import { mayDecide } from '../../desk/roles.ts';
import { compareTraits, isTooShort, SIMILAR_FROM } from '../../desk/similar/compare.ts';
import { rarityAmong } from '../../desk/similar/rarity.ts';
import { bestOf, MOST_COMPARED } from '../../desk/similar/similar-index.ts';
import { type Said, traitsOf, wordTraits } from '../../desk/similar/traits.ts';
import { LIMITS } from '../../protocol/limits.ts';
import type { Person } from '../../protocol/person.ts';
import type { SimilarTopic } from '../../protocol/similar.ts';
import type { State } from '../../protocol/topic.ts';
import { topicsSeenBy } from '../pull/held-topic.ts';
import { shownState } from '../pull/reader.ts';
import { AFTER_CHUNK, allInChunks, CHUNK_PLACEHOLDERS } from '../store/chunks.ts';
import type { Sql } from '../store/store.ts';
import { countsOf, saidBy } from './keep-traits.ts';

/** Of one trait; what more topics have than this says little. */
const MOST_OF_TRAIT = 300;
const MOST_ENTRIES = 2_000;

/** The most similar ones first, at most `LIMITS.similar` [SM1]. Costs about the same whatever the queue holds. */
export async function similarTopics(sql: Sql, person: Person, said: Said, now: number): Promise<SimilarTopic[]> {
  const traits = traitsOf(said);
  if (isTooShort(traits)) return [];
  const words = wordTraits(traits);
  const counts = await countsOf(sql, words);
  const rarity = rarityAmong((trait) => counts.get(trait) ?? 0, counts.get('') ?? 0);

  const rough = new Map<string, number>();
  let entries = 0;
  const rarest = words
    .filter((trait) => counts.has(trait))
    .sort((a, b) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0) || (a < b ? -1 : 1));
  for (const trait of rarest) {
    if (entries >= MOST_ENTRIES) break;
    const rows = await sql.all<{ topic_id: string }>(
      `SELECT topic_id FROM similar_trait WHERE trait = $1 ORDER BY topic_id LIMIT ${MOST_OF_TRAIT}`,
      trait,
    );
    entries += rows.length;
    const says = (traits.weights.get(trait) ?? 0) * rarity(trait) ** 2;
    for (const { topic_id } of rows) rough.set(topic_id, (rough.get(topic_id) ?? 0) + says);
  }
  const nearest = [...rough]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, MOST_COMPARED)
    .map(([id]) => id);
  const texts = await saidBy(sql, nearest);
  const found = bestOf(
    [...texts].map(([id, other]) => ({ id, ...compareTraits(traits, traitsOf(other), rarity) })),
    { limit: LIMITS.similar, from: SIMILAR_FROM },
  );
  return shownTo(sql, person, found, now);
}

type Standing = { id: string; state: State; department_id: string; supporter_count: number };

/** [SM3][VI1] Of a topic that the person may not see, nothing but where it stands. */
async function shownTo(
  sql: Sql,
  person: Person,
  found: readonly { id: string; words: string[] }[],
  now: number,
): Promise<SimilarTopic[]> {
  const ids = found.map(({ id }) => id);
  const rows = await allInChunks<Standing>(
    sql,
    // The state is public, so it has to wait as it does on the topic [DK4].
    `SELECT topic.id, ${mayDecide(person.roles) ? 'topic.state' : shownState(AFTER_CHUNK)} AS state, topic.department_id,
       topic.supporter_count
     FROM topic WHERE topic.id IN (${CHUNK_PLACEHOLDERS})`,
    ids,
    now - QUIET_MS,
  );
  const standing = new Map(rows.map((row) => [row.id, row]));
  const seen = await topicsSeenBy(sql, person, ids, now);
  return found.flatMap(({ id, words }) => {
    const row = standing.get(id);
    if (row === undefined) return [];
    const { state, department_id, supporter_count } = row;
    return [
      {
        topicId: id,
        state,
        departmentId: department_id,
        supporterCount: supporter_count,
        title: seen.get(id)?.title ?? null,
        words,
      },
    ];
  });
}

/** A little below what is suggested: words may have changed, and become more frequent, since somebody read the suggestion. */
const JOINED_FROM = SIMILAR_FROM - 0.15;

/**
 * [SM4][VI1] Whether a clip may join a topic because its person said so. Ids of topics are known to everybody; without
 * this, naming one would show its title and what was decided to whoever never had a page of it.
 */
export async function isLike(sql: Sql, said: Said, topicId: string): Promise<boolean> {
  const traits = traitsOf(said);
  const other = (await saidBy(sql, [topicId])).get(topicId);
  if (other === undefined) return false;
  const counts = await countsOf(sql, wordTraits(traits));
  const rarity = rarityAmong((trait) => counts.get(trait) ?? 0, counts.get('') ?? 0);
  return compareTraits(traits, traitsOf(other), rarity).score >= JOINED_FROM;
}
