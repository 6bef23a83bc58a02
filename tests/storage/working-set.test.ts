import { expect, test } from 'vitest';
import { LIMITS } from '../../protocol/limits.ts';
import { dropOldTopics } from '../../storage/working-set.ts';
import { DAY, editor, NOW, topic, UNSAID, uuid } from '../desk/samples.ts';
import { pullTopics } from './acts.ts';
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
