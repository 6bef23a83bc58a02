/** A topic: what editors decide on. It has one or more clips; their submitters are its supporters. */
import * as z from 'zod/mini';
import { clipKindSchema } from './clip.ts';
import { idSchema } from './id.ts';
import { LIMITS } from './limits.ts';
import { personRefSchema, slugSchema } from './person.ts';
import { requiredText } from './text.ts';
import { momentSchema } from './time.ts';

export const STATES = [
  'new',
  'query',
  'held',
  'accepted',
  'in_work',
  'published',
  'evaluated',
  'declined',
  'merged',
] as const;
export const stateSchema = z.enum(STATES);
export type State = z.infer<typeof stateSchema>;

/** Why something was declined. Digits are their keys: the order is the order on the screen. */
export const DECLINE_REASONS = [
  'off_goal',
  'covered',
  'thin',
  'not_clearable',
  'no_capacity',
  'outdated',
  'withdrawn',
  'dropped',
  'other',
] as const;
const declineReasonSchema = z.enum(DECLINE_REASONS);
export type DeclineReason = z.infer<typeof declineReasonSchema>;

/** A decision as an editor makes it; the queue adds who, when and from where. */
export const decisionInputSchema = z.object({
  id: idSchema,
  topicId: idSchema,
  /** The decision that this one follows, null for the first: refused if another came between. */
  after: z.nullable(idSchema),
  to: stateSchema,
  reason: z.nullable(declineReasonSchema),
  /** What the submitters read. Internal notes are another thing and live elsewhere. */
  sentence: z.nullable(requiredText(LIMITS.sentence)),
  holdUntil: z.nullable(momentSchema),
  /** Set when this takes back the decision it follows. */
  undoes: z.nullable(idSchema),
});
export type DecisionInput = z.infer<typeof decisionInputSchema>;

/** One append-only row for each move of a topic. `actor` is null when a clock moved it. */
const decisionSchema = z.object({
  id: idSchema,
  from: stateSchema,
  to: stateSchema,
  actor: z.nullable(personRefSchema),
  at: momentSchema,
  reason: z.nullable(declineReasonSchema),
  sentence: z.nullable(requiredText(LIMITS.sentence)),
  holdUntil: z.nullable(momentSchema),
  undoes: z.nullable(idSchema),
});
export type Decision = z.infer<typeof decisionSchema>;

/** A topic as the queue sends it. `state`, `stateSince`, `lead` and `holdUntil` follow from `decisions`. */
export const topicSchema = z.object({
  /** Equal to the id of the clip that opened it, so that a device offline knows it already. */
  id: idSchema,
  title: requiredText(LIMITS.title),
  kind: clipKindSchema,
  departmentId: slugSchema,
  goalId: z.nullable(slugSchema),
  state: stateSchema,
  stateSince: momentSchema,
  /** Who has it: the editor who accepted it. */
  lead: z.nullable(personRefSchema),
  holdUntil: z.nullable(momentSchema),
  mergedInto: z.nullable(idSchema),
  supporterCount: z.int().check(z.nonnegative()),
  /** The clip whose picture stands for the topic. */
  coverClipId: z.nullable(idSchema),
  createdAt: momentSchema,
  /** Oldest first. */
  decisions: z.array(decisionSchema),
});
export type Topic = z.infer<typeof topicSchema>;

/** "Already suggested?" for one page, to be held by everyone (VI2): no title, no name, no address. */
export const addressRowSchema = z.object({
  key: z.string().check(z.maxLength(64)),
  topicId: idSchema,
  state: stateSchema,
  stateSince: momentSchema,
  supporterCount: z.int().check(z.nonnegative()),
});
export type AddressRow = z.infer<typeof addressRowSchema>;
