import { Dexie } from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { questionsToMe } from '../../storage/answer-question.ts';
import { clearancesToMe } from '../../storage/clearances.ts';
import type { AccountDatabase } from '../../storage/database.ts';
import { live } from '../../storage/live.ts';
import { topicsAtHand } from '../../storage/topics-at-hand.ts';
import { clearance, editor, NOW, question, topic } from '../desk/samples.ts';
import { newDatabase } from './device.ts';

// Outside of a browser live queries ask nothing as long as there is no database of the browser's.
beforeAll(() => {
  Dexie.dependencies.indexedDB = new IDBFactory();
  Dexie.dependencies.IDBKeyRange = IDBKeyRange;
});

const about = topic();
const asked = question({ topicId: about.id, toId: editor.id, to: { id: editor.id, name: editor.name } });
const CHANGES = {
  topics: (db: AccountDatabase) => db.topics.put({ ...about, title: 'Ein anderer' }),
  questions: (db: AccountDatabase) => db.questions.put(asked),
  clearances: (db: AccountDatabase) => db.clearances.put(clearance(about)),
};

describe.each([
  ['what stands at a topic', (db: AccountDatabase) => topicsAtHand(db, [about.id]), 'topics' as const],
  ['what stands at a topic', (db: AccountDatabase) => topicsAtHand(db, [about.id]), 'questions' as const],
  ['what stands at a topic', (db: AccountDatabase) => topicsAtHand(db, [about.id]), 'clearances' as const],
  ['what a clearer is to decide', (db: AccountDatabase) => clearancesToMe(db, NOW), 'clearances' as const],
  ['what a person was asked', (db: AccountDatabase) => questionsToMe(db, NOW), 'questions' as const],
])('%s', (_name, query, table) => {
  test(`is asked again when ${table} change, which it reads only after other tables`, async () => {
    const db = newDatabase(editor);
    await db.topics.put(about);
    const answers = vi.fn();
    const following = live<unknown>(() => query(db)).subscribe({ next: answers });
    await vi.waitFor(() => expect(answers).toHaveBeenCalledTimes(1));
    await CHANGES[table](db);
    await vi.waitFor(() => expect(answers).toHaveBeenCalledTimes(2));
    following.unsubscribe();
  });
});
