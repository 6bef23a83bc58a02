/**
 * A rule for company information (S10): where it holds and what follows for a clip. A company writes its own in the
 * strategy file (docs/rules.md); those that hold without any are in desk/rules/built-in.ts.
 */
import * as z from 'zod/mini';
import { pathSchema } from './address-rules.ts';
import { clipKindSchema } from './clip.ts';
import { levelSchema, PERSONAL_DATA } from './found.ts';
import { idSchema } from './id.ts';
import { LIMITS } from './limits.ts';
import { slugSchema } from './person.ts';
import { hostSchema } from './site-profile.ts';
import { localTextSchema } from './strategy.ts';
import { momentSchema } from './time.ts';

/** What follows from a rule. `strip` leaves out the parts that it names, `clearance` asks somebody before anything is published. */
export const EFFECTS = ['refuse', 'strip', 'clearance', 'warn'] as const;
const effectSchema = z.enum(EFFECTS);

export const STRIPPED_PARTS = ['excerpt', 'quote', 'picture'] as const;
const strippedPartSchema = z.enum(STRIPPED_PARTS);
export type StrippedPart = z.infer<typeof strippedPartSchema>;

const many = <T extends z.ZodMiniType>(schema: T) =>
  z._default(z.array(schema).check(z.maxLength(LIMITS.ruleList)), []);

/** Empty lists mean "any"; a rule concerns a clip if every list fits it. */
export const ruleSchema = z.object({
  id: slugSchema,
  title: localTextSchema,
  /** What to do, and instead of what. */
  text: z._default(z.nullable(localTextSchema), null),
  /** Whoever accepted an earlier one is asked again. */
  version: z.int().check(z.positive(), z.maximum(1_000_000)),
  hosts: many(hostSchema),
  paths: many(pathSchema),
  departmentIds: many(slugSchema),
  kinds: many(clipKindSchema),
  /** The page is marked with one of these. */
  markings: many(levelSchema),
  /** The page says one of these of somebody. */
  personalData: many(z.enum(PERSONAL_DATA)),
  /** True: only pages that say that they are under embargo. */
  onlyEmbargo: z._default(z.boolean(), false),
  /** True: only on hosts that look like the company's own and that no rule calls public. */
  onlyUndeclared: z._default(z.boolean(), false),
  /** What the information is by this rule. With `public` and hosts: these may be used outside. */
  level: levelSchema,
  effects: many(effectSchema),
  /** What `strip` leaves out. */
  parts: z._default(z.array(strippedPartSchema).check(z.maxLength(STRIPPED_PARTS.length)), [...STRIPPED_PARTS]),
  /** Asked once for each version, at the first clip that it concerns. */
  acknowledge: z._default(z.boolean(), false),
});
export type Rule = z.infer<typeof ruleSchema>;

/** Which version of a rule somebody accepted. */
export const acceptedRuleSchema = z.object({ ruleId: slugSchema, version: ruleSchema.shape.version });
export type AcceptedRule = z.infer<typeof acceptedRuleSchema>;

/** The row of it, sent to that person alone. */
export const acknowledgementSchema = z.object({
  id: idSchema,
  ...acceptedRuleSchema.shape,
  at: momentSchema,
});
export type Acknowledgement = z.infer<typeof acknowledgementSchema>;
