import { expect, test } from 'vitest';
import { LIMITS } from '../../protocol/limits.ts';
import { dropOldTopics } from '../../storage/working-set.ts';
import { DAY, editor, NOW, topic, UNSAID, uuid } from '../desk/samples.ts';
import { pullTopics, saveOne } from './acts.ts';
import { newDatabase } from './device.ts';

test('[VI2] with a topic that grew old go its notes and its plan, and those of others stay', async () => {
  const db = newDatabase(editor);
  const closed = { state: 'declined', stateSince: NOW - (LIMITS.workingSetDays + 1) * DAY } as const;
  const [old, young] = [topic(closed), topic({ ...closed, stateSince: NOW })];
  await pullTopics(db, [old, young]);
  const by = { id: editor.id, name: editor.name };
  for (const { id: topicId } of [old, young]) {
    await db.notes.put({ id: uuid(), topicId, text: 'Nur für uns', by, at: NOW });
    const planned = {
      channelId: 'intranet',
      state: 'cancelled',
      dueAt: null,
      publishedAt: null,
      address: null,
      ...UNSAID,
    } as const;
    await db.publications.put({ id: uuid(), topicId, ...planned, by, changedAt: NOW });
  }
  await dropOldTopics(db, NOW);
  const left = [...(await db.notes.toArray()), ...(await db.publications.toArray())];
  expect(left.map(({ topicId }) => topicId)).toEqual([young.id, young.id]);
  expect(await db.topics.toCollection().primaryKeys()).toEqual([young.id]);
});

test('[VI2] an own topic stays however old it is, and nothing to drop waits for nobody who writes', async () => {
  const db = newDatabase(editor);
  const own = topic({ state: 'declined', stateSince: NOW - (LIMITS.workingSetDays + 1) * DAY });
  const { id: clipId } = await saveOne(db);
  await pullTopics(db, [own]);
  await db.clips.where('clip.id').equals(clipId).modify({ topicId: own.id });
  const order: string[] = [];
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  // Somebody writes, as long as the look takes: a transaction of IndexedDB lives as long as it is asked.
  const writes = db.transaction('rw', db.topicCards, db.pictures, async () => {
    let looking = true;
    void ended.then(() => {
      looking = false;
    });
    while (looking) await db.pictures.count();
    order.push('written');
  });
  await dropOldTopics(db, NOW);
  order.push('looked');
  end();
  await writes;
  expect(order).toEqual(['looked', 'written']);
  expect(await db.topics.toCollection().primaryKeys()).toEqual([own.id]);
});
