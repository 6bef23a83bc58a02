/**
 * The strategy file as people write it: one YAML document in which every department, audience, goal,
 * person and site profile stands under its id. Fields have the names that they have on the wire
 * (protocol/strategy.ts, protocol/site-profile.ts).
 */
import * as z from 'zod/mini';
import {
  DEFAULT_DESK_RULES,
  daySchema,
  deskRulesSchema,
  EFFORT_MINUTES,
  effortMinutesSchema,
  hoursSchema,
  isTimeZone,
} from '../../protocol/desk-rules.ts';
import { LIMITS } from '../../protocol/limits.ts';
import { roleSchema, slugSchema } from '../../protocol/person.ts';
import { ruleSchema } from '../../protocol/rule.ts';
import { siteProfileSchema } from '../../protocol/site-profile.ts';
import {
  audienceSchema,
  channelSchema,
  departmentSchema,
  effectLevelSchema,
  goalSchema,
  localTextSchema,
} from '../../protocol/strategy.ts';
import { requiredText } from '../../protocol/text.ts';
import { KEEP_ALL, retentionSchema } from '../retention/policy.ts';

const AFTER_COMMA = (issue: { code?: string; keys?: string[] }): string | undefined =>
  issue.code === 'unrecognized_keys'
    ? `"${issue.keys?.join('", "')}" is no language; in braces a text with a comma stands in quotes`
    : undefined;

/** A text in one wording for everybody, or one for each language. */
const text = z.union(
  [
    z.pipe(
      requiredText(LIMITS.strategyText),
      z.transform((same) => ({ de: same, en: same })),
    ),
    // Strictly: of `{ de: Früh, aber ehrlich, en: … }` YAML reads a text that ends at the comma, and a field without value.
    z.pipe(z.strictObject(localTextSchema.shape, { error: AFTER_COMMA }), localTextSchema),
  ],
  { error: 'a text is needed, or { de: …, en: … }' },
);

const DAY_MS = 86_400_000;

/** A moment as it is written, or an issue: Date.parse takes 31 February for 3 March where it takes it at all. */
const momentOf = (written: string, context: { issues: unknown[] }): number => {
  const at = Date.parse(written.includes('T') ? written : `${written}T00:00:00Z`);
  if (at >= 0 && new Date(at).toISOString().startsWith(written)) return at;
  context.issues.push({ code: 'custom', input: written, message: 'there is no such day', params: { kind: 'not_day' } });
  return z.NEVER;
};

const written = (form: RegExp) =>
  z.string().check(
    z.refine((text) => form.test(text), {
      error: 'a date is written like 2026-01-31',
      params: { kind: 'not_day' },
      abort: true,
    }),
  );

/** A calendar day in UTC as its first millisecond. */
const day = z.pipe(written(/^\d{4}-\d{2}-\d{2}$/), z.transform(momentOf));

/** When a sponsor gave their word: a day where people wrote it down, the moment where they gave it in Clipdesk. */
const dayOrMoment = z.pipe(written(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}\.\d{3}Z)?$/), z.transform(momentOf));

/** A period ends with the last millisecond of its last day. */
const lastDay = z.pipe(
  day,
  z.transform((at) => at + DAY_MS - 1),
);

const orNull = <T extends z.ZodMiniType>(schema: T) => z._default(z.nullable(schema), null);
const list = <T extends z.ZodMiniType>(schema: T) => z._default(z.array(schema), []);
const byId = <T extends z.ZodMiniType>(schema: T) => z._default(z.record(slugSchema, schema), {});

/** A clock time as minutes since midnight. */
const minuteOfDay = z.pipe(
  z.string().check(
    z.refine((time) => /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(time), {
      error: 'a time is written like 09:30',
      params: { kind: 'not_time' },
      abort: true,
    }),
  ),
  z.transform((time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))),
);

/** Working hours of one weekday, 1 is Monday. */
const hoursEntry = z
  .strictObject({ weekday: hoursSchema.shape.weekday, from: minuteOfDay, to: minuteOfDay })
  .check(z.refine(({ from, to }) => from < to, { error: 'the hours end before they begin' }));

const deskEntry = z.strictObject({
  timeZone: z._default(
    z.string().check(z.refine(isTimeZone, { error: 'there is no such time zone; write for example Europe/Berlin' })),
    DEFAULT_DESK_RULES.timeZone,
  ),
  hours: z._default(z.array(hoursEntry).check(z.minLength(1)), [...DEFAULT_DESK_RULES.hours]),
  holidays: list(daySchema),
  triageMinutes: z._default(deskRulesSchema.shape.triageMinutes, DEFAULT_DESK_RULES.triageMinutes),
  answerMinutes: z._default(deskRulesSchema.shape.answerMinutes, DEFAULT_DESK_RULES.answerMinutes),
  dutyWeeks: list(z.strictObject({ monday: daySchema, personId: slugSchema })),
  headId: orNull(slugSchema),
  questionsPerMonth: z._default(deskRulesSchema.shape.questionsPerMonth, DEFAULT_DESK_RULES.questionsPerMonth),
  effortMinutes: z._default(z.strictObject(effortMinutesSchema.shape), EFFORT_MINUTES),
  weekMinutes: deskRulesSchema.shape.weekMinutes,
});

