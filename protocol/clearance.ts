/**
 * The clearance of a topic (S10): permission to use company information outside, given by somebody who did not
 * suggest it. A topic has one at most; every step of it is kept.
 */
import * as z from 'zod/mini';
import { clipKindSchema } from './clip.ts';
import { LEVELS, type Level, levelSchema } from './found.ts';
import { idSchema } from './id.ts';
import { LIMITS } from './limits.ts';
import { personRefSchema, slugSchema } from './person.ts';
import { boundedText, requiredText } from './text.ts';
import { momentSchema } from './time.ts';

/** The levels of rules and markings. */
export const CLEARANCE_LEVELS = LEVELS;
const clearanceLevelSchema = levelSchema;
export type ClearanceLevel = Level;

/** `not_needed`: the desk asked and needs it no longer. Only `cleared` and `cleared_with_conditions` let publish. */
export const CLEARANCE_STATES = ['not_needed', 'open', 'cleared', 'cleared_with_conditions', 'refused'] as const;
export const clearanceStateSchema = z.enum(CLEARANCE_STATES);
export type ClearanceState = z.infer<typeof clearanceStateSchema>;

/** What makes information delicate beside its level. */
const clearanceFlagsSchema = z.object({
  personalData: z.boolean(),
  thirdPartyRights: z.boolean(),
  insider: z.boolean(),
});
export type ClearanceFlags = z.infer<typeof clearanceFlagsSchema>;

/**
 * `opened` and `raised` by a rule for company information, `merged` with a topic that came in, `asked` by an editor;
 * the others are what a clearer (or, for `not_needed`, the desk) decided. `open` takes such a decision back.
 */
export const CLEARANCE_STEPS = ['opened', 'raised', 'merged', 'asked', ...CLEARANCE_STATES] as const;
const stepKindSchema = z.enum(CLEARANCE_STEPS);
export type ClearanceStepKind = z.infer<typeof stepKindSchema>;

/** One append-only row for each step. */
const clearanceStepSchema = z.object({
  id: idSchema,
  kind: stepKindSchema,
  /** Null: a rule or a merge, nobody's act. */
  by: z.nullable(personRefSchema),
  at: momentSchema,
  level: clearanceLevelSchema,
  flags: clearanceFlagsSchema,
  /** The rule that opened or raised it. */
  ruleId: z.nullable(slugSchema),
  clipId: z.nullable(idSchema),
  /** By when an answer is wanted; set where it is asked for. */
  dueAt: z.nullable(momentSchema),
  /** Why it is asked for, or why it was refused. */
  note: z.nullable(requiredText(LIMITS.sentence)),
  conditions: z.nullable(requiredText(LIMITS.sentence)),
  /** Not to be published before. */
  embargoUntil: z.nullable(momentSchema),
});
export type ClearanceStep = z.infer<typeof clearanceStepSchema>;

/** What a clearer looks at: a page of the topic, without what is somebody else's business. */
const clearancePageSchema = z.object({
  clipId: idSchema,
  title: requiredText(LIMITS.title),
  address: boundedText(LIMITS.address),
  siteName: z.nullable(requiredText(LIMITS.siteName)),
  kind: clipKindSchema,
  excerpt: boundedText(LIMITS.excerpt),
  quote: z.nullable(requiredText(LIMITS.quote)),
  note: boundedText(LIMITS.note),
  submitter: personRefSchema,
});
export type ClearancePage = z.infer<typeof clearancePageSchema>;

/** For the desk and for those who may clear it. Everything from `level` to `askedBy` follows from `steps`. */
export const clearanceSchema = z.object({
  topicId: idSchema,
  /** For the clearer, who may not see the topic itself. */
  topicTitle: requiredText(LIMITS.title),
  departmentId: slugSchema,
  level: clearanceLevelSchema,
  state: clearanceStateSchema,
  flags: clearanceFlagsSchema,
  conditions: z.nullable(requiredText(LIMITS.sentence)),
  embargoUntil: z.nullable(momentSchema),
  dueAt: z.nullable(momentSchema),
  ruleId: z.nullable(slugSchema),
  askedBy: z.nullable(personRefSchema),
  /** Who may clear it now; null: whoever has the role. */
  clearer: z.nullable(personRefSchema),
  /** The oldest first. */
  pages: z.array(clearancePageSchema).check(z.maxLength(LIMITS.clearancePages)),
  /** Oldest first. */
  steps: z.array(clearanceStepSchema),
});
export type Clearance = z.infer<typeof clearanceSchema>;

/** What a topic carries of its clearance: what publishing asks for, and what its submitters may know. */
export const clearanceMarkSchema = z.object({
  state: clearanceStateSchema,
  conditions: z.nullable(requiredText(LIMITS.sentence)),
  embargoUntil: z.nullable(momentSchema),
});
export type ClearanceMark = z.infer<typeof clearanceMarkSchema>;

/** An editor asks for it; the queue adds who and when. */
export const clearanceAskSchema = z.object({
  id: idSchema,
  topicId: idSchema,
  level: clearanceLevelSchema,
  flags: clearanceFlagsSchema,
  /** Null: the usual time for an answer. */
  dueAt: z.nullable(momentSchema),
  note: z.nullable(requiredText(LIMITS.sentence)),
});
export type ClearanceAsk = z.infer<typeof clearanceAskSchema>;

export const clearanceVerdictSchema = z.object({
  id: idSchema,
  topicId: idSchema,
  /** The step that this one follows: refused if another came between. */
  after: idSchema,
  to: clearanceStateSchema,
  conditions: z.nullable(requiredText(LIMITS.sentence)),
  embargoUntil: z.nullable(momentSchema),
  /** Why not; required where it is refused. */
  note: z.nullable(requiredText(LIMITS.sentence)),
});
export type ClearanceVerdict = z.infer<typeof clearanceVerdictSchema>;
