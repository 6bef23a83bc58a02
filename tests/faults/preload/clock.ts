import { switches } from './switches.ts';

/** The clock of a machine that is wrong by as much as was ordered. */
export function shiftClock(): void {
  const right = Date.now;
  Date.now = () => right() + switches.clockOffset;
}
