/**
 * Runs through `count` things, at most `most` in a step. `run` is a plain loop over those from `from` up to `to`: of a
 * script that runs once browsers compile such a loop while it runs, and one that yields late or never.
 */
export function* inSteps(count: number, most: number, run: (from: number, to: number) => void): Generator<void> {
  for (let from = 0; from < count; from += most) {
    if (from > 0) yield;
    run(from, Math.min(count, from + most));
  }
}
