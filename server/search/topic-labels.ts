/** Keeps the labels of each topic one by one: in the JSON of a list no LIKE can tell one label from the end of another. */
import { allInChunks, CHUNK_PLACEHOLDERS } from '../store/chunks.ts';
import type { Sql } from '../store/store.ts';

/** Follows topics that a job changed. A topic that is gone has no labels. */
export async function refreshLabels(
  sql: Sql,
  topicIds: readonly string[],
  labelsOf: ReadonlyMap<string, readonly string[]>,
): Promise<void> {
  const kept = await allInChunks<{ topic_id: string; label: string }>(
    sql,
    `SELECT topic_id, label FROM topic_label WHERE topic_id IN (${CHUNK_PLACEHOLDERS})`,
    topicIds,
  );
  const before = Map.groupBy(kept, (row) => row.topic_id);
  for (const id of topicIds) {
    const held = new Set((before.get(id) ?? []).map(({ label }) => label));
    const wanted = new Set(labelsOf.get(id) ?? []);
    for (const label of held.difference(wanted))
      await sql.run('DELETE FROM topic_label WHERE topic_id = $1 AND label = $2', id, label);
    for (const label of wanted.difference(held))
      await sql.run('INSERT INTO topic_label (topic_id, label) VALUES ($1, $2)', id, label);
  }
}
