/**
 * Figures of the desk's work. None is about a person: how many people suggested is said from five on
 * and never who (works-council law, research on employee data); nothing is ranked.
 */
import * as z from 'zod/mini';
import { slugSchema } from './person.ts';
import { momentSchema } from './time.ts';
import { DECLINE_REASONS, STATES } from './topic.ts';

/** Fewer people than this could be recognised in a total. */
export const SMALLEST_TOTAL = 5;

const count = z.int().check(z.nonnegative());

/** How many topics of a department serve a goal, and how far they came (S7). A goal of null: none was named. */
const coverageCellSchema = z.object({
  departmentId: slugSchema,
  goalId: z.nullable(slugSchema),
  suggested: count,
  accepted: count,
  published: count,
});
export type CoverageCell = z.infer<typeof coverageCellSchema>;

/** Of all people together, for what is wanted in that week; null below `SMALLEST_TOTAL` people. In whole hours. */
const teamMinutesSchema = z.object({ planned: z.nullable(count), spent: z.nullable(count) });
export type TeamMinutes = z.infer<typeof teamMinutesSchema>;

/** What came in and what was decided in one week of the desk's time zone. */
const flowWeekSchema = z.object({
  /** The first moment of its Monday. */
  from: momentSchema,
  suggested: count,
  accepted: count,
  held: count,
  declined: count,
  merged: count,
  published: count,
  /** How long the first decision on a topic took, in milliseconds; null without any. */
  medianWait: z.nullable(count),
  minutes: z._default(teamMinutesSchema, { planned: null, spent: null }),
});
export type FlowWeek = z.infer<typeof flowWeekSchema>;

/** How long open topics have been waiting for their first decision, in whole days; the last has no end. */
export const AGE_BANDS = [1, 3, 7, 14] as const;

export const figuresSchema = z.object({
  from: momentSchema,
  to: momentSchema,
  coverage: z.array(coverageCellSchema),
  weeks: z.array(flowWeekSchema),
  states: z.partialRecord(z.enum(STATES), count),
  reasons: z.partialRecord(z.enum(DECLINE_REASONS), count),
  /** Topics in `new` by age: one more entry than `AGE_BANDS`. */
  ages: z.array(count),
  /** How many people suggested something in this time; null below `SMALLEST_TOTAL`. */
  suggesters: z.nullable(count),
});
export type Figures = z.infer<typeof figuresSchema>;

/** Asked for a span of time; at most two years. */
export const figuresRequestSchema = z.object({ from: momentSchema, to: momentSchema });
