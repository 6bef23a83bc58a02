/** Assignments to people: one row each, kept for good. How they are read by devices: `pull/assignment-rows.ts`. */
import { wantsWork } from '../../desk/assignments.ts';
import { isQuietDecline } from '../../desk/quiet.ts';
import type { Assignment } from '../../protocol/assignment.ts';
import type { Topic } from '../../protocol/topic.ts';
import type { Sql, Tx } from '../store/store.ts';

export type AssignmentColumns = {
  id: string;
  topic_id: string;
  topic_title: string;
  to_id: string;
  to_name: string;
  instead_of_id: string | null;
  instead_of_name: string | null;
  role: Assignment['role'];
  deliverable: string;
  due_at: number | null;
  minutes_planned: number | null;
  minutes_spent: number | null;
  state: Assignment['state'];
  reason: string | null;
  asker_id: string;
  asker_name: string;
  asked_at: number;
  changed_at: number;
};

/** Conditions on `assignment` and its `topic`: who may see how long it is to take, and how long it took [AS4]. */
export type SeesMinutes = { planned: string; spent: string };

/** To be followed by a condition on `assignment`. */
export const selectAssignment = ({ planned, spent }: SeesMinutes): string => `SELECT assignment.id, assignment.topic_id,
    topic.title AS topic_title, assignment.to_id, asked.name AS to_name, assignment.instead_of_id,
    away.name AS instead_of_name, assignment.role, assignment.deliverable, assignment.due_at, assignment.state,
    assignment.reason, assignment.asker_id, asker.name AS asker_name, assignment.asked_at, assignment.changed_at,
    CASE WHEN ${planned} THEN assignment.minutes_planned ELSE NULL END AS minutes_planned,
    CASE WHEN ${spent} THEN assignment.minutes_spent ELSE NULL END AS minutes_spent
  FROM assignment JOIN topic ON topic.id = assignment.topic_id JOIN person AS asked ON asked.id = assignment.to_id
  JOIN person AS asker ON asker.id = assignment.asker_id
  LEFT JOIN person AS away ON away.id = assignment.instead_of_id`;

export const toAssignment = (row: AssignmentColumns): Assignment => ({
  id: row.id,
  topicId: row.topic_id,
  topicTitle: row.topic_title,
  toId: row.to_id,
  to: { id: row.to_id, name: row.to_name },
  insteadOf: row.instead_of_id === null ? null : { id: row.instead_of_id, name: row.instead_of_name ?? '' },
  role: row.role,
  deliverable: row.deliverable,
  dueAt: row.due_at,
  minutesPlanned: row.minutes_planned,
  minutesSpent: row.minutes_spent,
  state: row.state,
  reason: row.reason,
  askedBy: { id: row.asker_id, name: row.asker_name },
  askedAt: row.asked_at,
  changedAt: row.changed_at,
});

const ALL: SeesMinutes = { planned: '1 = 1', spent: '1 = 1' };

export async function findAssignment(sql: Sql, id: string): Promise<Assignment | null> {
  const [row] = await sql.all<AssignmentColumns>(`${selectAssignment(ALL)} WHERE assignment.id = $1`, id);
  return row === undefined ? null : toAssignment(row);
}

export async function insertAssignment(tx: Tx, assignment: Assignment): Promise<void> {
  await tx.run(
    `INSERT INTO assignment (id, topic_id, to_id, instead_of_id, role, deliverable, due_at, minutes_planned, state,
       asker_id, asked_at, changed_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    assignment.id,
    assignment.topicId,
    assignment.to.id,
    assignment.insteadOf?.id ?? null,
    assignment.role,
    assignment.deliverable,
    assignment.dueAt,
    assignment.minutesPlanned,
    assignment.state,
    assignment.askedBy.id,
    assignment.askedAt,
    assignment.changedAt,
  );
  tx.changed('assignment', assignment.id);
}

export async function updateAssignment(tx: Tx, after: Assignment): Promise<void> {
  await tx.run(
    'UPDATE assignment SET state = $2, reason = $3, minutes_spent = $4, changed_at = $5 WHERE id = $1',
    after.id,
    after.state,
    after.reason,
    after.minutesSpent,
    after.changedAt,
  );
  tx.changed('assignment', after.id);
}

/**
 * [AS3] Assignments follow their topic: for one that was declined or merged nothing is done any more, and taking
 * that back asks again. To be called with every move of a topic; a decline that is quiet still [DK3] calls off nothing.
 */
export async function assignmentsFollow(tx: Tx, before: Topic, after: Topic, now: number): Promise<void> {
  const last = after.decisions.at(-1);
  if (before.state === after.state || last === undefined) return;
  if (!wantsWork(after)) {
    if (!isQuietDecline(last)) await callOff(tx, after.id, last.id, now);
    return;
  }
  if (last.undoes === null) return;
  const rows = await tx.all<{ id: string }>(
    `UPDATE assignment SET state = called_off_from, called_off_from = NULL, called_off_by = NULL, changed_at = $3
     WHERE topic_id = $1 AND called_off_by = $2 RETURNING id`,
    after.id,
    last.undoes,
    now,
  );
  for (const { id } of rows) tx.changed('assignment', id);
}

/** @param decisionId of the decision that made them superfluous. */
export async function callOff(tx: Tx, topicId: string, decisionId: string, now: number): Promise<void> {
  const rows = await tx.all<{ id: string }>(
    `UPDATE assignment SET called_off_from = state, state = 'cancelled', called_off_by = $2, changed_at = $3
     WHERE topic_id = $1 AND state IN ('asked', 'confirmed') RETURNING id`,
    topicId,
    decisionId,
    now,
  );
  for (const { id } of rows) tx.changed('assignment', id);
}
