/** A small generator of numbers that is the same in every browser: a seed is all that a failure needs to be repeated. */
export type Random = {
  /** A whole number in [0, below). */
  below(below: number): number;
  of<T>(some: readonly [T, ...T[]]): T;
  /** True in `percent` of a hundred cases. */
  chance(percent: number): boolean;
};

/** Mulberry32: 32 bits of state, good enough to choose what to break. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const below = (most: number): number => next() % Math.max(1, most);
  return { below, of: (some) => some[below(some.length)] ?? some[0], chance: (percent) => below(100) < percent };
}
