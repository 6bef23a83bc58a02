/** Who does what for a topic, and what this person is asked: kept at once, offline too, waiting entries applied (ST2). */
import type { AssignmentWish, MyAssignments, SeenAssignment } from '../desk/assignment-views.ts';
import {
  assignmentWithWaiting,
  checkAssignment,
  checkMove,
  isOpenAssignment,
  recordAssignment,
} from '../desk/assignments.ts';
import { standIn } from '../desk/deputies.ts';
import {
  type Assignment,
  type AssignmentInput,
  type AssignmentMove,
  assignmentInputSchema,
  assignmentMoveSchema,
  assignmentSchema,
} from '../protocol/assignment.ts';
import type { PersonRef } from '../protocol/person.ts';
import { topicSchema } from '../protocol/topic.ts';
import { readAbsences } from './absences.ts';
import type { AccountDatabase } from './database.ts';
import { clipThat } from './every-topic.ts';
import { append } from './outbox.ts';
import { guarded, StorageError } from './problems.ts';
import { sound } from './sound.ts';
import { topicAt } from './topics.ts';
import { readWaiting, seenTopic, type Waiting, waitingTables } from './waiting.ts';

/** More than a year's at the usual measure. */
const SHOWN = 60;

/** Those of one topic, in the order in which they were asked. */
export async function topicAssignments(db: AccountDatabase, topicId: string): Promise<SeenAssignment[]> {
  const found = await assignmentsOfTopics(db, await readWaiting(db), [topicId]);
  return found.sort((a, b) => a.assignment.askedAt - b.assignment.askedAt);
}

/** Of everything that anybody was asked for these topics, waiting entries applied. */
export async function assignmentsOfTopics(
  db: AccountDatabase,
  waiting: Waiting,
  topicIds: readonly string[],
): Promise<SeenAssignment[]> {
  const found = await db.assignments.where('topicId').anyOf(topicIds).toArray();
  const rows = sound('assignments', assignmentSchema, found);
  const asked = await askedHere(db, waiting, rows, (input) => topicIds.includes(input.topicId));
  return seen([...rows, ...asked], waiting);
}

/** What this person is asked to do, the most urgent first; and what was before, the latest first. */
export async function myAssignments(db: AccountDatabase): Promise<MyAssignments> {
  const waiting = await readWaiting(db);
  const mine = await ownAssignments(db, waiting);
  const due = ({ assignment }: SeenAssignment) => assignment.dueAt ?? Number.POSITIVE_INFINITY;
  return {
    open: mine.filter(({ assignment }) => isOpenAssignment(assignment)).sort((a, b) => due(a) - due(b)),
    earlier: mine
      .filter(({ assignment }) => !isOpenAssignment(assignment))
      .sort((a, b) => b.assignment.changedAt - a.assignment.changedAt)
      .slice(0, SHOWN),
  };
}

/** Of everything that this person was asked, waiting entries applied. */
export async function ownAssignments(db: AccountDatabase, waiting: Waiting): Promise<SeenAssignment[]> {
  const { id } = waiting.person;
  const rows = sound('assignments', assignmentSchema, await db.assignments.where('toId').equals(id).toArray());
  const asked = await askedHere(db, waiting, rows, (input) => input.toId === id);
  return seen([...rows, ...asked], waiting);
}

function seen(rows: readonly Assignment[], { entries, person, settledThrough }: Waiting): SeenAssignment[] {
  const unsent = entries.filter(({ number }) => number > settledThrough);
  const isAbout = (id: string) =>
    unsent.some(
      ({ action }) =>
        (action.name === 'moveAssignment' && action.move.assignmentId === id) ||
        (action.name === 'askAssignment' && action.assignment.id === id),
    );
  return rows.map((row) => ({
    assignment: assignmentWithWaiting(row, entries, person),
    waiting: isAbout(row.id),
  }));
}

