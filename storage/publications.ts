import { type Publication, publicationSchema } from '../protocol/publication.ts';
import type { AccountDatabase } from './database.ts';
import { sound } from './sound.ts';

/** Where these topics appeared, the first appearance first. */
export async function publishedOf(db: AccountDatabase, topicIds: readonly string[]): Promise<Publication[]> {
  const rows = await db.publications.where('topicId').anyOf(topicIds).toArray();
  return sound('publications', publicationSchema, rows)
    .filter(({ state }) => state === 'published')
    .sort((a, b) => (a.publishedAt ?? a.changedAt) - (b.publishedAt ?? b.changedAt));
}
