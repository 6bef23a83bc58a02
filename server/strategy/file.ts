/**
 * The strategy file as people write it: one YAML document in which every department, audience, goal,
 * person and site profile stands under its id. Fields have the names that they have on the wire
 * (protocol/strategy.ts, protocol/site-profile.ts).
 */
import * as z from 'zod/mini';
import { LIMITS } from '../../protocol/limits.ts';
import { roleSchema, slugSchema } from '../../protocol/person.ts';
import { siteProfileSchema } from '../../protocol/site-profile.ts';
import { audienceSchema, effectLevelSchema, goalSchema, localTextSchema } from '../../protocol/strategy.ts';
import { requiredText } from '../../protocol/text.ts';

/** A text in one wording for everybody, or one for each language. */
const text = z.union(
  [
    z.pipe(
      requiredText(LIMITS.strategyText),
      z.transform((same) => ({ de: same, en: same })),
    ),
    localTextSchema,
  ],
  { error: 'a text is needed, or { de: …, en: … }' },
);

const DAY_MS = 86_400_000;

/** A calendar day in UTC as its first millisecond. */
const day = z.pipe(
  z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'a date is written like 2026-01-31' })),
  z.transform((date, context) => {
    const at = Date.parse(`${date}T00:00:00Z`);
    // Date.parse takes 31 February for 3 March where it takes it at all.
    if (at >= 0 && new Date(at).toISOString().startsWith(date)) return at;
    context.issues.push({ code: 'custom', input: date, message: 'there is no such day' });
    return z.NEVER;
  }),
);

/** A period ends with the last millisecond of its last day. */
const lastDay = z.pipe(
  day,
  z.transform((at) => at + DAY_MS - 1),
);

const orNull = <T extends z.ZodMiniType>(schema: T) => z._default(z.nullable(schema), null);
const list = <T extends z.ZodMiniType>(schema: T) => z._default(z.array(schema), []);
const byId = <T extends z.ZodMiniType>(schema: T) => z._default(z.record(slugSchema, schema), {});

const departmentEntry = z.strictObject({
  name: text,
  parentId: orNull(slugSchema),
  contactId: orNull(slugSchema),
  deputyId: orNull(slugSchema),
  clearerId: orNull(slugSchema),
  owes: orNull(text),
  defaultGoalId: orNull(slugSchema),
  questionWindow: orNull(requiredText(LIMITS.strategyText)),
  active: z._default(z.boolean(), true),
});

const audienceEntry = z.strictObject({ name: text, side: audienceSchema.shape.side, wants: orNull(text) });

const goalEntry = z.strictObject({
  title: text,
  strategyRef: orNull(requiredText(LIMITS.strategyText)),
  sponsorId: orNull(slugSchema),
  sponsorConfirmedAt: orNull(day),
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
  departmentIds: list(slugSchema),
  state: z._default(goalSchema.shape.state, 'draft'),
});

const personEntry = z.strictObject({
  name: requiredText(LIMITS.name),
  roles: z._default(z.array(roleSchema).check(z.minLength(1)), ['submitter']),
  departmentId: orNull(slugSchema),
});

/** What a site profile of a company may say: all that ours may, strictly, since a misspelt field would be silent. */
const siteProfileEntry = z.strictObject(z.omit(siteProfileSchema, { id: true }).shape).check(
  z.refine(({ hosts, signs, address }) => hosts.length > 0 || signs.length > 0 || address.length > 0, {
    error: 'a profile needs hosts or signs, else it is for no page',
  }),
);

export const strategyFileSchema = z.strictObject({
  queue: z.strictObject({ name: requiredText(LIMITS.name) }),
  people: byId(personEntry),
  departments: byId(departmentEntry),
  audiences: byId(audienceEntry),
  goals: byId(goalEntry),
  siteProfiles: byId(siteProfileEntry),
});
/** Only the site profiles of a file, whatever else is in it: to try them out. */
export const siteProfilesFileSchema = z.object({ siteProfiles: byId(siteProfileEntry) });

export type StrategyFile = z.infer<typeof strategyFileSchema>;
