/** The word of a goal's sponsor (S6): what it stands for, how long it holds, and what follows for the goal. */
import type { Goal } from '../protocol/strategy.ts';
import type { Confirmed } from '../protocol/strategy-edit.ts';
import { missingInGoal } from './goals.ts';
import { fieldDifferences } from './strategy-difference.ts';

type Body = Omit<Goal, 'id'>;

/** What the sponsor of a goal confirms. */
export const confirmedPart = ({ strategyRef, measure, unit, target, periodFrom, periodTo }: Body): Confirmed => ({
  strategyRef,
  measure,
  unit,
  target,
  periodFrom,
  periodTo,
});

/** [SG4] Whether a word given for the one goes for the other: the same promise, the same sponsor. */
export const standsFor = (before: Body, after: Body): boolean =>
  before.sponsorId === after.sponsorId && fieldDifferences(confirmedPart(before), confirmedPart(after)).length === 0;

/** [SG5] A goal that is not closed is active exactly when it lacks nothing. */
export const settledState = (goal: Body): Goal['state'] =>
  goal.state === 'closed' ? 'closed' : missingInGoal(goal).length === 0 ? 'active' : 'draft';

/** Whether a goal waits for this person: everything else is there, and they are its sponsor. */
export const waitsFor = (goal: Body, personId: string): boolean => goal.sponsorId === personId && onlyLacksWord(goal);

export const onlyLacksWord = (goal: Body): boolean => {
  const [first, second] = missingInGoal(goal);
  return goal.state !== 'closed' && first === 'confirmation' && second === undefined;
};
