/** What each kind of entry asks for, in the order of its form. Names are those of the schemas. */

import type { strategyFields, strategyHints } from '../../locales/words.ts';
import { CLIP_KINDS } from '../../protocol/clip.ts';
import { DEFAULT_DESK_RULES, hoursSchema } from '../../protocol/desk-rules.ts';
import { LEVELS, PERSONAL_DATA } from '../../protocol/found.ts';
import { roleSchema } from '../../protocol/person.ts';
import { EFFECTS, STRIPPED_PARTS } from '../../protocol/rule.ts';
import { audienceSchema, CHANNEL_KINDS, COUNTINGS, goalSchema } from '../../protocol/strategy.ts';
import type { EntrySection } from '../../protocol/strategy-edit.ts';
import type { Draft } from './strategy-props.ts';

/** What a field has one of on each line. */
export type Lines = 'addresses' | 'hosts' | 'paths' | 'days';
export type Pool = 'people' | 'departments' | 'audiences' | 'goals';
type Hint = keyof (typeof strategyHints)['de'];
type Label = keyof (typeof strategyFields)['de'];
/** Where the members of a choice are named: with the strategy's own choices unless said. */
export type Said = 'levels' | 'kinds' | 'personalData';

/** `label`: where a name alone would be that of another section's field. */
export type Field = { name: string; label?: Label; hint?: Hint } & (
  | { kind: 'text' | 'number' | 'day' | 'lastDay' | 'places' | 'hours' | 'roles' | 'flag' }
  /** Long: of several lines. */
  | { kind: 'localText'; isLong?: true }
  | { kind: 'efforts' | 'dutyWeeks' }
  | { kind: 'lines'; of: Lines }
  | { kind: 'choice' | 'choices'; choices: readonly string[]; said?: Said; mayBeNone?: true }
  | { kind: 'reference' | 'references'; of: Pool }
);

export const ROLES = roleSchema.options;
export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
/** Where a new line of hours begins: Monday, ten to eleven. */
export const NEW_HOURS = hoursSchema.parse({ weekday: 1, from: 600, to: 660 });

