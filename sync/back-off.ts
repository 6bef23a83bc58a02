const SHORTEST_MS = 5_000;
const LONGEST_MS = 3_600_000;

/**
 * How long to wait after so many failures in a row, in milliseconds: anywhere up to a bound that
 * doubles (full jitter), so that a thousand devices do not come back in the same second.
 */
export function backOff(attempts: number, random: () => number): number {
  const bound = Math.min(LONGEST_MS, SHORTEST_MS * 2 ** attempts);
  return Math.max(SHORTEST_MS, Math.round(random() * bound));
}
