/** The words by which topics are searched, and the traits by which similar ones are found. */
import { TRAITS_VERSION, traitsOf, wordTraits } from '../../desk/similar/traits.ts';
import { WORDS_VERSION } from '../../desk/words/words.ts';
import { expectedWords, topicsOf } from '../search/topic-words.ts';
import { saidBy } from '../similar/keep-traits.ts';
import { keysBehind } from '../store/change-log.ts';
import { allInChunks, CHUNK_PLACEHOLDERS } from '../store/chunks.ts';
import type { Sql, Store } from '../store/store.ts';
import type { Difference } from './difference.ts';
import { CHUNK, eachChunk } from './each-chunk.ts';

type Kept = { topic_id: string; title_words: string; words: string; version: number };

/** Those whose words and traits are made already: of what was sent in the last seconds they follow. */
async function notBehind(sql: Sql, rows: readonly { id: string }[]): Promise<string[]> {
  const behind = await topicsOf(sql, await keysBehind(sql, Number.MAX_SAFE_INTEGER));
  return rows.flatMap(({ id }) => (behind.has(id) ? [] : [id]));
}

export async function verifyWords(store: Store, report: (difference: Difference) => void): Promise<void> {
  const wrong = (id: string, is: string, shouldBe: string) =>
    report({ check: 'words', id, field: 'search words', is, shouldBe, isDerived: true });
  await eachChunk<{ id: string }>(store, 'SELECT id FROM topic WHERE 1 = 1', async (sql, rows) => {
    const ids = await notBehind(sql, rows);
    const should = await expectedWords(sql, ids);
    const kept = await allInChunks<Kept>(
      sql,
      `SELECT topic_id, title_words, words, version FROM topic_words WHERE topic_id IN (${CHUNK_PLACEHOLDERS})`,
      ids,
    );
    const byId = new Map(kept.map((row) => [row.topic_id, row]));
    for (const id of ids) {
      const is = byId.get(id);
      const want = should.get(id);
      if (is === undefined) wrong(id, 'missing', 'there');
      else if (is.version === WORDS_VERSION && (is.words !== want?.words || is.title_words !== want.titleWords))
        wrong(id, 'of other texts', 'of its own');
    }
  });
  await eachChunk<{ id: string; topic: string | null }>(
    store,
    `SELECT id, topic FROM (SELECT topic_words.topic_id AS id, topic.id AS topic
       FROM topic_words LEFT JOIN topic ON topic.id = topic_words.topic_id) AS kept WHERE topic IS NULL`,
    async (sql, rows) => {
      for (const id of await notBehind(sql, rows)) wrong(id, 'there', 'gone with its topic');
    },
  );
}

/** What was not made yet (version 0) or is of other rules will be made while the queue runs, and is no fault. */
export async function verifyTraits(store: Store, report: (difference: Difference) => void): Promise<void> {
  const wrong = (id: string, field: string, is: string, shouldBe: string) =>
    report({ check: 'traits', id, field, is, shouldBe, isDerived: true });
  await eachChunk<{ id: string }>(store, 'SELECT id FROM topic WHERE 1 = 1', async (sql, rows) => {
    const ids = await notBehind(sql, rows);
    const said = await saidBy(sql, ids);
    const kept = await allInChunks<{ topic_id: string; traits: string; version: number }>(
      sql,
      `SELECT topic_id, traits, version FROM similar_topic WHERE topic_id IN (${CHUNK_PLACEHOLDERS})`,
      ids,
    );
    const byId = new Map(kept.map((row) => [row.topic_id, row]));
    for (const id of ids) {
      const topic = said.get(id);
      const is = byId.get(id);
      if ((topic === undefined) !== (is === undefined))
        wrong(id, 'traits', is ? 'there' : 'missing', is ? 'gone' : 'there');
      else if (topic !== undefined && is?.version === TRAITS_VERSION) {
        if (is.traits !== JSON.stringify(wordTraits(traitsOf(topic)).sort()))
          wrong(id, 'traits', 'of other texts', 'of its own');
      }
    }
  });
  // Read in one snapshot: a count and what it counts.
  await store.read(async (sql) => {
    const counted = new Map<string, number>();
    const add = (trait: string) => counted.set(trait, (counted.get(trait) ?? 0) + 1);
    for await (const { traits } of keptTraits(sql)) {
      add('');
      for (const trait of JSON.parse(traits) as string[]) add(trait);
    }
    const kept = await sql.all<{ trait: string; topics: number }>('SELECT trait, topics FROM similar_count');
    const is = new Map(kept.map(({ trait, topics }) => [trait, topics]));
    const off = [...new Set([...counted.keys(), ...is.keys()])].filter(
      (trait) => (counted.get(trait) ?? 0) !== (is.get(trait) ?? 0),
    );
    if (off.length > 0) wrong('all', 'counts of traits', `wrong for ${off.length}`, 'as many as there are');
  });
}

type KeptTraits = { topic_id: string; traits: string };

/** Of all topics, read some hundred at a time: of a large queue they are too many to be held at once. */
async function* keptTraits(sql: Sql): AsyncGenerator<KeptTraits> {
  for (let last = ''; ; ) {
    const rows = await sql.all<KeptTraits>(
      `SELECT topic_id, traits FROM similar_topic WHERE version > 0 AND topic_id > $1 ORDER BY topic_id LIMIT ${CHUNK}`,
      last,
    );
    yield* rows;
    const end = rows.at(-1);
    if (end === undefined) return;
    last = end.topic_id;
  }
}

/** Lets the queue make all traits anew, which it does while it runs. */
export const repairTraits = (store: Store) =>
  store.write(async (tx) => {
    for (const table of ['similar_topic', 'similar_trait', 'similar_count']) await tx.run(`DELETE FROM ${table}`);
    await tx.run(
      `INSERT INTO similar_topic (topic_id, traits, version) SELECT id, '[]', 0 FROM topic WHERE state <> 'merged'`,
    );
  });
