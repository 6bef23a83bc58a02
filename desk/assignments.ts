/**
 * Who may ask whom for what, and how an assignment goes on. The queue runs these functions with authority, an
 * extension the same ones for what it shows meanwhile.
 */
import type { Assignment, AssignmentInput, AssignmentMove, AssignmentState } from '../protocol/assignment.ts';
import type { Mutation } from '../protocol/mutation.ts';
import type { Person, PersonRef } from '../protocol/person.ts';
import type { Refusal, RefusalKind } from '../protocol/refusal.ts';
import type { Topic } from '../protocol/topic.ts';
import { mayDecide } from './roles.ts';

const refuse = (kind: RefusalKind, path = ''): Refusal => ({ kind, path });

/** [AS3] Nothing is done any more for a topic that was declined, or went into another one. */
export const wantsWork = ({ state }: Pick<Topic, 'state'>): boolean => state !== 'declined' && state !== 'merged';

/** Somebody still has to do something. */
export const isOpenAssignment = ({ state }: Pick<Assignment, 'state'>): boolean =>
  state === 'asked' || state === 'confirmed';

/** [AS1] Why this person may not ask that, or null when they may. */
export function checkAssignment(topic: Pick<Topic, 'state'>, asker: Pick<Person, 'roles'>): Refusal | null {
  if (!mayDecide(asker.roles)) return refuse('not_allowed');
  return wantsWork(topic) ? null : refuse('forbidden_transition', 'topicId');
}

/**
 * A checked assignment as the row that is kept. Who takes something on has confirmed it.
 * @param instead who was meant, where `to` is their deputy.
 */
export function recordAssignment(
  input: AssignmentInput,
  {
    topic,
    to,
    instead,
    asker,
    now,
  }: { topic: Topic; to: PersonRef; instead: PersonRef | null; asker: PersonRef; now: number },
): Assignment {
  return {
    ...input,
    toId: to.id,
    topicTitle: topic.title,
    to: { id: to.id, name: to.name },
    insteadOf: instead === null ? null : { id: instead.id, name: instead.name },
    askedBy: { id: asker.id, name: asker.name },
    askedAt: now,
    changedAt: now,
    state: to.id === asker.id ? 'confirmed' : 'asked',
    reason: null,
    minutesSpent: null,
  };
}

const MOVES: Record<AssignmentState, readonly AssignmentState[]> = {
  asked: ['confirmed', 'refused', 'delivered', 'cancelled'],
  confirmed: ['refused', 'delivered', 'cancelled'],
  refused: [],
  delivered: [],
  cancelled: [],
};

/** [AS2] Why this person may not move it so, or null when they may. */
export function checkMove(
  assignment: Assignment,
  move: AssignmentMove,
  person: Pick<Person, 'id' | 'roles'>,
): Refusal | null {
  const isMine = assignment.to.id === person.id;
  // Who is not at the desk learns nothing of what others are asked.
  if (!isMine && !mayDecide(person.roles)) return refuse('not_found', 'assignmentId');
  const isTheirs = move.to === 'cancelled' ? mayDecide(person.roles) : isMine;
  if (!isTheirs) return refuse('not_allowed');
  if (!MOVES[assignment.state].includes(move.to)) return refuse('assignment_closed', 'assignmentId');
  return move.to === 'refused' && move.reason === null ? refuse('reason_missing', 'reason') : null;
}

/** A checked move as it is kept. */
export const applyMove = (
  assignment: Assignment,
  { to, reason, minutesSpent }: AssignmentMove,
  now: number,
): Assignment => ({
  ...assignment,
  state: to,
  changedAt: now,
  reason: to === 'refused' ? reason : null,
  minutesSpent: to === 'delivered' ? minutesSpent : null,
});

/** An assignment as it will stand when the waiting mutations arrive (ST2). */
export function assignmentWithWaiting(
  assignment: Assignment,
  waiting: readonly Mutation[],
  person: Pick<Person, 'id' | 'roles'>,
): Assignment {
  let seen = assignment;
  for (const { action, madeAt } of waiting) {
    if (action.name !== 'moveAssignment' || action.move.assignmentId !== seen.id) continue;
    if (checkMove(seen, action.move, person) === null) seen = applyMove(seen, action.move, madeAt);
  }
  return seen;
}
