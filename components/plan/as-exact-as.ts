/** Nobody types more, and more would only look exact. */
const MOST = 2;

/**
 * A figure that nobody measured, with no more decimals than those that it was worked out of: people and visits are whole,
 * a minute has its tenth if the target has one.
 */
export function asExactAs(amount: number, others: readonly (number | null)[]): number {
  const decimals = Math.max(...others.map((other) => decimalsOf(other ?? 0)));
  return Number(amount.toFixed(decimals));
}

const decimalsOf = (amount: number): number => {
  for (let digits = 0; digits < MOST; digits++) if (Number(amount.toFixed(digits)) === amount) return digits;
  return MOST;
};
