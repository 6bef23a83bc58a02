/** What leaves the desk's working set only by growing old is not sent: the device drops it itself (VI2). */
import { Dexie } from 'dexie';
import { LIMITS } from '../protocol/limits.ts';
import type { Topic } from '../protocol/topic.ts';
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
  await guarded(async () => {
    // Asked after each exchange, and nearly always for nothing: nobody waits for a look.
    const { id: personId } = await readMeta(db, 'person');
    const old = await db.transaction('r', db.topics, db.clips, () => oldTopics(db, personId, before));
    if (old.length === 0) return;
    const { topics, clips, notes, publications, assignments, clearances, pictures, readMarks } = db;
    const others = [db.questions, db.topicCards, db.topicCounts, db.meta];
    const tables = [topics, clips, notes, publications, assignments, clearances, pictures, readMarks, ...others];
    await db.transaction('rw', tables, async () => {
      const dropped = await oldTopics(db, personId, before);
      for (const each of dropped) await drop(db, personId, each);
      await refreshCards(
        db,
        dropped.map(({ topic }) => topic.id),
      );
    });
  });
}

type OldTopic = { topic: Topic; clipIds: string[] };

async function oldTopics(db: AccountDatabase, personId: string, before: number): Promise<OldTopic[]> {
  const old: OldTopic[] = [];
  for (const state of DROPPED) {
    const range = db.topics.where('[state+stateSince]').between([state, Dexie.minKey], [state, before]);
    for (const topic of await range.toArray()) {
      const clips = await db.clips.where('topicId').equals(topic.id).toArray();
      if (clips.some(({ submitter }) => submitter.id === personId)) continue;
      old.push({ topic, clipIds: clips.map(({ clip }) => clip.id) });
    }
  }
  return old;
}

/** The queue sends all of it anew should the topic be opened again. */
async function drop(db: AccountDatabase, personId: string, { topic, clipIds }: OldTopic): Promise<void> {
  await db.clips.bulkDelete(clipIds);
  await db.pictures.bulkDelete(clipIds);
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
}
