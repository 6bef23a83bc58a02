/** What came of a goal (S5): one measurement of its measure, of one publication or of the goal as a whole. */
import * as z from 'zod/mini';
import { idSchema } from './id.ts';
import { LIMITS } from './limits.ts';
import { personRefSchema, slugSchema } from './person.ts';
import { localTextSchema } from './strategy.ts';
import { requiredText } from './text.ts';
import { momentSchema } from './time.ts';

/** Written by hand, read from a file, or sent by another program. */
export const RESULT_SOURCES = ['manual', 'csv', 'api'] as const;

export const resultInputSchema = z.object({
  /** Of what is measured and when (`desk/result-id.ts`), so that the same measurement is never there twice. */
  id: idSchema,
  goalId: slugSchema,
  /** Null: of the goal as a whole, as a survey measures it. */
  topicId: z.nullable(idSchema),
  /** Null: of no publication in particular. */
  publicationId: z.nullable(idSchema),
  value: z.number().check(z.gte(-LIMITS.measured), z.lte(LIMITS.measured)),
  /** The goal's own, in one of its languages: a value in another unit would be another measure. */
  unit: requiredText(LIMITS.unit),
  measuredAt: momentSchema,
  source: z.enum(RESULT_SOURCES),
  /** What the editors learnt from it, for each other. */
  lesson: z.nullable(requiredText(LIMITS.lesson)),
});
export type ResultInput = z.infer<typeof resultInputSchema>;

export const resultSchema = z.object({
  ...resultInputSchema.shape,
  /** The goal's measure as it was then: a goal that measures something else later does not rewrite what was. */
  measure: localTextSchema,
  /** Who entered it; null: a program, or that it is not the reader's to know. */
  by: z.nullable(personRefSchema),
  changedAt: momentSchema,
});
export type Result = z.infer<typeof resultSchema>;

/** One measurement as another program sends it: it names the publication by its id or by its address, or none. */
const reportedResultSchema = z.object({
  goalId: slugSchema,
  publicationId: z.optional(idSchema),
  address: z.optional(requiredText(LIMITS.address)),
  value: resultInputSchema.shape.value,
  /** Left out: the goal's own. */
  unit: z.optional(requiredText(LIMITS.unit)),
  measuredAt: momentSchema,
  lesson: z.optional(requiredText(LIMITS.lesson)),
});
export type ReportedResult = z.infer<typeof reportedResultSchema>;

export const reportRequestSchema = z.object({
  results: z.array(reportedResultSchema).check(z.minLength(1), z.maxLength(LIMITS.reportedResults)),
});

/** What became of each, in their order. `unchanged`: it was there already, word for word. */
export const reportResponseSchema = z.object({
  results: z.array(
    z.object({
      id: z.nullable(idSchema),
      outcome: z.enum(['saved', 'unchanged', 'refused']),
      refusal: z.nullable(z.object({ kind: z.string(), path: z.string() })),
    }),
  ),
});
export type ReportResponse = z.infer<typeof reportResponseSchema>;
