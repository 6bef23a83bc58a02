/** The strategy as those who keep it see and edit it: one entry at a time, on top of the version that they saw. */
import * as z from 'zod/mini';
import { deskRulesSchema, isTimeZone } from './desk-rules.ts';
import { LIMITS } from './limits.ts';
import { personSchema, roleSchema, slugSchema } from './person.ts';
import { ruleSchema } from './rule.ts';
import { audienceSchema, channelSchema, departmentSchema, goalSchema } from './strategy.ts';
import { requiredText } from './text.ts';

/** A person of the strategy, or one who joined by invitation or company account and is in no file. */
const staffSchema = z.object({
  ...personSchema.shape,
  roles: z.array(roleSchema).check(z.minLength(1)),
  /** What the company's sign-in says of them; only admins are told. */
  account: z.nullable(requiredText(LIMITS.name)),
});

/** A goal as its keepers write it: whether it is confirmed, and with that whether it is a draft, is not theirs to say. */
const goalEntrySchema = z.object({
  ...z.omit(goalSchema, { sponsorConfirmedAt: true, state: true }).shape,
  closed: z.boolean(),
});
export type GoalEntry = z.infer<typeof goalEntrySchema>;

const hourLineSchema = deskRulesSchema.shape.hours.def.element.check(z.refine(({ from, to }) => from < to));

/** The hours and times of the desk, one entry: as strict as its section of the file, for a row once kept is believed. */
const deskEntrySchema = z.object({
  ...deskRulesSchema.shape,
  timeZone: deskRulesSchema.shape.timeZone.check(z.refine(isTimeZone)),
  hours: z.array(hourLineSchema).check(z.minLength(1), z.maxLength(50)),
});

export const ENTRY_SCHEMAS = {
  departments: departmentSchema,
  goals: goalEntrySchema,
  audiences: audienceSchema,
  channels: channelSchema,
  rules: ruleSchema,
  desk: deskEntrySchema,
  people: staffSchema,
} as const;
export type EntrySection = keyof typeof ENTRY_SCHEMAS;
export const ENTRY_SECTIONS = Object.keys(ENTRY_SCHEMAS) as EntrySection[];

const put = <S extends EntrySection>(section: S) =>
  z.object({ section: z.literal(section), entry: ENTRY_SCHEMAS[section] });

/** One entry as it is to be; `remove` is what happens to an entry that a file no longer has. */
export const strategyEditSchema = z.object({
  basedOn: z.int().check(z.nonnegative()),
  put: z.optional(
    z.discriminatedUnion('section', [
      put('departments'),
      put('goals'),
      put('audiences'),
      put('channels'),
      put('rules'),
      put('desk'),
      put('people'),
    ]),
  ),
  remove: z.optional(z.object({ section: z.enum(ENTRY_SECTIONS), id: slugSchema })),
});
export type StrategyEdit = z.infer<typeof strategyEditSchema>;

export const strategyViewSchema = z.object({
  /** The version that this is. */
  version: z.int(),
  queueName: z.string(),
  departments: z.array(departmentSchema),
  goals: z.array(goalSchema),
  audiences: z.array(audienceSchema),
  channels: z.array(channelSchema),
  rules: z._default(z.array(ruleSchema), []),
  /** One entry, or none where the company said nothing of it. */
  desk: z._default(z.array(deskRulesSchema).check(z.maxLength(1)), []),
  people: z.array(z.object({ ...staffSchema.shape, source: z.enum(['strategy', 'invitation', 'provider']) })),
});
export type StrategyView = z.infer<typeof strategyViewSchema>;

/** What a sponsor stands for with their word; a change of any of it asks for the word again (SG4). */
export const confirmationSchema = z.pick(goalSchema, {
  strategyRef: true,
  measure: true,
  unit: true,
  target: true,
  periodFrom: true,
  periodTo: true,
});
export type Confirmed = z.infer<typeof confirmationSchema>;
