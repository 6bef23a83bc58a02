import { expect, test } from 'vitest';
import { openTopic } from '../../desk/clips.ts';
import type { Clip } from '../../protocol/clip.ts';
import type { Topic } from '../../protocol/topic.ts';
import { copyOfClip } from '../../storage/clip-copy.ts';
import type { AccountDatabase } from '../../storage/database.ts';
import { withdrawClip } from '../../storage/edit-clip.ts';
import { saveClip } from '../../storage/save-clip.ts';
import { suggestion } from '../../storage/suggestions.ts';
import { clip, NOW, topic, uuid } from '../desk/samples.ts';
import { answerAll, pullTopics, saveOne } from './acts.ts';
import { newDatabase } from './device.ts';

/** Takes a clip back and keeps it again; @param meanwhile what happens between the two */
async function takeBackAndUndo(db: AccountDatabase, saved: Clip, meanwhile = async () => {}) {
  const copy = await copyOfClip(db, saved);
  await withdrawClip(db, saved.id, NOW + 1);
  await meanwhile();
  const { clip: again } = await saveClip(db, copy, NOW + 2);
  const sent = (await db.outbox.toArray()).find(({ id }) => id === again.id)?.action;
  return { again, joins: sent?.name === 'saveClip' ? sent.joins : null, seen: await suggestion(db, again.id) };
}

/** A clip that joined a similar topic, as it is before or after the queue knows of it. */
async function joined(db: AccountDatabase, other: Topic, isPulled: boolean): Promise<Clip> {
  await db.topics.put(other);
  const saved = await saveOne(db, 'a', { joins: other.id });
  if (!isPulled) return saved;
  await answerAll(db);
  await pullTopics(db, [{ ...other, supporterCount: 2 }]);
  return saved;
}

test.each([false, true])(
  '[SM4] what joined a topic joins it again when its withdrawal is undone (pulled: %j)',
  async (isPulled) => {
    const db = newDatabase();
    const other = topic();
    const { joins, seen } = await takeBackAndUndo(db, await joined(db, other, isPulled));
    expect(joins).toBe(other.id);
    expect(seen?.topic?.id).toBe(other.id);
  },
);

test('[SM4] also one of a topic that this device knows by its id alone', async () => {
  const db = newDatabase();
  const other = uuid();
  const { joins } = await takeBackAndUndo(db, await saveOne(db, 'a', { joins: other }));
  expect(joins).toBe(other);
});

test('[MG1] what was merged into another topic belongs to that one again', async () => {
  const db = newDatabase();
  const saved = await saveOne(db);
  await answerAll(db);
  const into = topic({ mergedFrom: [saved.id], supporterCount: 2 });
  await db.clips.update(saved.id, { topicId: into.id });
  await pullTopics(db, [into]);
  expect((await takeBackAndUndo(db, saved)).joins).toBe(into.id);
});

test('what opened a topic that others joined comes back into it; the only clip of one opens a new one', async () => {
  const db = newDatabase();
  const [shared, alone] = [await saveOne(db, 'shared'), await saveOne(db, 'alone')];
  await answerAll(db);
  await pullTopics(db, [{ ...openTopic(shared, NOW), supporterCount: 2 }, openTopic(alone, NOW)]);
  expect((await takeBackAndUndo(db, shared)).joins).toBe(shared.id);
  const { joins, again, seen } = await takeBackAndUndo(db, alone);
  expect(joins).toBeUndefined();
  expect(seen?.topic?.id).toBe(again.id);
});

test('[SM4] a topic that was closed meanwhile is not joined: the suggestion stands for itself', async () => {
  const db = newDatabase();
  const other = topic();
  const saved = await joined(db, other, true);
  const { again, seen } = await takeBackAndUndo(db, saved, async () => {
    await db.topics.update(other.id, { state: 'declined' });
  });
  expect(seen?.topic).toMatchObject({ id: again.id, state: 'new', supporterCount: 1 });
});

test('a copy of what is not held here joins nothing', async () => {
  expect((await copyOfClip(newDatabase(), clip())).joins).toBeUndefined();
});
