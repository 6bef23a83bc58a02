import { Dexie } from 'dexie';
import type { AccountDatabase } from './database.ts';

/** More than this many are as many as any. */
const COUNTED = 100;

/** Ids of the topics that are overdue by the queue's rows, the longest first: at most a hundred keys of an index. */
export const overdueTopics = (db: AccountDatabase, now: number): Promise<string[]> =>
  db.topics
    .where('[state+dueAt]')
    .between(['new', Dexie.minKey], ['new', now], true, true)
    .limit(COUNTED)
    .primaryKeys();
