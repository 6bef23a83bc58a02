import { DEFAULT_DESK_RULES, type DeskRules } from '../protocol/desk-rules.ts';
import type { Colleague } from '../protocol/person.ts';
import type { Audience, Channel, Department, Goal } from '../protocol/strategy.ts';

/** What the company wants to say and how its desk works, as far as this device holds it. */
export type Strategy = {
  departments: readonly Department[];
  goals: readonly Goal[];
  audiences: readonly Audience[];
  channels: readonly Channel[];
  /** Those who answer for something, by name. */
  colleagues: readonly Colleague[];
  /** The desk's hours, by which clocks run. */
  rules: DeskRules;
};

/** Before the first pull. */
export const EMPTY_STRATEGY: Strategy = {
  departments: [],
  goals: [],
  audiences: [],
  channels: [],
  colleagues: [],
  rules: DEFAULT_DESK_RULES,
};
