import { checkPublication } from '../desk/publications.ts';
import { type PublicationInput, publicationInputSchema, publicationSchema } from '../protocol/publication.ts';
import { topicSchema } from '../protocol/topic.ts';
import type { AccountDatabase } from './database.ts';
import { append } from './outbox.ts';
import { guarded, StorageError } from './problems.ts';
import { followPublications } from './publications.ts';
import { sound } from './sound.ts';
import { topicAt } from './topics.ts';
import { readWaiting, seenTopic, waitingTables } from './waiting.ts';

/**
 * Plans, moves, publishes or cancels one appearance of a topic: seen at once, sent when there is a way.
 * @returns the id of the act, which is that of the decision where it makes the topic published
 * @throws StorageError the refusal of `checkPublication`, `not_found`, `invalid`, or those of `saveClip`
 */
export const savePublication = (db: AccountDatabase, input: PublicationInput, now: number): Promise<string> =>
  guarded(() =>
    db.transaction('rw', [...waitingTables(db), db.publications], async () => {
      const parsed = publicationInputSchema.safeParse(input);
      if (!parsed.success) throw new StorageError('invalid', parsed.error.issues[0]?.path.join('.') ?? '');
      const waiting = await readWaiting(db);
      const [row] = sound('topics', topicSchema, [await topicAt(db, input.topicId)]);
      const topic = seenTopic(waiting, input.topicId, row ?? null);
      if (topic === null) throw new StorageError('not_found');
      const kept = sound('publications', publicationSchema, [await db.publications.get(input.id)]);
      const before = followPublications(kept, waiting).find(({ publication }) => publication.id === input.id);
      const refusal = checkPublication(topic, parsed.data, waiting.person, now, before?.publication);
      if (refusal !== null) throw new StorageError(refusal.kind, refusal.path);
      // A publication is saved again and again: the act has an id of its own.
      const id = crypto.randomUUID();
      await append(db, id, { name: 'savePublication', publication: parsed.data }, now);
      return id;
    }),
  );
