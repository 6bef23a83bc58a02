const SHORTEST_MS = 5_000;
const LONGEST_MS = 3_600_000;

/**
 * How long to wait after so many failures in a row, in milliseconds: anywhere up to a bound that
 * doubles (full jitter), so that a thousand devices do not come back in the same second.
 * @param shortest in milliseconds; less where somebody is looking
 */
export function backOff(attempts: number, random: () => number, shortest = SHORTEST_MS): number {
  const bound = Math.min(LONGEST_MS, shortest * 2 ** attempts);
  return Math.max(shortest, Math.round(random() * bound));
}