const channelEntry = z.strictObject({
  name: text,
  kind: channelSchema.shape.kind,
  ownerId: orNull(slugSchema),
  audienceIds: list(slugSchema),
  slotsPerWeek: orNull(z.int().check(z.positive())),
  leadDays: z._default(channelSchema.shape.leadDays, 0),
  benchmarks: channelSchema.shape.benchmarks,
  active: z._default(z.boolean(), true),
});

const departmentEntry = z.strictObject({
  name: text,
  parentId: orNull(slugSchema),
  contactId: orNull(slugSchema),
  deputyId: orNull(slugSchema),
  clearerId: orNull(slugSchema),
  owes: orNull(text),
  pitchesPerQuarter: departmentSchema.shape.pitchesPerQuarter,
  defaultGoalId: orNull(slugSchema),
  addresses: departmentSchema.shape.addresses,
  questionHours: list(hoursEntry),
  active: z._default(z.boolean(), true),
});

const audienceEntry = z.strictObject({ name: text, side: audienceSchema.shape.side, wants: orNull(text) });

const goalEntry = z.strictObject({
  title: text,
  strategyRef: orNull(requiredText(LIMITS.strategyText)),
  sponsorId: orNull(slugSchema),
  sponsorConfirmedAt: orNull(dayOrMoment),
  relationship: goalSchema.shape.relationship,
  audienceIds: list(slugSchema),
  effectLevel: effectLevelSchema,
  measure: orNull(text),
  unit: orNull(text),
  baseline: orNull(z.number()),
  target: orNull(z.number()),
  periodFrom: orNull(day),
  periodTo: orNull(lastDay),
  method: z._default(goalSchema.shape.method, 'manual'),
  counting: goalSchema.shape.counting,
  departmentIds: list(slugSchema),
  state: z._default(goalSchema.shape.state, 'draft'),
});

const personEntry = z.strictObject({
  name: requiredText(LIMITS.name),
  roles: z._default(z.array(roleSchema).check(z.minLength(1)), ['submitter']),
  departmentId: orNull(slugSchema),
  /** What the provider's claim `signIn.accountClaim` says of this person; links them at their first sign-in. */
  account: orNull(requiredText(LIMITS.name)),
});

/** Who comes with the company account, and as what; people of this file keep the roles that it gives them. */
const signInEntry = z.strictObject({
  groupsClaim: z._default(requiredText(LIMITS.name), 'groups'),
  accountClaim: orNull(requiredText(LIMITS.name)),
  unmapped: z._default(z.enum(['submitter', 'refused']), 'submitter'),
  groups: z._default(
    z.record(
      requiredText(LIMITS.name),
      z.strictObject({
        roles: z._default(z.array(roleSchema).check(z.minLength(1)), ['submitter']),
        departmentId: orNull(slugSchema),
      }),
    ),
    {},
  ),
});

/** What a site profile of a company may say: all that ours may, strictly, since a misspelt field would be silent. */
const siteProfileEntry = z.strictObject(z.omit(siteProfileSchema, { id: true }).shape).check(
  z.refine(({ hosts, signs, address }) => hosts.length > 0 || signs.length > 0 || address.length > 0, {
    error: 'a profile needs hosts or signs, else it is for no page',
  }),
);

/** A rule for company information; a new wording that has to be accepted anew has the next version. */
const ruleEntry = z.strictObject({
  ...z.omit(ruleSchema, { id: true }).shape,
  title: text,
  text: orNull(text),
  version: z._default(ruleSchema.shape.version, 1),
});

export const strategyFileSchema = z.strictObject({
  queue: z.strictObject({ name: requiredText(LIMITS.name) }),
  desk: z._default(z.nullable(deskEntry), null),
  retention: z._default(retentionSchema, KEEP_ALL),
  people: byId(personEntry),
  signIn: z._default(z.nullable(signInEntry), null),
  departments: byId(departmentEntry),
  audiences: byId(audienceEntry),
  channels: byId(channelEntry),
  goals: byId(goalEntry),
  siteProfiles: byId(siteProfileEntry),
  rules: byId(ruleEntry),
});
/** Only the site profiles of a file, whatever else is in it: to try them out. */
export const siteProfilesFileSchema = z.object({ siteProfiles: byId(siteProfileEntry) });

export type StrategyFile = z.infer<typeof strategyFileSchema>;

/** The sections that are one entry; in every other entries stand under their ids. */
export const SINGLE_SECTIONS: ReadonlySet<string> = new Set(['queue', 'desk', 'retention', 'signIn']);