/** What waits to be asked, as it will probably stand in the queue. */
async function askedHere(
  db: AccountDatabase,
  waiting: Waiting,
  held: readonly Assignment[],
  wanted: (input: AssignmentInput) => boolean,
): Promise<Assignment[]> {
  const ids = new Set(held.map(({ id }) => id));
  const asked: Assignment[] = [];
  for (const { action, madeAt } of waiting.entries) {
    if (action.name !== 'askAssignment' || ids.has(action.assignment.id) || !wanted(action.assignment)) continue;
    const [topic] = sound('topics', topicSchema, [await topicAt(db, action.assignment.topicId)]);
    if (topic === undefined) continue;
    const { assignment: input } = action;
    const department = input.role === 'contact' ? ((await db.departments.get(topic.departmentId)) ?? null) : null;
    const { toId, insteadOfId } = standIn(
      input.toId,
      department,
      await readAbsences(db, waiting),
      waiting.rules,
      madeAt,
    );
    const to = await nameOf(db, toId, waiting);
    const instead = insteadOfId === null ? null : await nameOf(db, insteadOfId, waiting);
    asked.push(recordAssignment(input, { topic, to, instead, asker: waiting.person, now: madeAt }));
  }
  return asked;
}

async function nameOf(db: AccountDatabase, id: string, { person }: Waiting): Promise<PersonRef> {
  if (id === person.id) return { id, name: person.name };
  const clip = async () => (await clipThat(db, ({ submitter }) => submitter.id === id))?.submitter;
  const found = (await db.colleagues.get(id)) ?? (await clip());
  return { id, name: found?.name ?? id };
}

/**
 * Puts an assignment into the outbox if the rules allow it on what is known here.
 * @throws StorageError the refusal of `checkAssignment`, `not_found`, `invalid`, or those of `saveClip`
 */
export async function askAssignment(db: AccountDatabase, wish: AssignmentWish, now: number): Promise<AssignmentInput> {
  const parsed = assignmentInputSchema.safeParse({ ...wish, id: crypto.randomUUID() });
  if (!parsed.success) throw new StorageError('invalid', parsed.error.issues[0]?.path.join('.') ?? '');
  const assignment = parsed.data;
  return guarded(() =>
    db.transaction('rw', waitingTables(db), async () => {
      const waiting = await readWaiting(db);
      const [row] = sound('topics', topicSchema, [await topicAt(db, assignment.topicId)]);
      const topic = seenTopic(waiting, assignment.topicId, row ?? null);
      if (topic === null) throw new StorageError('not_found');
      const refusal = checkAssignment(topic, waiting.person);
      if (refusal !== null) throw new StorageError(refusal.kind, refusal.path);
      await append(db, assignment.id, { name: 'askAssignment', assignment }, now);
      return assignment;
    }),
  );
}

/**
 * Confirms, refuses, delivers or calls off.
 * @throws StorageError the refusal of `checkMove`, `not_found`, `invalid`, or those of `saveClip`
 */
export async function moveAssignment(db: AccountDatabase, move: AssignmentMove, now: number): Promise<void> {
  const parsed = assignmentMoveSchema.safeParse(move);
  if (!parsed.success) throw new StorageError('invalid', parsed.error.issues[0]?.path.join('.') ?? '');
  await guarded(() =>
    db.transaction('rw', [...waitingTables(db), db.assignments, db.departments, db.absences], async () => {
      const waiting = await readWaiting(db);
      const { assignmentId } = parsed.data;
      const rows = sound('assignments', assignmentSchema, [await db.assignments.get(assignmentId)]);
      const asked = await askedHere(db, waiting, rows, ({ id }) => id === assignmentId);
      const [found] = seen([...rows, ...asked], waiting);
      if (found === undefined) throw new StorageError('not_found');
      const refusal = checkMove(found.assignment, parsed.data, waiting.person);
      if (refusal !== null) throw new StorageError(refusal.kind, refusal.path);
      await append(db, crypto.randomUUID(), { name: 'moveAssignment', move: parsed.data }, now);
    }),
  );
}
