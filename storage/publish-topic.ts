/** Saying where a topic appeared: one publication, which makes the topic published, and the taking back of both. */
import { type PublicationInput, publicationInputSchema } from '../protocol/publication.ts';
import type { AccountDatabase } from './database.ts';
import { type ManyOutcome, undoMany } from './decide-many.ts';
import { publicationsOf } from './plan.ts';
import { guarded } from './problems.ts';
import { savePublication } from './save-publication.ts';

/** `decisionId`: of the decision that it made; `before`: the publication as it was planned, null if it was not. */
export type Published = {
  topicId: string;
  decisionId: string;
  after: PublicationInput;
  before: PublicationInput | null;
};

/** @throws StorageError as `savePublication` does */
export const publishTopic = (db: AccountDatabase, input: PublicationInput, now: number): Promise<Published> =>
  guarded(() =>
    db.transaction('rw', db.tables, async () => {
      const planned = await publicationsOf(db, input.topicId);
      const found = planned.find(({ publication }) => publication.id === input.id)?.publication;
      const decisionId = await savePublication(db, input, now);
      const before = found === undefined ? null : publicationInputSchema.parse(found);
      return { topicId: input.topicId, decisionId, after: input, before };
    }),
  );

/**
 * The topic is in work again and the publication is as it was planned; a new one is cancelled. A topic that moved on
 * since is left and reported.
 * @throws StorageError those of `saveClip`
 */
export const takePublishingBack = (db: AccountDatabase, done: Published, now: number): Promise<ManyOutcome> =>
  guarded(() =>
    db.transaction('rw', db.tables, async () => {
      const outcome = await undoMany(db, [done], now);
      if (outcome.made.length > 0)
        await savePublication(
          db,
          done.before ?? { ...done.after, state: 'cancelled', publishedAt: null, address: null },
          now,
        );
      return outcome;
    }),
  );
