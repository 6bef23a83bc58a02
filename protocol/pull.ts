/** One page of what changed for a reader since their cursor. */
import * as z from 'zod/mini';
import { absenceSchema } from './absence.ts';
import { assignmentSchema } from './assignment.ts';
import { claimSchema } from './claim.ts';
import { clearanceSchema } from './clearance.ts';
import { clipRowSchema } from './clip.ts';
import { cursorSchema } from './cursor.ts';
import { deskRulesSchema } from './desk-rules.ts';
import { idSchema } from './id.ts';
import { LIMITS } from './limits.ts';
import { noteSchema } from './note.ts';
import { colleagueSchema, personSchema, slugSchema } from './person.ts';
import { publicationSchema } from './publication.ts';
import { questionSchema } from './question.ts';
import { resultSchema } from './result.ts';
import { acknowledgementSchema, ruleSchema } from './rule.ts';
import { savedViewSchema } from './saved-view.ts';
import { consentSchema, shareSchema, thanksSchema } from './sharing.ts';
import { rejectionSchema } from './similar.ts';
import { siteProfileSchema } from './site-profile.ts';
import { audienceSchema, channelSchema, departmentSchema, goalSchema } from './strategy.ts';
import { timeBudgetSchema } from './time-budget.ts';
import { addressRowSchema, topicSchema } from './topic.ts';

export const pullRequestSchema = z.object({
  protocol: z.int().check(z.positive()),
  /** Null: from the beginning. */
  cursor: z.nullable(cursorSchema),
  limit: z.int().check(z.positive(), z.maximum(LIMITS.pullPage)),
});
export type PullRequest = z.infer<typeof pullRequestSchema>;

const change = <K extends string, I extends z.ZodMiniType, R extends z.ZodMiniType>(kind: K, id: I, row: R) =>
  /** A row sent whole, or null when it left the reader's view. */
  z.object({ kind: z.literal(kind), id, row: z.nullable(row) });

export const changeSchema = z.discriminatedUnion('kind', [
  change('person', slugSchema, personSchema),
  change('department', slugSchema, departmentSchema),
  change('audience', slugSchema, audienceSchema),
  change('goal', slugSchema, goalSchema),
  change('channel', slugSchema, channelSchema),
  change('deskRules', z.literal('desk'), deskRulesSchema),
  change('siteProfile', slugSchema, siteProfileSchema),
  change('rule', slugSchema, ruleSchema),
  change('acknowledgement', acknowledgementSchema.shape.id, acknowledgementSchema),
  change('colleague', slugSchema, colleagueSchema),
  change('clip', idSchema, clipRowSchema),
  change('topic', idSchema, topicSchema),
  change('note', idSchema, noteSchema),
  change('question', idSchema, questionSchema),
  change('publication', idSchema, publicationSchema),
  change('result', idSchema, resultSchema),
  change('share', z.string().check(z.maxLength(80)), shareSchema),
  change('thanks', idSchema, thanksSchema),
  change('consent', slugSchema, consentSchema),
  change('assignment', idSchema, assignmentSchema),
  change('absence', idSchema, absenceSchema),
  change('timeBudget', z.string().check(z.maxLength(80)), timeBudgetSchema),
  change('claim', idSchema, claimSchema),
  change('clearance', idSchema, clearanceSchema),
  change('savedView', idSchema, savedViewSchema),
  change('rejection', z.string().check(z.maxLength(80)), rejectionSchema),
  change('address', z.string().check(z.maxLength(64)), addressRowSchema),
]);
export type Change = z.infer<typeof changeSchema>;
export type ChangeKind = Change['kind'];

export const pullResponseSchema = z.object({
  /** Forget every pulled row before this page is applied; never what was not sent (PL2). */
  reset: z.boolean(),
  cursor: cursorSchema,
  /** True: there is a next page right now. */
  more: z.boolean(),
  changes: z.array(changeSchema),
});
export type PullResponse = z.infer<typeof pullResponseSchema>;
