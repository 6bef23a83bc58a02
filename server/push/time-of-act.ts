/** When an act can have been made that arrives now [SG5]. Clocks of devices are wrong, by years too. */
import type { Act } from './act.ts';

/** How long a device may have been away with what it did: as long as what is closed stays in the working set (VI2). */
const LONGEST_AWAY_MS = 90 * 86_400_000;
/** A clock that is ahead by less is not set wrongly on purpose. */
const AHEAD_MS = 86_400_000;

/** From the earliest moment to the latest, in milliseconds. */
export type TimeOfAct = { from: number; to: number };

/**
 * The device's word where it can be true; a clock that says more says nothing, and then it was at any time within what
 * is possible: so nothing that was done offline is refused for a wrong clock, and no clock reaches further back than that.
 */
export function timeOfAct({ madeAt, now }: Pick<Act, 'madeAt' | 'now'>): TimeOfAct {
  const earliest = now - LONGEST_AWAY_MS;
  return earliest <= madeAt && madeAt <= now + AHEAD_MS
    ? { from: Math.min(madeAt, now), to: Math.min(madeAt, now) }
    : { from: earliest, to: now };
}