export const FIELDS: Record<EntrySection, readonly Field[]> = {
  departments: [
    { name: 'name', kind: 'localText' },
    { name: 'contactId', kind: 'reference', of: 'people' },
    { name: 'deputyId', kind: 'reference', of: 'people' },
    { name: 'clearerId', kind: 'reference', of: 'people' },
    { name: 'owes', kind: 'localText', isLong: true },
    { name: 'pitchesPerQuarter', kind: 'number', hint: 'pitchesPerQuarter' },
    { name: 'defaultGoalId', kind: 'reference', of: 'goals' },
    { name: 'parentId', kind: 'reference', of: 'departments' },
    { name: 'addresses', kind: 'places', hint: 'addresses' },
    { name: 'questionHours', kind: 'hours', hint: 'questionHours' },
    { name: 'active', kind: 'flag' },
  ],
  goals: [
    { name: 'title', kind: 'localText' },
    { name: 'strategyRef', kind: 'text' },
    { name: 'sponsorId', kind: 'reference', of: 'people', hint: 'sponsorId' },
    { name: 'relationship', kind: 'choice', choices: goalSchema.shape.relationship.options },
    { name: 'audienceIds', kind: 'references', of: 'audiences' },
    { name: 'measure', kind: 'localText' },
    { name: 'unit', kind: 'localText' },
    { name: 'baseline', kind: 'number' },
    { name: 'target', kind: 'number' },
    { name: 'periodFrom', kind: 'day' },
    { name: 'periodTo', kind: 'lastDay' },
    { name: 'effectLevel', kind: 'choice', choices: goalSchema.shape.effectLevel.options },
    { name: 'method', kind: 'choice', choices: goalSchema.shape.method.options },
    { name: 'counting', kind: 'choice', choices: COUNTINGS, mayBeNone: true, hint: 'counting' },
    { name: 'departmentIds', kind: 'references', of: 'departments', hint: 'departmentIds' },
    { name: 'closed', kind: 'flag' },
  ],
  audiences: [
    { name: 'name', kind: 'localText' },
    { name: 'side', kind: 'choice', choices: audienceSchema.shape.side.options },
    { name: 'wants', kind: 'localText', isLong: true },
  ],
  channels: [
    { name: 'name', kind: 'localText' },
    { name: 'kind', kind: 'choice', choices: CHANNEL_KINDS },
    { name: 'ownerId', kind: 'reference', of: 'people' },
    { name: 'audienceIds', kind: 'references', of: 'audiences' },
    { name: 'slotsPerWeek', kind: 'number', hint: 'slotsPerWeek' },
    { name: 'leadDays', kind: 'number' },
    { name: 'benchmarks', kind: 'lines', of: 'addresses', hint: 'benchmarks' },
    { name: 'active', kind: 'flag' },
  ],
  rules: [
    { name: 'title', label: 'ruleTitle', kind: 'localText' },
    { name: 'text', kind: 'localText', isLong: true, hint: 'text' },
    { name: 'hosts', kind: 'lines', of: 'hosts', hint: 'hosts' },
    { name: 'paths', kind: 'lines', of: 'paths', hint: 'paths' },
    { name: 'level', kind: 'choice', choices: LEVELS, said: 'levels', hint: 'level' },
    { name: 'effects', kind: 'choices', choices: EFFECTS },
    { name: 'parts', kind: 'choices', choices: STRIPPED_PARTS },
    { name: 'departmentIds', label: 'ofDepartments', kind: 'references', of: 'departments', hint: 'anyOf' },
    { name: 'kinds', kind: 'choices', choices: CLIP_KINDS, said: 'kinds', hint: 'anyOf' },
    { name: 'markings', kind: 'choices', choices: LEVELS, said: 'levels', hint: 'anyOf' },
    { name: 'personalData', kind: 'choices', choices: PERSONAL_DATA, said: 'personalData', hint: 'anyOf' },
    { name: 'onlyEmbargo', kind: 'flag' },
    { name: 'onlyUndeclared', kind: 'flag' },
    { name: 'acknowledge', kind: 'flag' },
    { name: 'version', kind: 'number', hint: 'version' },
  ],
  desk: [
    { name: 'timeZone', kind: 'text', hint: 'timeZone' },
    { name: 'hours', kind: 'hours', hint: 'hours' },
    { name: 'holidays', kind: 'lines', of: 'days', hint: 'holidays' },
    { name: 'triageMinutes', kind: 'number', hint: 'triageMinutes' },
    { name: 'answerMinutes', kind: 'number', hint: 'triageMinutes' },
    { name: 'effortMinutes', kind: 'efforts', hint: 'effortMinutes' },
    { name: 'weekMinutes', kind: 'number', hint: 'weekMinutes' },
    { name: 'questionsPerMonth', kind: 'number', hint: 'questionsPerMonth' },
    { name: 'headId', kind: 'reference', of: 'people', hint: 'headId' },
    { name: 'dutyWeeks', kind: 'dutyWeeks', hint: 'dutyWeeks' },
  ],
  people: [
    { name: 'name', kind: 'text' },
    { name: 'roles', kind: 'roles' },
    { name: 'departmentId', kind: 'reference', of: 'departments' },
    { name: 'account', kind: 'text', hint: 'account' },
  ],
};

const named = (section: string): readonly Field[] => FIELDS[section as EntrySection] ?? [];

/** The field of a section's form by its name; a section that has no form has none. */
export const fieldOf = (section: string, name: string): Field | undefined =>
  named(section).find((field) => field.name === name);

/** A new entry before anything was typed. */
export const BLANK: Record<EntrySection, Draft> = {
  departments: {
    ...{ id: '', name: {}, parentId: null, contactId: null, deputyId: null, clearerId: null, owes: null },
    ...{ pitchesPerQuarter: null, defaultGoalId: null, addresses: [], questionHours: [], active: true },
  },
  goals: {
    ...{ id: '', title: {}, strategyRef: null, sponsorId: null, relationship: 'build', audienceIds: [] },
    ...{ effectLevel: 'outcome_direct', measure: null, unit: null, baseline: null, target: null },
    ...{ periodFrom: null, periodTo: null, method: 'manual', counting: null, departmentIds: [], closed: false },
  },
  audiences: { id: '', name: {}, side: 'external', wants: null },
  channels: {
    ...{ id: '', name: {}, kind: 'intranet', ownerId: null, audienceIds: [], slotsPerWeek: null, leadDays: 0 },
    ...{ benchmarks: [], active: true },
  },
  rules: {
    ...{ id: '', title: {}, text: null, version: 1, hosts: [], paths: [], departmentIds: [], kinds: [], markings: [] },
    ...{ personalData: [], onlyEmbargo: false, onlyUndeclared: false, level: 'internal', effects: ['clearance'] },
    ...{ parts: [...STRIPPED_PARTS], acknowledge: false },
  },
  desk: DEFAULT_DESK_RULES,
  people: { id: '', name: '', roles: ['submitter'], departmentId: null, account: null },
};
