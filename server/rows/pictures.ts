import type { Picture } from '../../protocol/clip.ts';
import type { Sql } from '../store/store.ts';

export type StoredPicture = { hash: string; type: Picture['type']; bytes: Uint8Array };

export async function findPicture(sql: Sql, clipId: string): Promise<StoredPicture | null> {
  const [row] = await sql.all<StoredPicture>('SELECT hash, type, bytes FROM picture WHERE clip_id = $1', clipId);
  return row ?? null;
}

export const savePicture = (sql: Sql, clipId: string, { hash, type, bytes }: StoredPicture): Promise<void> =>
  sql.run(
    `INSERT INTO picture (clip_id, hash, type, bytes) VALUES ($1, $2, $3, $4)
     ON CONFLICT (clip_id) DO UPDATE SET hash = excluded.hash, type = excluded.type, bytes = excluded.bytes`,
    clipId,
    hash,
    type,
    bytes,
  );

/** Removes bytes that are no longer those which the clip names. */
export const dropOtherPicture = (sql: Sql, clipId: string, hash: string): Promise<void> =>
  sql.run('DELETE FROM picture WHERE clip_id = $1 AND hash <> $2', clipId, hash);
