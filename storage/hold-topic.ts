/** Takes a topic of the archive onto this device, so that what is done to it is seen at once and can be taken back [ST2]. */
import type { HeldTopic } from '../protocol/search.ts';
import { clipsOf } from './clips.ts';
import type { AccountDatabase } from './database.ts';
import { readMeta, writeMeta } from './meta.ts';
import { unpack } from './pack-topics.ts';
import { guarded } from './problems.ts';
import { marked } from './rows.ts';
import { refreshCards } from './topic-cards.ts';
import { moveCounts } from './topic-counts.ts';
import { topicTables } from './topic-packs.ts';
import { topicAt } from './topics.ts';

/**
 * Keeps the topic and what hangs on it as the queue sent it. One that is here already stays as it is; what was only
 * looked at goes again by `dropOldTopics`.
 * @throws StorageError those of `saveClip`
 */
export async function holdTopic(db: AccountDatabase, held: HeldTopic): Promise<void> {
  const { topic, clips } = held;
  const { topics, topicCounts, topicCards, notes, questions, publications, clearances, assignments } = db;
  const hanging = [notes, questions, publications, clearances, assignments];
  await guarded(() =>
    db.transaction('rw', [...topicTables(db), topicCounts, topicCards, db.meta, ...hanging], async () => {
      if ((await topicAt(db, topic.id)) !== undefined) return;
      await topics.put(topic);
      // One of its clips may stand under another topic here: what is put down now takes its place.
      await unpack(
        db,
        clips.map(({ clip }) => clip.id),
      );
      const { id: personId } = await readMeta(db, 'person');
      const kept = new Set((await clipsOf(db, [topic.id])).map(({ clip }) => clip.id));
      await db.clips.bulkPut(clips.filter(({ clip }) => !kept.has(clip.id)).map((row) => marked(row, personId)));
      await notes.bulkPut(held.notes);
      await questions.bulkPut(held.questions);
      await publications.bulkPut(held.publications);
      await clearances.bulkPut(held.clearances);
      await assignments.bulkPut(held.assignments);
      await moveCounts(db, [], [topic]);
      // A pull that goes on meanwhile knows only what it brought itself.
      await writeMeta(db, 'heldTopics', (await readMeta(db, 'heldTopics')) + 1);
      await refreshCards(db, [topic.id]);
    }),
  );
}
