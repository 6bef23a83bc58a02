import { expect, test } from 'vitest';
import { decide } from '../../storage/decide.ts';
import { decideMany } from '../../storage/decide-many.ts';
import { addNote, editTopic, takeEditBack, topicNotes, withdrawNote } from '../../storage/edit-topic.ts';
import { overdueTopics } from '../../storage/overdue.ts';
import { receivePage } from '../../storage/receive-page.ts';
import { readCards } from '../../storage/topic-cards.ts';
import { topicDetail } from '../../storage/topic-detail.ts';
import { editor, goal, NOW, topic } from '../desk/samples.ts';
import { answerAll, pullTopics } from './acts.ts';
import { newDatabase, page } from './device.ts';

const mara = { id: 'mara', name: 'Mara Lind', roles: ['editor' as const], departmentId: null };

test('[ST2] changes of a topic are seen at once, and the queue’s row stays untouched', async () => {
  const db = newDatabase(editor);
  const open = topic();
  await pullTopics(db, [open]);
  await db.colleagues.put(mara);
  await editTopic(db, open.id, { labels: ['Messe'], leadId: 'mara', forMeeting: true }, NOW);
  await editTopic(db, open.id, { leadId: editor.id }, NOW + 1);
  expect(await topicDetail(db, open.id)).toMatchObject({
    topic: { labels: ['Messe'], lead: { id: editor.id }, forMeeting: true, title: open.title },
    waiting: true,
  });
  expect(await db.topics.get(open.id)).toEqual(open);
  await answerAll(db);
  expect((await topicDetail(db, open.id))?.waiting).toBe(false);
});

test('what the rules refuse does not enter the outbox', async () => {
  const db = newDatabase(editor);
  const open = topic();
  await pullTopics(db, [open]);
  await expect(editTopic(db, open.id, { leadId: 'nobody' }, NOW)).rejects.toMatchObject({ kind: 'unknown_person' });
  await expect(editTopic(db, open.id, { title: ' ' }, NOW)).rejects.toMatchObject({ kind: 'invalid', path: 'title' });
  await expect(editTopic(db, topic().id, {}, NOW)).rejects.toMatchObject({ kind: 'not_found' });
  await expect(addNote(db, open.id, ' ', NOW)).rejects.toMatchObject({ kind: 'invalid', path: 'text' });
  const submitters = newDatabase();
  await pullTopics(submitters, [open]);
  await expect(editTopic(submitters, open.id, {}, NOW)).rejects.toMatchObject({ kind: 'not_allowed' });
  await expect(addNote(submitters, open.id, 'Hallo', NOW)).rejects.toMatchObject({ kind: 'not_allowed' });
  expect([await db.outbox.count(), await submitters.outbox.count()]).toEqual([0, 0]);
});

test('[ST2] a note stands there before it was sent, and once after', async () => {
  const db = newDatabase(editor);
  const open = topic();
  await pullTopics(db, [open]);
  const note = await addNote(db, open.id, 'Chefin fragen', NOW);
  const seen = [{ id: note.id, text: 'Chefin fragen', by: { id: editor.id }, at: NOW }];
  expect(await topicNotes(db, open.id)).toMatchObject(seen);
  const row = { ...note, by: { id: editor.id, name: editor.name }, at: NOW };
  const cursor = (await db.meta.get('cursor'))?.value as Parameters<typeof receivePage>[1];
  await receivePage(db, cursor, page([{ kind: 'note', id: note.id, row }], { seq: 2 }), NOW);
  expect(await topicNotes(db, open.id)).toMatchObject(seen);
});

test('finds what is overdue by the clock of each topic, the longest first', async () => {
  const db = newDatabase(editor);
  const [late, later] = [topic({ dueAt: NOW }), topic({ dueAt: NOW - 9 })];
  await pullTopics(db, [late, later, topic({ dueAt: NOW + 1 }), topic({ dueAt: null })]);
  expect(overdueTopics(await readCards(db), NOW)).toEqual([later.id, late.id]);
});

test('a change is taken back by what was before it, unless somebody changed the same since', async () => {
  const db = newDatabase(editor);
  const open = topic({ labels: ['Messe'] });
  await pullTopics(db, [open]);
  await db.colleagues.put(mara);
  const changes = { labels: ['Werk', 'Messe'], leadId: 'mara' };
  const before = await editTopic(db, open.id, changes, NOW);
  expect(before).toEqual({ labels: ['Messe'], leadId: null });
  expect(await takeEditBack(db, open.id, changes, before, NOW + 1)).toBe(true);
  expect((await topicDetail(db, open.id))?.topic).toMatchObject({ labels: ['Messe'], lead: null });
  // Nothing stands there any more that could be taken back.
  expect(await takeEditBack(db, open.id, changes, before, NOW + 2)).toBe(false);
  expect(await db.outbox.count()).toBe(2);
});

test('[NT1] a note that was taken back is gone at once, whether the queue has it or not', async () => {
  const db = newDatabase(editor);
  const open = topic();
  await pullTopics(db, [open]);
  const note = await addNote(db, open.id, 'Chefin fragen', NOW);
  await withdrawNote(db, note, NOW + 1);
  expect(await topicNotes(db, open.id)).toEqual([]);
  const row = { ...note, by: { id: editor.id, name: editor.name }, at: NOW };
  const cursor = (await db.meta.get('cursor'))?.value as Parameters<typeof receivePage>[1];
  await receivePage(db, cursor, page([{ kind: 'note', id: note.id, row }], { seq: 2 }), NOW);
  expect(await topicNotes(db, open.id)).toEqual([]);
});

test('[BR1] work begins on this device once the brief is said, offline too, and a field is taken back alone', async () => {
  const db = newDatabase(editor);
  const open = topic({ goalId: 'attract-apprentices' });
  await pullTopics(db, [open]);
  await db.goals.put(goal());
  const wish = { topicId: open.id, reason: null, sentence: null, holdUntil: null };
  await decide(db, { ...wish, to: 'accepted' }, NOW);
  await expect(decide(db, { ...wish, to: 'in_work' }, NOW)).rejects.toMatchObject({
    ...{ kind: 'brief_incomplete', path: 'brief.resources' },
  });
  const made = { brief: { effort: 'M' as const, competition: 'Niemand' } };
  const before = await editTopic(db, open.id, made, NOW);
  expect(before).toEqual({ brief: { effort: null, competition: null } });
  await editTopic(db, open.id, { brief: { material: 'Kamera' } }, NOW);
  expect(await takeEditBack(db, open.id, made, before, NOW)).toBe(true);
  expect((await topicDetail(db, open.id))?.topic.brief).toMatchObject({ effort: null, material: 'Kamera' });
  await editTopic(db, open.id, made, NOW);
  const { refused } = await decideMany(db, [{ topicId: open.id, after: null }], { ...wish, to: 'in_work' }, NOW);
  expect(refused).toEqual([{ topicId: open.id, because: 'conflict' }]);
  await decide(db, { ...wish, to: 'in_work' }, NOW);
  expect((await topicDetail(db, open.id))?.topic.state).toBe('in_work');
});
