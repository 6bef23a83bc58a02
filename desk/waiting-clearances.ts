/** What a person sees of clearances while entries wait (ST2), by the same rules that the queue will use. */
import type { Clearance, ClearanceMark, ClearanceStep } from '../protocol/clearance.ts';
import type { DeskRules } from '../protocol/desk-rules.ts';
import type { Mutation } from '../protocol/mutation.ts';
import type { Person } from '../protocol/person.ts';
import {
  checkVerdict,
  clearanceDue,
  clearanceStanding,
  isClearedFor,
  markOf,
  recordAsk,
  recordVerdict,
  type VerdictContext,
} from './clearances.ts';
import { mayDecide } from './roles.ts';

/** What of a clearance the rules look at. */
export type HeldClearance = Pick<Clearance, 'clearer'> & { steps: readonly ClearanceStep[] };

export const NO_CLEARANCE: HeldClearance = { steps: [], clearer: null };

/** The steps with one more, if this mutation is about this topic's clearance and the rules allow it. */
export function stepsAfter(
  topicId: string,
  { steps, clearer }: HeldClearance,
  { action, madeAt }: Pick<Mutation, 'action' | 'madeAt'>,
  person: Person,
  rules: DeskRules,
  { submitterIds, isPublished }: Pick<VerdictContext, 'submitterIds' | 'isPublished'>,
): readonly ClearanceStep[] {
  const has = (id: string) => steps.some((step) => step.id === id);
  if (action.name === 'askClearance' && action.ask.topicId === topicId) {
    if (!mayDecide(person.roles) || has(action.ask.id)) return steps;
    if (isClearedFor(clearanceStanding(steps), action.ask)) return steps;
    return [...steps, recordAsk(action.ask, person, madeAt, clearanceDue(rules, madeAt))];
  }
  if (action.name === 'decideClearance' && action.verdict.topicId === topicId) {
    const { verdict } = action;
    if (has(verdict.id) || checkVerdict(verdict, person, { steps, clearer, submitterIds, isPublished }) !== null)
      return steps;
    return [...steps, recordVerdict(verdict, person, madeAt, steps)];
  }
  return steps;
}

/** How a topic's clearance stands, as its row says it; null where nobody ever asked for one. */
export const markAfter = (steps: readonly ClearanceStep[]): ClearanceMark | null =>
  steps.length === 0 ? null : markOf(clearanceStanding(steps));

/** A clearance with these steps in place of its own. */
export const withSteps = (clearance: Clearance, steps: readonly ClearanceStep[]): Clearance => ({
  ...clearance,
  ...clearanceStanding(steps),
  steps: [...steps],
});
