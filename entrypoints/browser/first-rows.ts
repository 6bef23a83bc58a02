import type { AccountDatabase } from '../../storage/database.ts';
import { live } from '../../storage/live.ts';

/** Resolves as soon as a pull, of this page or of the background, has brought departments; else never. */
export const strategyArrived = (db: AccountDatabase): Promise<void> =>
  new Promise((resolve) => {
    const subscription = live(() => db.departments.limit(1).count()).subscribe({
      next: (count) => {
        if (count === 0) return;
        resolve();
        // The first answer may come before there is anything to end.
        queueMicrotask(() => subscription.unsubscribe());
      },
      // The account was left meanwhile: whoever waits for the pull hears of it.
      error: () => undefined,
    });
  });
