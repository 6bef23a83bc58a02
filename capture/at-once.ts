/** Steps a generator to its end without resting: where nothing and nobody waits beside it. */
export function atOnce<T>(steps: Generator<void, T>): T {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}
