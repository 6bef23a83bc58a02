/**
 * What a topic needs before somebody works on it (S1 to S5). It is the editors' own, and mostly said by the
 * goal already: a field that is null here says what the goal says, or nothing yet.
 */
import * as z from 'zod/mini';
import { LIMITS } from './limits.ts';
import { slugSchema } from './person.ts';
import { goalSchema } from './strategy.ts';
import { requiredText } from './text.ts';
import { mondaySchema, weekSchema } from './week.ts';

/** How much work it is; what each means in minutes is said by the desk's rules. */
export const EFFORTS = ['S', 'M', 'L'] as const;
const effortSchema = z.enum(EFFORTS);

export const briefSchema = z.object({
  /** What those whom it should reach shall take with them, in one sentence. */
  message: z.nullable(requiredText(LIMITS.briefText)),
  /** Null: those of the goal. */
  audienceIds: z.nullable(z.array(slugSchema).check(z.minLength(1), z.maxLength(LIMITS.audiences))),
  /** Null: that of the goal (S2). */
  relationship: z.nullable(goalSchema.shape.relationship),
  /** Who says the same already, and why it should be heard from us (S4). */
  competition: z.nullable(requiredText(LIMITS.briefText)),
  /** Who and what is needed beside the lead (S3). */
  people: z.nullable(requiredText(LIMITS.briefText)),
  material: z.nullable(requiredText(LIMITS.briefText)),
  effort: z.nullable(effortSchema),
  /** Null: that of the goal (S5). */
  measure: z.nullable(requiredText(LIMITS.briefText)),
  /** The Monday of the week in which it is worked on; null: from the week in which it was accepted. */
  week: z.nullable(weekSchema),
});
export type Brief = z.infer<typeof briefSchema>;

/** An absent field stays as it is, so that two editors who fill in different fields do not get in each other's way. */
export const briefChangesSchema = z.partial(z.extend(briefSchema, { week: z.nullable(mondaySchema) }));
export type BriefChanges = z.infer<typeof briefChangesSchema>;

export const NO_BRIEF: Brief = {
  message: null,
  audienceIds: null,
  relationship: null,
  competition: null,
  people: null,
  material: null,
  effort: null,
  measure: null,
  week: null,
};
