/** What the editor at this device has read. Local: nobody else learns who read what and when. */
import { topicSchema } from '../protocol/topic.ts';
import type { AccountDatabase } from './database.ts';
import { guarded } from './problems.ts';
import { type ReadMark, readMarkSchema } from './rows.ts';
import { sound } from './sound.ts';
import { topicsAt } from './topics.ts';
import { readWaiting, seenTopic, waitingTables } from './waiting.ts';

/** The marks of these topics, by topic; those that were never read have none. */
export async function readMarks(db: AccountDatabase, topicIds: readonly string[]): Promise<Map<string, ReadMark>> {
  const rows = sound('readMarks', readMarkSchema, await db.readMarks.bulkGet([...topicIds]));
  return new Map(rows.map((mark) => [mark.topicId, mark]));
}

/** Marks topics as read, as they are seen now, or as unread. */
export const markRead = (db: AccountDatabase, topicIds: readonly string[], isRead: boolean): Promise<void> =>
  change(db, topicIds, (mark) => ({ ...mark, isRead }));

/** From now on changes of a topic are no news, or they are again. */
export const mute = (db: AccountDatabase, topicId: string, muted: boolean): Promise<void> =>
  change(db, [topicId], (mark) => ({ ...mark, isRead: true, muted }));

async function change(db: AccountDatabase, topicIds: readonly string[], to: (mark: ReadMark) => ReadMark) {
  const { readMarks: marks } = db;
  await guarded(() =>
    db.transaction('rw', [...waitingTables(db), marks], async () => {
      const waiting = await readWaiting(db);
      const rows = new Map(sound('topics', topicSchema, await topicsAt(db, [...topicIds])).map((row) => [row.id, row]));
      const before = await readMarks(db, topicIds);
      await marks.bulkPut(
        topicIds.flatMap((topicId) => {
          const topic = seenTopic(waiting, topicId, rows.get(topicId) ?? null);
          if (topic === null) return [];
          const { decisions, supporterCount: supporters } = topic;
          const clearance = topic.clearance?.state ?? null;
          const muted = before.get(topicId)?.muted ?? false;
          return [to({ topicId, isRead: true, decisions: decisions.length, supporters, clearance, muted })];
        }),
      );
    }),
  );
}
