/** Who is asked to do what for a topic (S3, S12): asked, confirmed or refused, delivered. */
import * as z from 'zod/mini';
import { idSchema } from './id.ts';
import { LIMITS } from './limits.ts';
import { personRefSchema, slugSchema } from './person.ts';
import { requiredText } from './text.ts';
import { minutesSchema, momentSchema } from './time.ts';

/** As what somebody is asked. */
export const ASSIGNMENT_ROLES = ['lead', 'author', 'expert', 'design', 'contact', 'clearer'] as const;
const assignmentRoleSchema = z.enum(ASSIGNMENT_ROLES);
export type AssignmentRole = z.infer<typeof assignmentRoleSchema>;

export const ASSIGNMENT_STATES = ['asked', 'confirmed', 'refused', 'delivered', 'cancelled'] as const;
const assignmentStateSchema = z.enum(ASSIGNMENT_STATES);
export type AssignmentState = z.infer<typeof assignmentStateSchema>;

export const assignmentInputSchema = z.object({
  id: idSchema,
  topicId: idSchema,
  toId: slugSchema,
  role: assignmentRoleSchema,
  /** What is wanted, in a sentence. */
  deliverable: requiredText(LIMITS.deliverable),
  dueAt: z.nullable(momentSchema),
  /** Null: nobody said, or it is not for this reader to know [AS4]. */
  minutesPlanned: z.nullable(minutesSchema),
});
export type AssignmentInput = z.infer<typeof assignmentInputSchema>;

export const assignmentSchema = z.object({
  ...assignmentInputSchema.shape,
  /** For the person asked, who may not see the topic itself. */
  topicTitle: requiredText(LIMITS.title),
  to: personRefSchema,
  /** Who was meant and is away: the deputy does it [AS5]. */
  insteadOf: z.nullable(personRefSchema),
  askedBy: personRefSchema,
  askedAt: momentSchema,
  changedAt: momentSchema,
  state: assignmentStateSchema,
  /** Why it was refused. */
  reason: z.nullable(requiredText(LIMITS.sentence)),
  minutesSpent: z.nullable(minutesSchema),
});
export type Assignment = z.infer<typeof assignmentSchema>;

export const assignmentMoveSchema = z.object({
  assignmentId: idSchema,
  to: z.enum(['confirmed', 'refused', 'delivered', 'cancelled']),
  /** With `refused` only. */
  reason: z.nullable(requiredText(LIMITS.sentence)),
  /** With `delivered` only; null: nobody counted. */
  minutesSpent: z.nullable(minutesSchema),
});
export type AssignmentMove = z.infer<typeof assignmentMoveSchema>;
