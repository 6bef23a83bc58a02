import { expect, test } from 'vitest';
import type { Assignment } from '../../protocol/assignment.ts';
import { NO_BRIEF } from '../../protocol/brief.ts';
import { absences, deleteAbsence, saveAbsence } from '../../storage/absences.ts';
import { askAssignment, moveAssignment, myAssignments, topicAssignments } from '../../storage/assignments.ts';
import { decide } from '../../storage/decide.ts';
import { openForMe } from '../../storage/for-me.ts';
import { ownLoad, saveTimeBudget, timeBudgets } from '../../storage/load.ts';
import { DAY, department, editor, NOW, submitter, topic, uuid } from '../desk/samples.ts';
import { answerAll, pullTopics } from './acts.ts';
import { newDatabase } from './device.ts';

const THIS = '2026-11-16';
const row = (over: Partial<Assignment> = {}): Assignment => ({
  ...{ id: uuid(), topicId: uuid(), toId: submitter.id, role: 'expert', deliverable: 'Zitat', topicTitle: 'T' },
  ...{ dueAt: NOW + DAY, minutesPlanned: 30, minutesSpent: null, insteadOf: null, askedAt: NOW, changedAt: NOW },
  ...{ to: { id: submitter.id, name: submitter.name }, askedBy: { id: editor.id, name: editor.name } },
  ...{ state: 'asked', reason: null },
  ...over,
});
const wish = (topicId: string) => ({
  ...{ topicId, toId: 'anna', role: 'author' as const, deliverable: 'Text', dueAt: null, minutesPlanned: 90 },
});
const move = (assignmentId: string, to: 'confirmed' | 'refused' | 'cancelled', reason: string | null = null) => ({
  ...{ assignmentId, to, reason, minutesSpent: null },
});

test('[AS2][ST2] an answer stands here before it is sent, and the queue’s row stays untouched', async () => {
  const db = newDatabase(submitter);
  const [later, sooner, done] = [row({ dueAt: null }), row(), row({ state: 'delivered' })];
  await db.assignments.bulkPut([later, sooner, done, row({ toId: 'otto' })]);
  const mine = await myAssignments(db);
  expect(mine.open.map(({ assignment }) => assignment.id)).toEqual([sooner.id, later.id]);
  expect(mine.earlier).toMatchObject([{ assignment: { id: done.id }, waiting: false }]);
  expect(await openForMe(db)).toBe(2);
  await moveAssignment(db, move(sooner.id, 'confirmed'), NOW);
  expect((await myAssignments(db)).open[0]).toMatchObject({ assignment: { state: 'confirmed' }, waiting: true });
  expect(await openForMe(db)).toBe(1);
  await moveAssignment(db, move(sooner.id, 'refused', 'Krank'), NOW + 1);
  expect((await myAssignments(db)).earlier[0]).toMatchObject({ assignment: { reason: 'Krank' } });
  expect(await db.assignments.get(sooner.id)).toEqual(sooner);
  await expect(moveAssignment(db, move(later.id, 'cancelled'), NOW)).rejects.toMatchObject({ kind: 'not_allowed' });
  await expect(moveAssignment(db, move(uuid(), 'confirmed'), NOW)).rejects.toMatchObject({ kind: 'not_found' });
  await expect(moveAssignment(db, move(later.id, 'refused'), NOW)).rejects.toMatchObject({ kind: 'reason_missing' });
});

