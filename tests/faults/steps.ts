/**
 * Stands between storage and IndexedDB (Dexie's own port for that, `dbcore`): counts what storage asks for, and
 * lets the process die, or the disk be full, at a step that the seed chose.
 */
import type { Dexie } from 'dexie';

export type Mishap = 'death' | 'quota';

export type Steps = {
  /** At the step after so many others this happens, once. */
  arm(mishap: Mishap, after: number): void;
  disarm(): void;
  /** Whether it waits still. */
  isArmed(): boolean;
};

/** As `dbcore` says that a write failed, of one row or of many. */
const noRoom = () => ({
  numFailures: 1,
  failures: { 0: new DOMException('No room', 'QuotaExceededError') },
  results: [],
  lastResult: undefined,
});

const never = (): Promise<never> => new Promise(() => {});

/** @param onDeath called at the step of a death; nothing of the one who died is answered any more. */
export function watchSteps(db: Dexie, onDeath: () => void): Steps {
  let armed: { mishap: Mishap; left: number } | null = null;
  let isDead = false;
  const open = new Set<IDBTransaction>();

  function die(): Promise<never> {
    isDead = true;
    armed = null;
    // What was not committed is gone, as IndexedDB promises when a process ends.
    for (const transaction of open) transaction.abort();
    onDeath();
    return never();
  }

  /** Not async: a promise more than the engine makes could end its transaction. */
  function step<T>(run: () => Promise<T>, full?: () => Promise<T>): Promise<T> {
    if (isDead) return never();
    if (armed === null) return run();
    if (armed.left > 0 || (armed.mishap === 'quota' && full === undefined)) {
      armed.left -= 1;
      return run();
    }
    if (armed.mishap === 'death' || full === undefined) return die();
    armed = null;
    return full();
  }

  db.use({
    stack: 'dbcore',
    name: 'steps',
    create: (core) => ({
      ...core,
      transaction(stores, mode, options) {
        const transaction = core.transaction(stores, mode, options) as IDBTransaction;
        open.add(transaction);
        transaction.addEventListener('abort', () => open.delete(transaction));
        transaction.addEventListener('complete', () => {
          open.delete(transaction);
          // Committed, and nobody was told yet.
          if (armed?.mishap === 'death' && mode === 'readwrite' && armed.left-- <= 0) void die();
        });
        return transaction;
      },
      table(name) {
        const table = core.table(name);
        return {
          ...table,
          get: (request) => step(() => table.get(request)),
          getMany: (request) => step(() => table.getMany(request)),
          query: (request) => step(() => table.query(request)),
          mutate: (request) =>
            step(
              () => table.mutate(request),
              () => Promise.resolve(noRoom()),
            ),
        };
      },
    }),
  });
  return {
    arm(mishap, after) {
      armed = { mishap, left: after };
    },
    disarm() {
      armed = null;
    },
    isArmed: () => armed !== null,
  };
}
