import { mondayOf, nextMonday, weekNumber } from '../../desk/weeks.ts';
import type { PlanWeek } from './plan-props.ts';

const SHOWN_WEEKS = 5;
const WEEK = 7 * 86_400_000;

/** The weeks that the plan shows: from the one of `now`, shifted by so many. @param timeZone the desk's */
export function weeksFrom(now: number, shift: number, timeZone: string): PlanWeek[] {
  const weeks: PlanWeek[] = [];
  // Half a week into a week is in that week, whatever the clock was changed by.
  let from = mondayOf(mondayOf(now, timeZone) + (shift + 0.5) * WEEK, timeZone);
  while (weeks.length < SHOWN_WEEKS) {
    weeks.push({ from, number: weekNumber(from, timeZone) });
    from = nextMonday(from, timeZone);
  }
  return weeks;
}
