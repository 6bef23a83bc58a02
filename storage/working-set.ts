/** What leaves the desk's working set only by growing old is not sent: the device drops it itself (VI2). */
import { Dexie } from 'dexie';
import { LIMITS } from '../protocol/limits.ts';
import type { AccountDatabase } from './database.ts';
import { readMeta } from './meta.ts';
import { guarded } from './problems.ts';
import { refreshCards } from './topic-cards.ts';
import { moveCounts } from './topic-counts.ts';

const DAY = 86_400_000;
/** What is published stays with everyone. */
const DROPPED = ['declined', 'merged'];

/** Drops topics that were closed longer than the working set goes back, unless this person suggested them. */
export async function dropOldTopics(db: AccountDatabase, now: number): Promise<void> {
  const before = now - LIMITS.workingSetDays * DAY;
  await guarded(() =>
    db.transaction(
      'rw',
      [
        db.topics,
        db.clips,
        db.notes,
        db.publications,
        db.questions,
        db.assignments,
        db.clearances,
        db.topicCards,
        db.topicCounts,
        db.meta,
        db.pictures,
        db.readMarks,
      ],
      async () => {
        const dropped: string[] = [];
        const { id: personId } = await readMeta(db, 'person');
        for (const state of DROPPED) {
          const range = db.topics.where('[state+stateSince]').between([state, Dexie.minKey], [state, before]);
          for (const topic of await range.toArray()) {
            const clips = await db.clips.where('topicId').equals(topic.id).toArray();
            if (clips.some(({ submitter }) => submitter.id === personId)) continue;
            const clipIds = clips.map(({ clip }) => clip.id);
            await db.clips.bulkDelete(clipIds);
            await db.pictures.bulkDelete(clipIds);
            // The queue sends them anew should the topic be opened again.
            await db.notes.where('topicId').equals(topic.id).delete();
            await db.publications.where('topicId').equals(topic.id).delete();
            await db.assignments
              .where('topicId')
              .equals(topic.id)
              .and(({ toId }) => toId !== personId)
              .delete();
            await db.clearances.delete(topic.id);
            await db.topics.delete(topic.id);
            await db.readMarks.delete(topic.id);
            await moveCounts(db, [topic], []);
            dropped.push(topic.id);
          }
        }
        await refreshCards(db, dropped);
      },
    ),
  );
}
