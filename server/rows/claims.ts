import type { Claim } from '../../protocol/claim.ts';
import type { Sql, Store, Tx } from '../store/store.ts';

type ClaimRow = { person_id: string; name: string; claimed_until: number };

/** Who looks at a topic at this moment, null if nobody does. */
export async function findClaim(sql: Sql, topicId: string, now: number): Promise<Claim | null> {
  const [row] = await sql.all<ClaimRow>(
    `SELECT claim.person_id, person.name, claim.claimed_until FROM claim JOIN person ON person.id = claim.person_id
     WHERE claim.topic_id = $1 AND claim.claimed_until > $2`,
    topicId,
    now,
  );
  return row === undefined ? null : { topicId, by: { id: row.person_id, name: row.name }, until: row.claimed_until };
}

export async function saveClaim(tx: Tx, topicId: string, personId: string, until: number): Promise<void> {
  await tx.run(
    `INSERT INTO claim (topic_id, person_id, claimed_until) VALUES ($1, $2, $3)
     ON CONFLICT (topic_id) DO UPDATE SET person_id = excluded.person_id, claimed_until = excluded.claimed_until`,
    topicId,
    personId,
    until,
  );
  tx.changed('claim', topicId);
}

/** Ends a claim of this person's; another one's stays. */
export async function dropClaim(tx: Tx, topicId: string, personId: string): Promise<void> {
  const held = await tx.all('SELECT 1 FROM claim WHERE topic_id = $1 AND person_id = $2', topicId, personId);
  if (held.length === 0) return;
  await tx.run('DELETE FROM claim WHERE topic_id = $1 AND person_id = $2', topicId, personId);
  tx.changed('claim', topicId);
}

/** Ends what ran out. Devices go by the time in the row, so they need not be told. */
export async function dropOldClaims(store: Store, now: number): Promise<void> {
  const old = await store.read((sql) => sql.all('SELECT 1 FROM claim WHERE claimed_until <= $1 LIMIT 1', now));
  if (old.length > 0) await store.write((tx) => tx.run('DELETE FROM claim WHERE claimed_until <= $1', now));
}
