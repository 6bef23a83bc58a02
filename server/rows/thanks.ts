/** Who agreed to be named beside what they suggested [SH3]. */
import type { Tx } from '../store/store.ts';

/** The same answer again changes nothing. */
export async function setConsent(tx: Tx, personId: string, agreed: boolean, now: number): Promise<void> {
  const had = (await tx.all('SELECT 1 FROM consent WHERE person_id = $1', personId)).length > 0;
  if (had === agreed) return;
  if (agreed) await tx.run('INSERT INTO consent (person_id, agreed_at) VALUES ($1, $2)', personId, now);
  else await tx.run('DELETE FROM consent WHERE person_id = $1', personId);
  tx.changed('consent', personId);
  await tellThanks(tx, personId);
}

/** Everybody hears of the topics beside which the name stands, or stands no longer. */
async function tellThanks(tx: Tx, personId: string): Promise<void> {
  const topics = await tx.all<{ topic_id: string }>(
    `SELECT DISTINCT clip.topic_id FROM clip JOIN topic ON topic.id = clip.topic_id
     WHERE clip.submitter_id = $1 AND topic.first_published_at IS NOT NULL`,
    personId,
  );
  for (const { topic_id } of topics) tx.changed('thanks', topic_id);
}
