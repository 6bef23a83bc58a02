/** Assignments with what screens show beside them, as storage finds them. */
import type { Assignment, AssignmentInput } from '../protocol/assignment.ts';

/** `waiting`: what was done about it here has not reached the queue yet. */
export type SeenAssignment = { assignment: Assignment; waiting: boolean };

/** What a person is asked to do, the most urgent first; and what was before, the latest first. */
export type MyAssignments = { open: SeenAssignment[]; earlier: SeenAssignment[] };

/** What an editor asks for; its id is added where it is kept. */
export type AssignmentWish = Omit<AssignmentInput, 'id'>;
