import { expect, test } from 'vitest';
import { openTopic } from '../../desk/clips.ts';
import { applyDecision, recordDecision } from '../../desk/decisions.ts';
import { decide } from '../../storage/decide.ts';
import { editClip, withdrawClip } from '../../storage/edit-clip.ts';
import { mySuggestions } from '../../storage/my-suggestions.ts';
import { unsentCount } from '../../storage/outbox.ts';
import { discardParked, retryParked } from '../../storage/parked.ts';
import { parkedDecision } from '../../storage/parked-decision.ts';
import { syncStatus } from '../../storage/status.ts';
import { suggestion } from '../../storage/suggestions.ts';
import { decision, editor, NOW, topic, uuid } from '../desk/samples.ts';
import { answerAll, pullTopics, saveOne } from './acts.ts';
import { newDatabase, picture } from './device.ts';

test('[OB2] a refused clip is shown with its reason, where it is known and in the status', async () => {
  const db = newDatabase();
  const saved = await saveOne(db);
  await answerAll(db, [saved.id]);
  expect(await suggestion(db, saved.id)).toMatchObject({
    clip: saved,
    topic: null,
    delivery: { kind: 'parked', entryId: saved.id, refusal: { kind: 'unknown_department' } },
  });
  expect((await syncStatus(db)).parked).toMatchObject([
    { id: saved.id, action: 'saveClip', title: saved.title, clipId: saved.id, refusal: { path: 'clip.departmentId' } },
  ]);
});

test('a refused clip is corrected as a whole and sent again under its own id and a new number', async () => {
  const db = newDatabase();
  const saved = await saveOne(db);
  await answerAll(db, [saved.id]);
  await editClip(db, saved.id, { departmentId: 'it' }, NOW);
  expect(await db.parked.count()).toBe(0);
  expect(await db.outbox.toArray()).toMatchObject([
    { id: saved.id, number: 2, action: { name: 'saveClip', clip: { id: saved.id, departmentId: 'it' } } },
  ]);
  expect(await suggestion(db, saved.id)).toMatchObject({
    clip: { departmentId: 'it' },
    delivery: { kind: 'waiting' },
  });
});

test('a refused clip can be taken back or given up, and nothing of it stays', async () => {
  for (const giveUp of [withdrawClip, discardParked]) {
    const db = newDatabase();
    const saved = await saveOne(db, 'a', { picture: picture() });
    await editClip(db, saved.id, { note: 'mehr' }, NOW);
    const edit = (await db.outbox.get(2))?.id ?? '';
    await answerAll(db, [saved.id, edit]);
    await giveUp(db, saved.id, NOW);
    expect(await mySuggestions(db)).toEqual([]);
    expect([await db.clips.count(), await db.pictures.count(), await db.uploads.count()]).toEqual([0, 0, 0]);
    expect([giveUp.name, await db.parked.count()]).toEqual([giveUp.name, 0]);
    expect(await unsentCount(db)).toBe(0);
  }
});

test('a refused decision is made anew on the topic as it stands now, or refused by the rules here', async () => {
  const db = newDatabase(editor);
  const open = topic();
  await pullTopics(db, [open]);
  const { id } = await decide(
    db,
    { topicId: open.id, to: 'accepted', reason: null, sentence: null, holdUntil: null },
    NOW,
  );
  await answerAll(db, [id]);

  const held = recordDecision(open, decision(open, { to: 'held', holdUntil: NOW + 1 }), editor, NOW);
  const moved = applyDecision(open, held);
  await pullTopics(db, [moved], 2);
  await retryParked(db, id, {}, NOW);
  expect(await db.outbox.toArray()).toMatchObject([{ id, action: { decision: { id, after: held.id } } }]);

  await answerAll(db, [id]);
  await pullTopics(db, [{ ...moved, state: 'published' }], 3);
  await expect(retryParked(db, id, {}, NOW)).rejects.toMatchObject({ kind: 'forbidden_transition' });
  expect(await db.parked.count()).toBe(1);
});

test('an entry that is not parked or no mutation any more cannot be sent again, but given up', async () => {
  const db = newDatabase();
  await expect(retryParked(db, uuid(), {}, NOW)).rejects.toMatchObject({ kind: 'not_found' });
  const id = uuid();
  await db.parked.add({ id, parkedAt: NOW, refusal: { kind: 'invalid', path: '' }, entry: { broken: true } });
  await expect(retryParked(db, id, {}, NOW)).rejects.toMatchObject({ kind: 'invalid' });
  expect((await syncStatus(db)).parked).toMatchObject([{ id, action: null, title: '' }]);
  await discardParked(db, id);
  expect(await db.parked.count()).toBe(0);
});

test('a decision and a change of one’s own clip are given up alone', async () => {
  const db = newDatabase();
  const saved = await saveOne(db);
  await answerAll(db);
  await pullTopics(db, [openTopic(saved, NOW)]);
  await editClip(db, saved.id, { note: 'x' }, NOW);
  const [entry] = await db.outbox.toArray();
  await answerAll(db, [entry?.id ?? '']);
  await discardParked(db, entry?.id ?? '');
  expect(await suggestion(db, saved.id)).toMatchObject({ clip: { note: '' }, delivery: { kind: 'sent' } });
});

test('[SM4] a refused clip that is corrected still belongs to the topic that the person named', async () => {
  const db = newDatabase(editor);
  const similar = topic();
  await pullTopics(db, [similar]);
  const saved = await saveOne(db, 'a', { joins: similar.id });
  await answerAll(db, [saved.id]);
  await editClip(db, saved.id, { departmentId: 'it' }, NOW);
  const [entry] = await db.outbox.toArray();
  expect(entry?.action).toMatchObject({ name: 'saveClip', joins: similar.id, clip: { departmentId: 'it' } });
});

test('a late decision on a topic that is gone hides no other', async () => {
  const db = newDatabase(editor);
  const [gone, here] = [topic(), topic()];
  await pullTopics(db, [gone, here]);
  const wanted = { to: 'accepted', reason: null, sentence: null, holdUntil: null } as const;
  const made = [];
  for (const { id } of [gone, here]) made.push(await decide(db, { topicId: id, ...wanted }, NOW + made.length));
  await answerAll(
    db,
    made.map(({ id }) => id),
  );
  await db.parked.toCollection().modify({ refusal: { kind: 'conflict', path: 'decision.after' } });
  expect(await parkedDecision(db)).toMatchObject({ topicId: gone.id, of: 2 });
  await db.topics.delete(gone.id);
  expect(await parkedDecision(db)).toMatchObject({ topicId: here.id, title: here.title, of: 1 });
});
