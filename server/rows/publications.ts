import { publicationForOthers } from '../../desk/sharing.ts';
import type { ClearanceState } from '../../protocol/clearance.ts';
import type { Publication } from '../../protocol/publication.ts';
import type { Sql, Tx } from '../store/store.ts';
import { tellShownTopic } from './topics.ts';

export type PublicationColumns = {
  id: string;
  topic_id: string;
  channel_id: string;
  state: Publication['state'];
  due_at: number | null;
  published_at: number | null;
  address: string | null;
  owner_id: string | null;
  embargo_until: number | null;
  audience_ids: string;
  shareable: number;
  networks: string;
  share_texts: string;
  /** What the clip of the topic's picture says, where everybody may see that picture. */
  cover_body: string | null;
  cover_clip_id: string | null;
  clearance_state: ClearanceState | null;
  editor_id: string;
  editor_name: string;
  changed_at: number;
};

/** A picture out of somebody else's newspaper is nothing to be shown to everybody (press law). */
const SHOWN_COVER = `publication.state = 'published' AND topic.kind <> 'news'`;

/** To be followed by conditions on `publication` and `topic`. */
export const SELECT_PUBLICATION = `SELECT publication.*, person.name AS editor_name, topic.cover_clip_id,
    clearance.state AS clearance_state,
    CASE WHEN ${SHOWN_COVER} THEN cover.body ELSE NULL END AS cover_body
  FROM publication JOIN topic ON topic.id = publication.topic_id JOIN person ON person.id = publication.editor_id
  LEFT JOIN clip AS cover ON cover.id = topic.cover_clip_id
  LEFT JOIN clearance ON clearance.topic_id = topic.id`;

export const toPublication = (row: PublicationColumns): Publication => ({
  id: row.id,
  topicId: row.topic_id,
  channelId: row.channel_id,
  state: row.state,
  dueAt: row.due_at,
  publishedAt: row.published_at,
  address: row.address,
  ownerId: row.owner_id,
  embargoUntil: row.embargo_until,
  audienceIds: JSON.parse(row.audience_ids) as string[],
  shareable: row.shareable === 1,
  networks: JSON.parse(row.networks) as Publication['networks'],
  shareTexts: JSON.parse(row.share_texts) as Publication['shareTexts'],
  picture: pictureOf(row),
  by: { id: row.editor_id, name: row.editor_name },
  changedAt: row.changed_at,
});

function pictureOf({ cover_body, cover_clip_id }: PublicationColumns): Publication['picture'] {
  if (cover_body === null || cover_clip_id === null) return null;
  const { picture } = JSON.parse(cover_body) as { picture: { hash: string } | null };
  return picture === null ? null : { clipId: cover_clip_id, hash: picture.hash };
}

export async function findPublication(sql: Sql, id: string): Promise<Publication | null> {
  const [row] = await sql.all<PublicationColumns>(`${SELECT_PUBLICATION} WHERE publication.id = $1`, id);
  return row === undefined ? null : toPublication(row);
}

/** All of a topic, whatever became of them. */
export async function publicationsOf(sql: Sql, topicId: string): Promise<Publication[]> {
  const rows = await sql.all<PublicationColumns>(`${SELECT_PUBLICATION} WHERE publication.topic_id = $1`, topicId);
  return rows.map(toPublication);
}

/** As whoever is not of the desk sees it. */
export async function findShownPublication(sql: Sql, id: string): Promise<Publication | null> {
  const [row] = await sql.all<PublicationColumns>(`${SELECT_PUBLICATION} WHERE publication.id = $1`, id);
  return row === undefined ? null : publicationForOthers(toPublication(row), row.clearance_state);
}

/** The newest of what was published under this address; null if nothing was. */
export async function publicationAt(sql: Sql, address: string): Promise<Publication | null> {
  const [row] = await sql.all<PublicationColumns>(
    `${SELECT_PUBLICATION} WHERE publication.address = $1 AND publication.state = 'published'
     ORDER BY publication.published_at DESC, publication.id LIMIT 1`,
    address,
  );
  return row === undefined ? null : toPublication(row);
}

