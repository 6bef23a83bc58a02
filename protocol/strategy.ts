/**
 * What the company wants to say, to whom, and who answers for it. Fields and their reasons:
 * the demands S1 to S7 of the articles that Clipdesk comes from (docs/strategy.md).
 */
import * as z from 'zod/mini';
import { isWebAddress } from './clip.ts';
import { hoursSchema } from './desk-rules.ts';
import { LIMITS } from './limits.ts';
import { slugSchema } from './person.ts';
import { hostSchema } from './site-profile.ts';
import { boundedText, requiredText } from './text.ts';
import { momentSchema } from './time.ts';

/** One text in German, English or both; a reader gets their language, else the other one. */
export const localTextSchema = z
  .object({
    de: z.optional(requiredText(LIMITS.strategyText)),
    en: z.optional(requiredText(LIMITS.strategyText)),
  })
  .check(z.refine((text) => (text.de ?? text.en) !== undefined, { error: 'no language' }));

export type LocalText = z.infer<typeof localTextSchema>;
/** Where pages of a department stand: a host, what a path begins with, or both. */
const departmentAddressSchema = z
  .strictObject({
    host: z.optional(hostSchema),
    /** Whole parts: `/hr` is also `/hr/jobs`, and not `/hrm`. */
    path: z.optional(
      requiredText(LIMITS.name).check(z.regex(/^\/[^?#]*$/, { error: 'a path is written like /hr or /sites/hr' })),
    ),
  })
  .check(z.refine(({ host, path }) => (host ?? path) !== undefined, { error: 'a host or a path is needed' }));

export const departmentSchema = z.object({
  id: slugSchema,
  name: localTextSchema,
  parentId: z.nullable(slugSchema),
  /** Who answers for information from this department, and who while they are away (S12). */
  contactId: z.nullable(slugSchema),
  deputyId: z.nullable(slugSchema),
  clearerId: z.nullable(slugSchema),
  /** What the department owes the editors, in a sentence (S11). */
  owes: z.nullable(localTextSchema),
  /** The same as a number, for the view of what is missing: suggestions a quarter; null: none was agreed. */
  pitchesPerQuarter: z._default(z.nullable(z.int().check(z.positive(), z.maximum(LIMITS.pitchesPerQuarter))), null),
  defaultGoalId: z.nullable(slugSchema),
  /** What is clipped there is of this department, before anything a page says. */
  addresses: z._default(z.array(departmentAddressSchema).check(z.maxLength(LIMITS.departmentAddresses)), []),
  /** When its people may be asked (S13); empty: at any time. */
  questionHours: z._default(z.array(hoursSchema).check(z.maxLength(20)), []),
  active: z.boolean(),
});
export type Department = z.infer<typeof departmentSchema>;

export const audienceSchema = z.object({
  id: slugSchema,
  name: localTextSchema,
  side: z.enum(['internal', 'external']),
  /** What these people want from us, in one sentence. */
  wants: z.nullable(localTextSchema),
});
export type Audience = z.infer<typeof audienceSchema>;

export const CHANNEL_KINDS = [
  'intranet',
  'newsletter',
  'website',
  'blog',
  'press',
  'linkedin',
  'instagram',
  'facebook',
  'youtube',
  'mastodon',
  'podcast',
  'event',
  'other',
] as const;

/** Addresses where others compete for the same people's attention (S4). */
const benchmarksSchema = z._default(
  z
    .array(boundedText(LIMITS.address).check(z.refine(isWebAddress, { error: 'not an http or https address' })))
    .check(z.maxLength(LIMITS.benchmarks)),
  [],
);

/** Where something appears. */
export const channelSchema = z.object({
  id: slugSchema,
  name: localTextSchema,
  kind: z.enum(CHANNEL_KINDS),
  ownerId: z.nullable(slugSchema),
  audienceIds: z.array(slugSchema),
  /** How many publications a week it takes; null: as many as there are. */
  slotsPerWeek: z.nullable(z.int().check(z.positive())),
  /** How many days before publication the work has to begin. */
  leadDays: z.int().check(z.nonnegative()),
  benchmarks: benchmarksSchema,
  active: z.boolean(),
});
export type Channel = z.infer<typeof channelSchema>;

/** How deep the effect goes, after the DPRG/ICV framework of communication controlling. */
export const effectLevelSchema = z.enum(['output', 'outcome_direct', 'outcome_indirect', 'outflow']);

/** `sum`: every result adds to the others. `last`: each says where the measure stands, the newest counts. */
export const COUNTINGS = ['sum', 'last'] as const;
export type Counting = (typeof COUNTINGS)[number];

/** Why and for whom something is said. A goal has one measure; a second measure is a second goal. */
export const goalSchema = z.object({
  id: slugSchema,
  title: localTextSchema,
  /** Where the company's strategy says so (S6). */
  strategyRef: z.nullable(requiredText(LIMITS.strategyText)),
  sponsorId: z.nullable(slugSchema),
  sponsorConfirmedAt: z.nullable(momentSchema),
  /** Building new relationships or nurturing existing ones (S2). */
  relationship: z.enum(['build', 'nurture']),
  audienceIds: z.array(slugSchema),
  effectLevel: effectLevelSchema,
  measure: z.nullable(localTextSchema),
  unit: z.nullable(localTextSchema),
  baseline: z.nullable(z.number()),
  target: z.nullable(z.number()),
  periodFrom: z.nullable(momentSchema),
  periodTo: z.nullable(momentSchema),
  method: z.enum(['manual', 'csv', 'survey']),
  /** How several results make one; null: by the one rule for goals that do not say it (desk/goal-progress.ts). */
  counting: z._default(z.nullable(z.enum(COUNTINGS)), null),
  /** Empty: every department may use it. */
  departmentIds: z.array(slugSchema),
  state: z.enum(['draft', 'active', 'closed']),
});
export type Goal = z.infer<typeof goalSchema>;
