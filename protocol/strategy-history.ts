/** Versions of the strategy: who changed what, when, and what stood there before. */
import * as z from 'zod/mini';
import { LIMITS } from './limits.ts';
import { personRefSchema } from './person.ts';
import { boundedText } from './text.ts';
import { momentSchema } from './time.ts';

const fieldChangeSchema = z.object({
  /** For example `measure.de`; empty where the whole is one value. */
  path: z.string(),
  /** JSON as it stands in the strategy; null where there was nothing. */
  before: z.unknown(),
  after: z.unknown(),
});
export type FieldChange = z.infer<typeof fieldChangeSchema>;

const entryChangeSchema = z.object({
  /** The section of the file: `goals`, `people`, `desk` … */
  section: z.string(),
  /** Null for a section that is one entry, such as `desk`. */
  id: z.nullable(z.string()),
  act: z.enum(['added', 'changed', 'removed']),
  fields: z.array(fieldChangeSchema),
});
export type EntryChange = z.infer<typeof entryChangeSchema>;

export const WAYS = ['command', 'import', 'edit', 'confirmation'] as const;

export const strategyVersionSchema = z.object({
  /** 1, 2, 3 … without a gap. */
  number: z.int(),
  at: momentSchema,
  /** Null: whoever has `account` on the machine that runs the queue. */
  by: z.nullable(personRefSchema),
  account: z.nullable(z.string()),
  way: z.enum(WAYS),
  changes: z.array(entryChangeSchema),
});
export type StrategyVersion = z.infer<typeof strategyVersionSchema>;

/** @param before the number of a version: those older than it; left out: the newest */
export const historyRequestSchema = z.object({ before: z.optional(z.int().check(z.positive())) });

export const historySchema = z.object({
  versions: z.array(strategyVersionSchema).check(z.maxLength(LIMITS.historyPage)),
  more: z.boolean(),
});
export type History = z.infer<typeof historySchema>;

/** What a saved change or an import did, or with `dryRun` would do. */
export const strategySavedSchema = z.object({
  /** The newest version now. */
  version: z.int(),
  changes: z.array(entryChangeSchema),
  /** Goals that only lack the word of their sponsor. */
  waiting: z.array(z.object({ goalId: z.string(), sponsorId: z.nullable(z.string()) })),
});
export type StrategySaved = z.infer<typeof strategySavedSchema>;

export const strategyImportSchema = z.object({
  yaml: boundedText(LIMITS.strategyFile),
  /** The version that the person looked at. */
  basedOn: z.int().check(z.nonnegative()),
  /** True: say what would change, and change nothing. */
  dryRun: z.boolean(),
});
export type StrategyImport = z.infer<typeof strategyImportSchema>;
