/** What editors write for each other about a topic; how it is read: `pull/desk-rows.ts`. */
import type { NoteInput } from '../../protocol/note.ts';
import type { Sql, Tx } from '../store/store.ts';

/** Who wrote the note with this id; null if there is none. */
export async function noteAuthor(sql: Sql, id: string): Promise<string | null> {
  const [row] = await sql.all<{ author_id: string }>('SELECT author_id FROM note WHERE id = $1', id);
  return row?.author_id ?? null;
}

export async function insertNote(
  tx: Tx,
  { id, topicId, text }: NoteInput,
  authorId: string,
  now: number,
): Promise<void> {
  await tx.run(
    'INSERT INTO note (id, topic_id, author_id, noted_at, text) VALUES ($1, $2, $3, $4, $5)',
    id,
    topicId,
    authorId,
    now,
    text,
  );
  tx.changed('note', id);
}

export async function removeNote(tx: Tx, id: string): Promise<void> {
  await tx.run('DELETE FROM note WHERE id = $1', id);
  tx.changed('note', id);
}