/** [BL2] Whether a clip's picture stands for something that everybody was told was published. */
export async function isPublishedPicture(sql: Sql, clipId: string): Promise<boolean> {
  const rows = await sql.all(
    `SELECT 1 FROM topic JOIN publication ON publication.topic_id = topic.id
     WHERE topic.cover_clip_id = $1 AND topic.state IN ('published', 'evaluated') AND topic.embargoed = 0
       AND publication.embargoed = 0 AND ${SHOWN_COVER} LIMIT 1`,
    clipId,
  );
  return rows.length > 0;
}

/** @param now what has an embargo until later is under embargo until the clock lifts it */
export async function savePublication(tx: Tx, publication: Publication, now: number): Promise<void> {
  await tx.run(
    `INSERT INTO publication (id, topic_id, channel_id, state, due_at, published_at, address, editor_id, changed_at,
       owner_id, embargo_until, embargoed, audience_ids, shareable, networks, share_texts)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
     ON CONFLICT (id) DO UPDATE SET channel_id = excluded.channel_id, state = excluded.state,
       due_at = excluded.due_at, published_at = excluded.published_at, address = excluded.address,
       editor_id = excluded.editor_id, changed_at = excluded.changed_at, owner_id = excluded.owner_id,
       embargo_until = excluded.embargo_until, embargoed = excluded.embargoed, audience_ids = excluded.audience_ids,
       shareable = excluded.shareable, networks = excluded.networks, share_texts = excluded.share_texts`,
    publication.id,
    publication.topicId,
    publication.channelId,
    publication.state,
    publication.dueAt,
    publication.publishedAt,
    publication.address,
    publication.by.id,
    publication.changedAt,
    publication.ownerId,
    publication.embargoUntil,
    publication.embargoUntil !== null && publication.embargoUntil > now ? 1 : 0,
    JSON.stringify(publication.audienceIds),
    publication.shareable ? 1 : 0,
    JSON.stringify(publication.networks),
    JSON.stringify(publication.shareTexts),
  );
  tx.changed('publication', publication.id);
}

/**
 * [PB2] A topic is under embargo while everything that was published of it is. Where all of that was cancelled since, or
 * is planned again, it stays so until the moment that was named: nothing of it appeared. Tells everybody where that changes.
 */
export async function followEmbargo(tx: Tx, topicId: string): Promise<void> {
  const rows = await tx.all<Pick<PublicationColumns, 'state'> & { embargoed: number }>(
    'SELECT state, embargoed FROM publication WHERE topic_id = $1',
    topicId,
  );
  const out = rows.filter(({ state }) => state === 'published');
  const wasUnder = await tx.all(
    `SELECT 1 FROM topic WHERE id = $1 AND embargoed = 1 AND state IN ('published', 'evaluated')`,
    topicId,
  );
  const isUnder =
    out.length > 0
      ? out.every((row) => row.embargoed === 1)
      : wasUnder.length > 0 && rows.some((row) => row.embargoed === 1);
  const embargoed = isUnder ? 1 : 0;
  const [changed] = await tx.all<{ id: string }>(
    'UPDATE topic SET embargoed = $2 WHERE id = $1 AND embargoed <> $2 RETURNING id',
    topicId,
    embargoed,
  );
  if (changed !== undefined) await tellShownTopic(tx, topicId);
}

/** Lifts what is over. Returns how many; more than these are for the next call. */
export async function liftEmbargoes(tx: Tx, now: number): Promise<number> {
  const lifted = await tx.all<{ id: string; topic_id: string }>(
    `UPDATE publication SET embargoed = 0 WHERE id IN (
       SELECT id FROM publication WHERE embargoed = 1 AND embargo_until <= $1 ORDER BY embargo_until, id LIMIT 500)
     RETURNING id, topic_id`,
    now,
  );
  for (const { id } of lifted) tx.changed('publication', id);
  for (const topicId of new Set(lifted.map(({ topic_id }) => topic_id))) await followEmbargo(tx, topicId);
  return lifted.length;
}
