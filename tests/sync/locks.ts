/** Locks of one browser: in order, one at a time. */
export function createLocks() {
  let last: Promise<unknown> = Promise.resolve();
  return {
    request<T>(_name: string, run: () => Promise<T>): Promise<T> {
      const mine = last.then(run);
      last = mine.catch(() => {});
      return mine;
    },
  };
}
