import { checkAssignment, recordAssignment } from '../../desk/assignments.ts';
import { mayDecide } from '../../desk/roles.ts';
import type { AssignmentInput } from '../../protocol/assignment.ts';
import type { Refusal } from '../../protocol/refusal.ts';
import { findAssignment, insertAssignment } from '../rows/assignments.ts';
import { findPerson } from '../rows/people.ts';
import { findEntry } from '../rows/strategy.ts';
import { findTopic } from '../rows/topics.ts';
import { standInNow } from '../stand-in.ts';
import type { Tx } from '../store/store.ts';
import type { Act } from './act.ts';

/** Asks somebody to do something for a topic; who takes it on themselves has confirmed it. */
export async function askAssignment(tx: Tx, { person, now }: Act, input: AssignmentInput): Promise<Refusal | null> {
  // First, so that nobody learns from the refusal whether a topic exists [VI1].
  if (!mayDecide(person.roles)) return { kind: 'not_allowed', path: '' };
  const held = await findAssignment(tx, input.id);
  // A replay under another number: this very thing was asked.
  if (held?.topicId === input.topicId && held.askedBy.id === person.id) return null;
  if (held !== null) return { kind: 'id_taken', path: 'assignment.id' };
  const topic = await findTopic(tx, input.topicId);
  if (topic === null) return { kind: 'not_found', path: 'assignment.topicId' };
  const refusal = checkAssignment(topic, person);
  if (refusal !== null) return { ...refusal, path: `assignment.${refusal.path}` };
  const department = await findEntry(tx, 'department', topic.departmentId);
  // An expert who is the contact too is asked as the expert: only what is asked of the contact can a deputy do.
  const isContact = input.role === 'contact';
  const { toId, insteadOfId } = await standInNow(tx, input.toId, isContact ? department : null, now);
  const to = await findPerson(tx, toId);
  if (to === null || !to.active) return { kind: 'unknown_person', path: 'assignment.toId' };
  const instead = insteadOfId === null ? null : await findPerson(tx, insteadOfId);
  await insertAssignment(tx, recordAssignment(input, { topic, to, instead, asker: person, now }));
  return null;
}
