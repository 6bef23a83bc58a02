import type { Publication } from '../../protocol/publication.ts';
import type { Sql, Tx } from '../store/store.ts';

/** Which topic a publication is of, and whether it is out; null if there is none with this id. */
export async function findPublication(sql: Sql, id: string): Promise<{ topicId: string; isPublished: boolean } | null> {
  const [row] = await sql.all<{ topic_id: string; state: Publication['state'] }>(
    'SELECT topic_id, state FROM publication WHERE id = $1',
    id,
  );
  return row === undefined ? null : { topicId: row.topic_id, isPublished: row.state === 'published' };
}

export async function savePublication(tx: Tx, publication: Publication): Promise<void> {
  await tx.run(
    `INSERT INTO publication (id, topic_id, channel_id, state, due_at, published_at, address, editor_id, changed_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     ON CONFLICT (id) DO UPDATE SET channel_id = excluded.channel_id, state = excluded.state,
       due_at = excluded.due_at, published_at = excluded.published_at, address = excluded.address,
       editor_id = excluded.editor_id, changed_at = excluded.changed_at`,
    publication.id,
    publication.topicId,
    publication.channelId,
    publication.state,
    publication.dueAt,
    publication.publishedAt,
    publication.address,
    publication.by.id,
    publication.changedAt,
  );
  tx.changed('publication', publication.id);
}
