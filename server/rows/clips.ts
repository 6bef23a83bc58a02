import type { Clip } from '../../protocol/clip.ts';
import { rowWriter } from '../store/chunks.ts';
import { askEach } from '../store/sharing.ts';
import type { Sql, Tx } from '../store/store.ts';

/** A clip as the queue keeps it; `clip` is null once it was withdrawn. */
export type HeldClip = {
  id: string;
  topicId: string;
  submitterId: string;
  clip: Clip | null;
};

type ClipColumns = { id: string; topic_id: string; submitter_id: string; body: string | null };

export async function findClip(sql: Sql, id: string): Promise<HeldClip | null> {
  const [row] = await sql.all<ClipColumns>('SELECT id, topic_id, submitter_id, body FROM clip WHERE id = $1', id);
  return row === undefined ? null : toHeldClip(row);
}

/** The key of a clip's page; null if it has none or was withdrawn. */
export async function addressKeyOf(sql: Sql, id: string): Promise<string | null> {
  const [row] = await sql.all<{ address_key: string | null }>('SELECT address_key FROM clip WHERE id = $1', id);
  return row?.address_key ?? null;
}

/** The clips of a topic that were not withdrawn, oldest first. */
export async function clipsOfTopic(sql: Sql, topicId: string): Promise<(HeldClip & { clip: Clip })[]> {
  const rows = await sql.all<ClipColumns>(
    `SELECT id, topic_id, submitter_id, body FROM clip
     WHERE topic_id = $1 AND body IS NOT NULL ORDER BY received_at, id`,
    topicId,
  );
  return rows.map(toHeldClip).filter((held): held is HeldClip & { clip: Clip } => held.clip !== null);
}

/** Whether a person supports a topic already. */
export async function supports(sql: Sql, personId: string, topicId: string): Promise<boolean> {
  const rows = await sql.all(
    'SELECT 1 FROM clip WHERE topic_id = $1 AND submitter_id = $2 AND body IS NOT NULL LIMIT 1',
    topicId,
    personId,
  );
  return rows.length > 0;
}

export async function countSupporters(sql: Sql, topicId: string): Promise<number> {
  const [row] = await sql.all<{ count: number }>(
    'SELECT count(DISTINCT submitter_id) AS count FROM clip WHERE topic_id = $1 AND body IS NOT NULL',
    topicId,
  );
  return row?.count ?? 0;
}

/** Moves every clip of a topic to another one, those taken back too: their submitters' devices follow them. */
export async function moveClips(tx: Tx, from: string, into: string): Promise<void> {
  const moved = await tx.all<{ id: string }>('SELECT id FROM clip WHERE topic_id = $1 ORDER BY id', from);
  await tx.run('UPDATE clip SET topic_id = $2 WHERE topic_id = $1', from, into);
  await noteMoved(tx, from, moved);
}

/** [PL2] Keeps where clips stood: from there the devices of their submitters hold a topic that has to be taken back. */
async function noteMoved(tx: Tx, from: string, moved: readonly { id: string }[]): Promise<void> {
  for (const { id } of moved) {
    await tx.run('INSERT INTO clip_left (topic_id, clip_id) VALUES ($1, $2) ON CONFLICT DO NOTHING', from, id);
    tx.changed('clip', id);
  }
}

/** How many clips that came to one of these topics stand in this one now and were not taken back. */
export async function countClipsFrom(sql: Sql, topicId: string, homes: readonly string[]): Promise<number> {
  let count = 0;
  for (const home of homes) {
    const [row] = await sql.all<{ count: number }>(
      'SELECT count(*) AS count FROM clip WHERE topic_id = $1 AND home_topic_id = $2 AND body IS NOT NULL',
      topicId,
      home,
    );
    count += row?.count ?? 0;
  }
  return count;
}

/** Moves the clips that came to one of these topics from where they are to the topic that stands for them. */
export async function bringHome(tx: Tx, from: string, to: string, homes: readonly string[]): Promise<void> {
  for (const home of homes) {
    const moved = await tx.all<{ id: string }>(
      'SELECT id FROM clip WHERE topic_id = $1 AND home_topic_id = $2 ORDER BY id',
      from,
      home,
    );
    await tx.run('UPDATE clip SET topic_id = $3 WHERE topic_id = $1 AND home_topic_id = $2', from, home, to);
    await noteMoved(tx, from, moved);
  }
}

export type NewClip = {
  clip: Clip;
  topicId: string;
  submitterId: string;
  addressKey: string | null;
  receivedAt: number;
};

/** Keeps new clips. Whoever calls says which devices have to hear of: `push/new-clips.ts`. */
export const writeClips = (sql: Sql, made: readonly NewClip[]): Promise<void> =>
  writeRows(
    sql,
    made
      .values()
      .map(({ clip, topicId, submitterId, addressKey, receivedAt }) => [
        ...[clip.id, topicId, topicId, submitterId, addressKey, JSON.stringify(clip), receivedAt],
      ]),
  );

const writeRows = rowWriter(
  'INSERT INTO clip (id, topic_id, home_topic_id, submitter_id, address_key, body, received_at) VALUES',
  '($1, $2, $3, $4, $5, $6, $7)',
);

/** Who sent the clip that has this id; null: there is none. For each of the ids. */
export async function submittersOf(sql: Sql, ids: readonly string[]): Promise<(string | null)[]> {
  const found = await askEach<{ submitter_id: string }>(
    sql,
    'SELECT submitter_id FROM clip WHERE id = $1',
    ids.map((id) => [id]),
  );
  return found.map(([row]) => row?.submitter_id ?? null);
}

export async function updateClip(tx: Tx, clip: Clip): Promise<void> {
  await tx.run('UPDATE clip SET body = $2 WHERE id = $1', clip.id, JSON.stringify(clip));
  tx.changed('clip', clip.id);
}

/** Erases what a clip says and shows, and keeps that there was one. */
export async function eraseClip(tx: Tx, id: string): Promise<void> {
  await tx.run('UPDATE clip SET body = NULL, address_key = NULL WHERE id = $1', id);
  await tx.run('DELETE FROM picture WHERE clip_id = $1', id); // [BL4]
  tx.changed('clip', id);
}

function toHeldClip(row: ClipColumns): HeldClip {
  const clip = row.body === null ? null : (JSON.parse(row.body) as Clip);
  return { id: row.id, topicId: row.topic_id, submitterId: row.submitter_id, clip };
}
