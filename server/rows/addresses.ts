/** Which topic stands for a page (AD1): the newest one that has a clip of it; how new rules settle it: `address-keys.ts`. */
import { rowWriter } from '../store/chunks.ts';
import { askEach } from '../store/sharing.ts';
import type { Sql, Tx } from '../store/store.ts';

async function topicOfAddress(sql: Sql, key: string): Promise<string | null> {
  const [row] = await sql.all<{ topic_id: string }>('SELECT topic_id FROM address WHERE key = $1', key);
  return row?.topic_id ?? null;
}

/** Which topic stands for each of many pages; null: none. */
export async function topicsOfAddresses(sql: Sql, keys: readonly string[]): Promise<(string | null)[]> {
  const found = await askEach<{ topic_id: string }>(
    sql,
    'SELECT topic_id FROM address WHERE key = $1',
    keys.map((key) => [key]),
  );
  return found.map(([row]) => row?.topic_id ?? null);
}

export async function setAddress(tx: Tx, key: string, topicId: string): Promise<void> {
  await writeAddresses(tx, [[key, topicId]]);
  tx.changed('address', key);
}

/** Says of each key, which are all different ones, which topic stands for it. Whoever calls says which devices have to hear of. */
export const writeAddresses: (sql: Sql, rows: readonly [key: string, topicId: string][]) => Promise<void> = rowWriter(
  'INSERT INTO address (key, topic_id) VALUES',
  '($1, $2)',
  'ON CONFLICT (key) DO UPDATE SET topic_id = excluded.topic_id',
);

/** Takes the pages of a topic that is about to go: each falls back to the topic before it, if there is one. */
export async function releaseAddresses(tx: Tx, topicId: string): Promise<void> {
  const held = await tx.all<{ key: string }>('SELECT key FROM address WHERE topic_id = $1', topicId);
  for (const { key } of held) await fallBack(tx, key, topicId);
}

/** After a clip left a topic that stays: a page that no clip of the topic has any more does not stand for it. */
export async function releasePage(tx: Tx, key: string, topicId: string): Promise<void> {
  const others = await tx.all('SELECT 1 FROM clip WHERE address_key = $1 AND topic_id = $2 LIMIT 1', key, topicId);
  if (others.length === 0 && (await topicOfAddress(tx, key)) === topicId) await fallBack(tx, key, topicId);
}

async function fallBack(tx: Tx, key: string, topicId: string): Promise<void> {
  const [earlier] = await tx.all<{ topic_id: string }>(
    `SELECT topic_id FROM clip WHERE address_key = $1 AND topic_id <> $2 ORDER BY received_at DESC LIMIT 1`,
    key,
    topicId,
  );
  if (earlier === undefined) await tx.run('DELETE FROM address WHERE key = $1', key);
  else await tx.run('UPDATE address SET topic_id = $2 WHERE key = $1', key, earlier.topic_id);
  tx.changed('address', key);
}

/**
 * After clips moved from one topic to another: pages that no clip of the first has any more stand for
 * the second.
 */
export async function settlePages(tx: Tx, from: string, to: string): Promise<void> {
  const pages = await tx.all<{ key: string }>(
    `SELECT address.key FROM address WHERE address.topic_id = $1
       AND NOT EXISTS (SELECT 1 FROM clip WHERE clip.topic_id = $1 AND clip.address_key = address.key)
       AND EXISTS (SELECT 1 FROM clip WHERE clip.topic_id = $2 AND clip.address_key = address.key)`,
    from,
    to,
  );
  for (const { key } of pages) await setAddress(tx, key, to);
}
