import { recordPublication } from '../desk/publications.ts';
import { isInFeed } from '../desk/sharing.ts';
import { type Publication, publicationSchema } from '../protocol/publication.ts';
import type { AccountDatabase } from './database.ts';
import { sound } from './sound.ts';
import type { Waiting } from './waiting.ts';

/** Where these topics appeared, the first appearance first. @param now what is under embargo then is left out */
export async function publishedOf(
  db: AccountDatabase,
  topicIds: readonly string[],
  now: number,
): Promise<Publication[]> {
  const rows = await db.publications.where('topicId').anyOf(topicIds).toArray();
  return sound('publications', publicationSchema, rows)
    .filter((publication) => isInFeed(publication, now))
    .sort((a, b) => (a.publishedAt ?? a.changedAt) - (b.publishedAt ?? b.changedAt));
}

/** Publications as waiting entries leave them, each with whether one of them has not reached the queue. */
export function followPublications(rows: readonly Publication[], waiting: Waiting): PublicationSeen[] {
  const seen = new Map(rows.map((row): [string, PublicationSeen] => [row.id, { publication: row, waiting: false }]));
  for (const { action, madeAt, number } of waiting.entries) {
    if (action.name !== 'savePublication') continue;
    const before = seen.get(action.publication.id)?.publication ?? null;
    const publication = recordPublication(action.publication, before, waiting.person, madeAt);
    seen.set(publication.id, { publication, waiting: number > waiting.settledThrough });
  }
  return [...seen.values()];
}

export type PublicationSeen = { publication: Publication; waiting: boolean };
