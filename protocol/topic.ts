/** A topic: what editors decide on. It has one or more clips; their submitters are its supporters. */
import * as z from 'zod/mini';
import { briefChangesSchema, briefSchema, NO_BRIEF } from './brief.ts';
import { clearanceMarkSchema } from './clearance.ts';
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
/** Why something waits for a date. */
export const HOLD_REASONS = ['not_yet', 'embargo', 'event', 'capacity'] as const;
const holdReasonSchema = z.enum(HOLD_REASONS);
export type HoldReason = z.infer<typeof holdReasonSchema>;

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
  holdReason: z._default(z.nullable(holdReasonSchema), null),
  /** The topic that this one is merged into; with `to: merged` only. */
  into: z._default(z.nullable(idSchema), null),
  /** Set when this takes back the decision it follows. */
  undoes: z.nullable(idSchema),
});
export type DecisionInput = z.infer<typeof decisionInputSchema>;

/** Why a topic came back from `query`: the last open question was answered, ran out, or was no longer needed. */
const RETURN_CAUSES = ['answered', 'expired', 'withdrawn'] as const;
export type ReturnCause = (typeof RETURN_CAUSES)[number];

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
  holdReason: z._default(z.nullable(holdReasonSchema), null),
  into: z._default(z.nullable(idSchema), null),
  /** Set where a question that ended moved it. */
  cause: z._default(z.nullable(z.enum(RETURN_CAUSES)), null),
  undoes: z.nullable(idSchema),
});
export type Decision = z.infer<typeof decisionSchema>;

/** First the editor on duty hears of what is overdue; after as long again, the head. */
const escalationSchema = z.object({
  level: z.enum(['duty', 'head']),
  /** Null: nobody has that role. */
  person: z.nullable(personRefSchema),
  at: momentSchema,
});
export type Escalation = z.infer<typeof escalationSchema>;

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
  /** The topics that were merged into this one and still are. */
  mergedFrom: z._default(z.array(idSchema), []),
  /** When the triage clock runs out: working time in `new`, stopped in `query` and `held`. Null where no clock runs. */
  dueAt: z._default(z.nullable(momentSchema), null),
  /** Who was told that it is overdue. Set by the queue's clock, gone when the topic leaves `new`. */
  escalation: z._default(z.nullable(escalationSchema), null),
  /** On the agenda of the working group (S17). */
  forMeeting: z._default(z.boolean(), false),
  labels: z._default(z.array(requiredText(LIMITS.label)).check(z.maxLength(LIMITS.labels)), []),
  /** What it takes to work on it; the desk's own [BR3]. */
  brief: z._default(briefSchema, NO_BRIEF),
  /** When the embargo ends that a page of it says; the desk may set another or none. Null: none, or over. */
  embargoUntil: z._default(z.nullable(momentSchema), null),
  /** How its clearance stands; null where none was ever asked for. */
  clearance: z._default(z.nullable(clearanceMarkSchema), null),
  supporterCount: z.int().check(z.nonnegative()),
  /** The clip whose picture stands for the topic. */
  coverClipId: z.nullable(idSchema),
  createdAt: momentSchema,
  /** Oldest first. */
  decisions: z.array(decisionSchema),
});
export type Topic = z.infer<typeof topicSchema>;

/** What editors may change of a topic beside its state. An absent field stays as it is. */
export const topicChangesSchema = z.object({
  title: z.optional(requiredText(LIMITS.title)),
  departmentId: z.optional(slugSchema),
  goalId: z.optional(z.nullable(slugSchema)),
  leadId: z.optional(z.nullable(slugSchema)),
  forMeeting: z.optional(z.boolean()),
  labels: z.optional(z.array(requiredText(LIMITS.label)).check(z.maxLength(LIMITS.labels))),
  brief: z.optional(briefChangesSchema),
  embargoUntil: z.optional(z.nullable(momentSchema)),
});
export type TopicChanges = z.infer<typeof topicChangesSchema>;

/** "Already suggested?" for one page, to be held by everyone (VI2): no title, no name, no address. */
export const addressRowSchema = z.object({
  key: z.string().check(z.maxLength(64)),
  topicId: idSchema,
  state: stateSchema,
  stateSince: momentSchema,
  supporterCount: z.int().check(z.nonnegative()),
});
export type AddressRow = z.infer<typeof addressRowSchema>;
