/** What leaves the desk's working set only by growing old is not sent: the device drops it itself (VI2). */
import { LIMITS } from '../protocol/limits.ts';
import type { Topic } from '../protocol/topic.ts';
import { clipsOf } from './clips.ts';
import type { AccountDatabase } from './database.ts';
import { readMeta } from './meta.ts';
import { unpack } from './pack-topics.ts';
import { guarded } from './problems.ts';
import { refreshCards } from './topic-cards.ts';
import { moveCounts } from './topic-counts.ts';
import { topicTables, WHOLE_STATE } from './topic-packs.ts';
import { topicsInState } from './topics.ts';

const DAY = 86_400_000;
/** What is published stays with everyone. */
const DROPPED = ['declined', 'merged'] as const;

/** Drops topics that were closed longer than the working set goes back, unless this person suggested them. */
export async function dropOldTopics(db: AccountDatabase, now: number): Promise<void> {
  const before = now - LIMITS.workingSetDays * DAY;
  await guarded(async () => {
    // Asked after each exchange, and nearly always for nothing: nobody waits for a look.
    const { id: personId } = await readMeta(db, 'person');
    const old = await db.transaction('r', topicTables(db), async () => oldTopics(db, personId, before));
    if (old.length === 0) return;
    const { notes, publications, assignments, clearances, pictures, readMarks } = db;
    const others = [db.questions, db.topicCards, db.topicCounts, db.meta];
    const tables = [...topicTables(db), notes, publications, assignments, clearances, pictures, readMarks, ...others];
    await db.transaction('rw', tables, async () => {
      const dropped = await oldTopics(db, personId, before);
      // At once: of those that grow old together many stand in one pack.
      await unpack(
        db,
        dropped.map(({ topic }) => topic.id),
      );
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
    for (const topic of await topicsInState(db, state, { ...WHOLE_STATE, to: before - 1 })) {
      const clips = await clipsOf(db, [topic.id]);
      if (clips.some(({ submitter }) => submitter.id === personId)) continue;
      old.push({ topic, clipIds: clips.map(({ clip }) => clip.id) });
    }
  }
  return old;
}

/** One that is a row. The queue sends all of it anew should the topic be opened again. */
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
