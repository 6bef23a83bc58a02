/** A publication saved from the plan, and the taking back of it: with the decision, where it made the topic published. */
import type { PublicationInput } from '../protocol/publication.ts';
import type { AccountDatabase } from './database.ts';
import { guarded } from './problems.ts';
import { type Published, publishTopic, takePublishingBack } from './publish-topic.ts';
import { savePublication } from './save-publication.ts';
import { topicDetail } from './topic-detail.ts';

export type KeptPublication = { published: Published; madePublished: boolean };

/** @throws StorageError as `savePublication` does */
export async function keepPublication(
  db: AccountDatabase,
  input: PublicationInput,
  now: number,
): Promise<KeptPublication> {
  const published = await publishTopic(db, input, now);
  const topic = (await topicDetail(db, input.topicId))?.topic;
  return { published, madePublished: topic?.decisions.at(-1)?.id === published.decisionId };
}

/** As it was planned before; a new one is cancelled. Returns false where the topic moved on since, and then changes nothing. */
export const takeKeptBack = (
  db: AccountDatabase,
  { published, madePublished }: KeptPublication,
  now: number,
): Promise<boolean> =>
  guarded(async () => {
    if (madePublished) return (await takePublishingBack(db, published, now)).made.length > 0;
    const { after, before } = published;
    await savePublication(db, before ?? { ...after, state: 'cancelled', publishedAt: null, address: null }, now);
    return true;
  });
