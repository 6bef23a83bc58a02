export type Lane = <T>(job: () => Promise<T>) => Promise<T>;

/**
 * Runs asynchronous jobs one after the other. One connection carries one transaction: two jobs that
 * interleave on it would find themselves in each other's.
 */
export function createLane(): Lane {
  let tail: Promise<unknown> = Promise.resolve();
  return (job) => {
    const run = tail.then(job);
    tail = run.catch(() => undefined);
    return run;
  };
}
