/** How many minutes a person has for topics and assignments in a week, where it is not the usual number (S16). */
import * as z from 'zod/mini';
import { slugSchema } from './person.ts';
import { minutesSchema } from './time.ts';
import { mondaySchema, weekSchema } from './week.ts';

export const timeBudgetInputSchema = z.object({
  personId: slugSchema,
  /** The day the week begins; null: every week that has none of its own. */
  monday: z.nullable(mondaySchema),
  /** Null takes it back. */
  minutes: z.nullable(minutesSchema),
});
export type TimeBudgetInput = z.infer<typeof timeBudgetInputSchema>;

export const timeBudgetSchema = z.object({
  /** `person:2026-11-30` or `person:every`: one for each person and week. */
  id: z.string().check(z.maxLength(80)),
  personId: slugSchema,
  monday: z.nullable(weekSchema),
  minutes: minutesSchema,
});
export type TimeBudget = z.infer<typeof timeBudgetSchema>;

export const timeBudgetId = ({ personId, monday }: Pick<TimeBudget, 'personId' | 'monday'>): string =>
  `${personId}:${monday ?? 'every'}`;
