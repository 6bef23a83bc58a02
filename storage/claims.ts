/** Who looks at which topic right now, as the queue said last (CM1). */
import { claimSchema } from '../protocol/claim.ts';
import type { AccountDatabase } from './database.ts';
import { readMeta } from './meta.ts';
import { sound } from './sound.ts';

/** The names of others by topic. What ran out is left out. */
export async function othersClaims(db: AccountDatabase, now: number): Promise<Map<string, string>> {
  const { id } = await readMeta(db, 'person');
  const claims = sound('claims', claimSchema, await db.claims.toArray());
  return new Map(
    claims.filter(({ by, until }) => by.id !== id && until > now).map(({ topicId, by }) => [topicId, by.name]),
  );
}