test('[AS1][AS5] what an editor asks offline stands on the topic, for the deputy while the contact is away', async () => {
  const db = newDatabase(editor);
  const open = topic({ departmentId: 'hr' });
  await pullTopics(db, [open]);
  await db.departments.put(department({ contactId: 'hanna', deputyId: 'jana' }));
  for (const [id, name] of Object.entries({ hanna: 'Hanna', jana: 'Jana', anna: 'Anna' }))
    await db.colleagues.put({ id, name, roles: ['contact'], departmentId: 'hr' });
  await db.absences.put({ id: uuid(), from: '2026-11-01', to: '2026-11-30', person: { id: 'hanna', name: 'Hanna' } });
  await askAssignment(db, { ...wish(open.id), toId: 'hanna', role: 'contact' }, NOW);
  const { id } = await askAssignment(db, wish(open.id), NOW + 1);
  expect(await topicAssignments(db, open.id)).toMatchObject([
    { assignment: { to: { name: 'Jana' }, insteadOf: { name: 'Hanna' } }, waiting: true },
    { assignment: { to: { name: 'Anna' }, insteadOf: null, state: 'asked' } },
  ]);
  await moveAssignment(db, move(id, 'cancelled'), NOW + 2);
  expect((await topicAssignments(db, open.id))[1]).toMatchObject({ assignment: { state: 'cancelled' } });
  await expect(askAssignment(newDatabase(), wish(open.id), NOW)).rejects.toMatchObject({ kind: 'not_found' });
  await expect(askAssignment(db, { ...wish(open.id), deliverable: ' ' }, NOW)).rejects.toMatchObject({
    ...{ kind: 'invalid', path: 'deliverable' },
  });
});

test('[AS5] one’s own absence is kept at once and taken back', async () => {
  const db = newDatabase(editor);
  const own = { id: uuid(), from: '2026-12-01', to: '2026-12-04' };
  await saveAbsence(db, own, NOW);
  expect(await absences(db)).toEqual([{ ...own, person: { id: editor.id, name: editor.name } }]);
  await expect(saveAbsence(db, { ...own, to: '2026-11-01' }, NOW)).rejects.toMatchObject({ path: 'to' });
  await deleteAbsence(db, own.id, NOW);
  expect(await absences(db)).toEqual([]);
});

test('[TB3][TB1] one’s own load follows what is accepted and said here, sent or not', async () => {
  const db = newDatabase(editor);
  const lead = { id: editor.id, name: editor.name };
  const [open, later, others] = [
    topic(),
    topic({ state: 'accepted', lead, brief: { ...NO_BRIEF, effort: 'L', week: '2026-11-23' } }),
    topic({ state: 'accepted', lead: { id: 'mara', name: 'Mara' } }),
  ];
  await pullTopics(db, [open, later, others]);
  expect((await ownLoad(db, NOW)).slice(0, 2)).toMatchObject([
    { monday: THIS, planned: 0, budget: null },
    { planned: 480, budget: null },
  ]);
  await decide(db, { topicId: open.id, to: 'accepted', reason: null, sentence: null, holdUntil: null }, NOW);
  await askAssignment(db, { ...wish(later.id), toId: editor.id }, NOW);
  await saveTimeBudget(db, { personId: editor.id, monday: null, minutes: 360 }, NOW);
  expect((await ownLoad(db, NOW)).slice(0, 2)).toMatchObject([
    { planned: 120 + 90, budget: 360 },
    { planned: 480 - 90, budget: 360 },
  ]);
  expect(await timeBudgets(db)).toHaveLength(1);
  await saveTimeBudget(db, { personId: editor.id, monday: null, minutes: null }, NOW);
  expect(await timeBudgets(db)).toEqual([]);
  await answerAll(db);
});

test('[TB3] what others were asked for here is not left to the lead, before it is sent too; called off, it is again', async () => {
  const db = newDatabase(editor);
  const mine = topic({ state: 'accepted', lead: { id: editor.id, name: editor.name } });
  await pullTopics(db, [mine]);
  const planned = async () => (await ownLoad(db, NOW))[0]?.planned;
  expect(await planned()).toBe(120);
  const { id } = await askAssignment(db, wish(mine.id), NOW);
  expect(await planned()).toBe(120 - 90);
  await moveAssignment(db, move(id, 'cancelled'), NOW + 1);
  expect(await planned()).toBe(120);
});
