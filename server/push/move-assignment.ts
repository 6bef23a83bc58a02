import { isDeepStrictEqual } from 'node:util';
import { applyMove, checkMove } from '../../desk/assignments.ts';
import { mayDecide } from '../../desk/roles.ts';
import type { AssignmentMove } from '../../protocol/assignment.ts';
import type { Refusal } from '../../protocol/refusal.ts';
import { findAssignment, updateAssignment } from '../rows/assignments.ts';
import type { Tx } from '../store/store.ts';
import type { Act } from './act.ts';

/** Confirms, refuses, delivers or calls off. */
export async function moveAssignment(tx: Tx, { person, now }: Act, move: AssignmentMove): Promise<Refusal | null> {
  const held = await findAssignment(tx, move.assignmentId);
  if (held === null) return { kind: 'not_found', path: 'move.assignmentId' };
  const after = applyMove(held, move, held.changedAt);
  // A replay under another number, or two editors who call off at once: it stands so already.
  const isTheirs = held.to.id === person.id || (move.to === 'cancelled' && mayDecide(person.roles));
  if (isTheirs && isDeepStrictEqual(after, held)) return null;
  const refusal = checkMove(held, move, person);
  if (refusal !== null) return { ...refusal, path: refusal.path === '' ? '' : `move.${refusal.path}` };
  await updateAssignment(tx, { ...after, changedAt: now });
  return null;
}
