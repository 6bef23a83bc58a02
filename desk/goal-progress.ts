/**
 * How far a goal came in its period (S5): the figures behind its chart and its table. Pure; the same results in any
 * order say the same.
 */
import type { Result } from '../protocol/result.ts';
import type { Counting, Goal } from '../protocol/strategy.ts';
import { offsetAt } from './zone.ts';

/** A share of something: `%`, `Prozent der Belegschaft`, `per cent`. The word that a unit begins with, and no other. */
const SHARE = /^\s*(?:[%‰]|(?:prozent|promille|percent|per\s+cent)(?!\p{L}))/iu;

type Counted = Pick<Goal, 'counting' | 'method' | 'unit' | 'baseline' | 'target'>;

/**
 * How results of a goal make one. As the strategy says; of a goal that says nothing a survey, a share and whatever is to
 * become less say where the measure stands, so that the last one counts. Everything else adds up. What a unit says
 * further (“a year”, “per visit”) is not guessed at: the form asks, docs/results.md says the rule.
 */
export function countingOf({ counting, method, unit, baseline, target }: Counted): Counting {
  if (counting !== null) return counting;
  const isShare = [unit?.de, unit?.en].some((each) => each !== undefined && SHARE.test(each));
  const isToFall = baseline !== null && target !== null && target < baseline;
  return method === 'survey' || isShare || isToFall ? 'last' : 'sum';
}

/**
 * `not_begun`: its period is still to come. `not_measured`: nothing was measured in it yet. `behind`: less of the way
 * than of the period is done. `missed`: the period is over without the target. */
export const GOAL_STANDINGS = [
  'draft',
  'not_begun',
  'not_measured',
  'behind',
  'on_track',
  'reached',
  'missed',
] as const;
export type GoalStanding = (typeof GOAL_STANDINGS)[number];

/** Where the measure stood at a moment, results of the period up to it counted. */
type ProgressPoint = { at: number; value: number };

export type GoalProgress = {
  counting: Counting;
  standing: GoalStanding;
  /** Null: not measured. */
  value: number | null;
  /** Of the way from where it began to the target, 0 to 1 and beyond; below 0 when it went the other way. Null: not measured. */
  share: number | null;
  /** Of the period, 0 to 1. */
  elapsed: number;
  /** Where it would stand today if it went evenly; null without a target or period. */
  expected: number | null;
  points: ProgressPoint[];
};

/** Less than evenly by up to a tenth of the way is no delay: results come in lumps. */
const PATIENCE = 0.1;

const DAY = 86_400_000;

/** The first moment after a period, whichever moment of its last day it names. Its days are those of a UTC clock. */
export const endOfPeriod = (periodTo: number): number => periodTo - (periodTo % DAY) + DAY;

/**
 * @param results of any goals; those of other goals, of other units and from outside the period do not count.
 * @param timeZone of the desk: what an analytics program measured at midnight is of the day that begins there.
 */
export function goalProgress(goal: Goal, results: readonly Result[], now: number, timeZone: string): GoalProgress {
  const counting = countingOf(goal);
  const { target, periodFrom, periodTo } = goal;
  if (goal.measure === null || target === null || periodFrom === null || periodTo === null)
    return { counting, standing: 'draft', value: null, share: null, elapsed: 0, expected: null, points: [] };
  const shown = (at: number) => at + offsetAt(timeZone, at);
  const end = endOfPeriod(periodTo);
  const today = shown(now);
  const elapsed = Math.min(1, Math.max(0, (today - periodFrom) / (end - periodFrom)));
  // What adds up begins at nothing; where the measure stood before is then only something to compare with.
  const from = counting === 'sum' ? 0 : (goal.baseline ?? 0);
  const counted = results
    .filter(
      ({ goalId, unit, measuredAt }) =>
        goalId === goal.id &&
        [goal.unit?.de, goal.unit?.en].includes(unit) &&
        shown(measuredAt) >= periodFrom &&
        shown(measuredAt) < end,
    )
    .sort((a, b) => a.measuredAt - b.measuredAt || (a.id < b.id ? -1 : 1));
  const points = pointsOf(counted, counting);
  const value = points.at(-1)?.value ?? null;
  const way = target - from;
  const share = value === null ? null : way === 0 ? (value >= target ? 1 : 0) : (value - from) / way;
  const standing = standingOf(share, elapsed, today < periodFrom, today >= end);
  return { counting, standing, value, share, elapsed, expected: from + way * elapsed, points };
}

function pointsOf(results: readonly Result[], counting: Counting): ProgressPoint[] {
  const points: ProgressPoint[] = [];
  for (const { measuredAt: at, value } of results) {
    const before = points.at(-1);
    // Sums of decimal fractions: what nobody typed is not shown.
    const next = counting === 'sum' ? round((before?.value ?? 0) + value) : value;
    if (before?.at === at) before.value = next;
    else points.push({ at, value: next });
  }
  return points;
}

const round = (value: number): number => Math.round(value * 1e6) / 1e6;

function standingOf(share: number | null, elapsed: number, isAhead: boolean, isOver: boolean): GoalStanding {
  if (share === null) return isAhead ? 'not_begun' : 'not_measured';
  if (share >= 1) return 'reached';
  if (isOver) return 'missed';
  return share + PATIENCE < elapsed ? 'behind' : 'on_track';
}
