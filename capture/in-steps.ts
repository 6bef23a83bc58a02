/**
 * Runs through `count` things, at most `most` in a step. `run` is a plain loop over those from `from` up to `to`, so
 * where to rest is decided here and not in every loop.
 */
export function* inSteps(count: number, most: number, run: (from: number, to: number) => void): Generator<void> {
  for (let from = 0; from < count; from += most) {
    if (from > 0) yield;
    run(from, Math.min(count, from + most));
  }
}
