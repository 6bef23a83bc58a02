/** What each kind of entry asks for, in the order of its form. Names are those of the schemas. */

import type { strategyHints } from '../../locales/words.ts';
import { hoursSchema } from '../../protocol/desk-rules.ts';
import { roleSchema } from '../../protocol/person.ts';
import { audienceSchema, CHANNEL_KINDS, goalSchema } from '../../protocol/strategy.ts';
import type { EntrySection } from '../../protocol/strategy-edit.ts';
import type { Draft } from './strategy-props.ts';

export type Pool = 'people' | 'departments' | 'audiences' | 'goals';
type Hint = keyof (typeof strategyHints)['de'];

export type Field = { name: string; hint?: Hint } & (
  | { kind: 'text' | 'localText' | 'number' | 'day' | 'lastDay' | 'addresses' | 'places' | 'hours' | 'roles' | 'flag' }
  | { kind: 'choice'; choices: readonly string[] }
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
    { name: 'owes', kind: 'localText' },
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
    { name: 'departmentIds', kind: 'references', of: 'departments', hint: 'departmentIds' },
    { name: 'closed', kind: 'flag' },
  ],
  audiences: [
    { name: 'name', kind: 'localText' },
    { name: 'side', kind: 'choice', choices: audienceSchema.shape.side.options },
    { name: 'wants', kind: 'localText' },
  ],
  channels: [
    { name: 'name', kind: 'localText' },
    { name: 'kind', kind: 'choice', choices: CHANNEL_KINDS },
    { name: 'ownerId', kind: 'reference', of: 'people' },
    { name: 'audienceIds', kind: 'references', of: 'audiences' },
    { name: 'slotsPerWeek', kind: 'number', hint: 'slotsPerWeek' },
    { name: 'leadDays', kind: 'number' },
    { name: 'benchmarks', kind: 'addresses', hint: 'benchmarks' },
    { name: 'active', kind: 'flag' },
  ],
  people: [
    { name: 'name', kind: 'text' },
    { name: 'roles', kind: 'roles' },
    { name: 'departmentId', kind: 'reference', of: 'departments' },
    { name: 'account', kind: 'text', hint: 'account' },
  ],
};

/** A new entry before anything was typed. */
export const BLANK: Record<EntrySection, Draft> = {
  departments: {
    ...{ id: '', name: {}, parentId: null, contactId: null, deputyId: null, clearerId: null, owes: null },
    ...{ pitchesPerQuarter: null, defaultGoalId: null, addresses: [], questionHours: [], active: true },
  },
  goals: {
    ...{ id: '', title: {}, strategyRef: null, sponsorId: null, relationship: 'build', audienceIds: [] },
    ...{ effectLevel: 'outcome_direct', measure: null, unit: null, baseline: null, target: null },
    ...{ periodFrom: null, periodTo: null, method: 'manual', departmentIds: [], closed: false },
  },
  audiences: { id: '', name: {}, side: 'external', wants: null },
  channels: {
    ...{ id: '', name: {}, kind: 'intranet', ownerId: null, audienceIds: [], slotsPerWeek: null, leadDays: 0 },
    ...{ benchmarks: [], active: true },
  },
  people: { id: '', name: '', roles: ['submitter'], departmentId: null, account: null },
};
