import { Dexie } from 'dexie';
import type { AccountDatabase } from './database.ts';

/** More than this many are as many as any. */
export const OVERDUE_COUNTED = 100;

/** How many topics the queue's rows say are overdue, counted up to `OVERDUE_COUNTED` keys of an index and no further. */
export async function overdueCount(db: AccountDatabase, now: number): Promise<number> {
  const overdue = db.topics.where('[state+dueAt]').between(['new', Dexie.minKey], ['new', now], true, true);
  return (await overdue.limit(OVERDUE_COUNTED).primaryKeys()).length;
}
