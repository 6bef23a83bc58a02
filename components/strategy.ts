import type { Audience, Department, Goal } from '../protocol/strategy.ts';

/** What the company wants to say, as far as this device holds it. Empty before the first pull. */
export type Strategy = {
  departments: readonly Department[];
  goals: readonly Goal[];
  audiences: readonly Audience[];
};
