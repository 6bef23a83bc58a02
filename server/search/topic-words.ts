/**
 * Keeps the words of each topic beside it, by the same rules as on devices (`desk/words`).
 *
 * One text a topic and not a row for each word: in a trial with 100,000 topics a table of words cost 0.7 to
 * 2.9 ms a topic and 259 MB. Looking through all texts takes half a second for a rare word, and holds up nobody:
 * it goes in steps. No FTS5 or tsvector either: each engine would find other things in German, and neither finds
 * "Ausbildungswerkstatt" by "Werkstatt".
 */
import { WORDS_VERSION, wordText } from '../../desk/words/words.ts';
import type { Clip } from '../../protocol/clip.ts';
import type { ChangeKind } from '../../protocol/pull.ts';
import type { ChangedKeys } from '../store/change-log.ts';
import { allInChunks, CHUNK_PLACEHOLDERS, rowWriter } from '../store/chunks.ts';
import type { Sql, Store, Value } from '../store/store.ts';
import { refreshLabels } from './topic-labels.ts';

/** Makes the words of topics anew that jobs changed. */
export async function followWithWords(sql: Sql, changed: ChangedKeys): Promise<void> {
  await refreshWords(sql, [...(await topicsOf(sql, changed.values()))]);
}

/** The topics whose words have something of what changed. */
export async function topicsOf(sql: Sql, changed: Iterable<{ kind: ChangeKind; id: string }>): Promise<Set<string>> {
  const topicIds = new Set<string>();
  const clipIds: string[] = [];
  const personIds: string[] = [];
  for (const { kind, id } of changed) {
    if (kind === 'topic') topicIds.add(id);
    if (kind === 'clip') clipIds.push(id);
    if (kind === 'person') personIds.push(id);
  }
  const rows = await allInChunks<{ topic_id: string }>(
    sql,
    `SELECT topic_id FROM clip WHERE id IN (${CHUNK_PLACEHOLDERS})`,
    clipIds,
  );
  for (const { topic_id } of rows) topicIds.add(topic_id);
  // Their names are among the words: who is called otherwise is found by the new name, and not by the old one.
  for (const id of personIds)
    for (const { topic_id } of await sql.all<{ topic_id: string }>(
      'SELECT DISTINCT topic_id FROM clip WHERE submitter_id = $1 AND body IS NOT NULL',
      id,
    ))
      topicIds.add(topic_id);
  return topicIds;
}

type Kept = { topic_id: string; title_words: string; words: string; version: number };
type Said = { topic_id: string; submitter_name: string; body: string };

type Words = { createdAt: number; labels: string[]; titleWords: string; words: string };

/** The words of these topics as their titles, labels and clips have them; a topic that is gone has none. */
export async function expectedWords(sql: Sql, topicIds: readonly string[]): Promise<Map<string, Words>> {
  const topics = await allInChunks<{ id: string; title: string; labels: string; created_at: number }>(
    sql,
    `SELECT id, title, labels, created_at FROM topic WHERE id IN (${CHUNK_PLACEHOLDERS})`,
    topicIds,
  );
  const clips = await allInChunks<Said>(
    sql,
    `SELECT clip.topic_id, person.name AS submitter_name, clip.body
     FROM clip JOIN person ON person.id = clip.submitter_id
     WHERE clip.topic_id IN (${CHUNK_PLACEHOLDERS}) AND clip.body IS NOT NULL ORDER BY clip.received_at, clip.id`,
    topicIds,
  );
  const saidIn = Map.groupBy(clips, (clip) => clip.topic_id);
  return new Map(
    topics.map((topic) => {
      const { id, title, created_at: createdAt } = topic;
      const labels = JSON.parse(topic.labels) as string[];
      const texts = [title, ...labels, ...(saidIn.get(id) ?? []).flatMap(textsOf)];
      return [id, { createdAt, labels, titleWords: wordText([title]), words: wordText(texts) }];
    }),
  );
}

/** Makes what is missing or was made of other texts or by other rules, and drops what is left of topics that are gone. */
export async function refreshWords(sql: Sql, topicIds: readonly string[]): Promise<void> {
  if (topicIds.length === 0) return;
  const wanted = await expectedWords(sql, topicIds);
  await refreshLabels(sql, topicIds, new Map([...wanted].map(([id, { labels }]) => [id, labels])));
  const kept = await allInChunks<Kept>(
    sql,
    `SELECT topic_id, title_words, words, version FROM topic_words WHERE topic_id IN (${CHUNK_PLACEHOLDERS})`,
    topicIds,
  );
  const before = new Map(kept.map((row) => [row.topic_id, row]));
  const rows: Value[][] = [];
  for (const [id, { createdAt, titleWords, words }] of wanted) {
    const held = before.get(id);
    if (held?.version === WORDS_VERSION && held.words === words && held.title_words === titleWords) continue;
    rows.push([id, createdAt, titleWords, words, WORDS_VERSION]);
  }
  await writeWords(sql, rows);
  for (const id of topicIds) if (!wanted.has(id)) await sql.run('DELETE FROM topic_words WHERE topic_id = $1', id);
}

const writeWords = rowWriter(
  'INSERT INTO topic_words (topic_id, created_at, title_words, words, version) VALUES',
  '($1, $2, $3, $4, $5)',
  `ON CONFLICT (topic_id) DO UPDATE SET title_words = excluded.title_words, words = excluded.words,
     version = excluded.version`,
);

function textsOf({ body, submitter_name }: Said): string[] {
  const { title, excerpt, quote, note, siteName, byline } = JSON.parse(body) as Clip;
  return [title, excerpt, quote ?? '', note, siteName ?? '', ...byline, submitter_name];
}

/** Made at once; what an interrupted run left undone, the next one does. */
const CHUNK = 500;

/** Before the queue serves anybody: makes what was made by other rules, or was there before words were kept. */
export async function updateTopicWords(store: Store): Promise<void> {
  for (;;) {
    const { result } = await store.write(async (tx) => {
      const old = await tx.all<{ topic_id: string }>(
        `SELECT topic_id FROM topic_words WHERE version < $1 OR version > $1 LIMIT ${CHUNK}`,
        WORDS_VERSION,
      );
      await refreshWords(
        tx,
        old.map(({ topic_id }) => topic_id),
      );
      return old.length;
    });
    if (result < CHUNK) return;
  }
}
