/** What waits for the queue: numbered when it is written (OB1). How it leaves is in `batch.ts`. */
import type { Action } from '../protocol/mutation.ts';
import { PROTOCOL_VERSION } from '../protocol/version.ts';
import type { AccountDatabase } from './database.ts';
import { readMeta, writeMeta } from './meta.ts';

type Entry = { id: string; action: Action };

/**
 * Puts an act of the person into the outbox under the next number (OB1). To be called inside the
 * transaction that writes what the act is about, which must cover `outbox` and `meta` (ST1).
 * @param id made at the act. Saving a clip and making a decision take the id of what they make, so
 *   that sending them again in another history has the same id.
 */
export const append = (db: AccountDatabase, id: string, action: Action, madeAt: number): Promise<void> =>
  appendMany(db, [{ id, action }], madeAt);

/** Several acts of the same moment, in their order, as `append` does with one. */
export async function appendMany(db: AccountDatabase, entries: readonly Entry[], madeAt: number): Promise<void> {
  const { clientId, nextNumber } = await readMeta(db, 'client');
  const rows = entries.map(({ id, action }, at) => ({
    ...{ id, number: nextNumber + at, protocol: PROTOCOL_VERSION, madeAt, action },
  }));
  await Promise.all([
    db.outbox.bulkAdd(rows),
    writeMeta(db, 'client', { clientId, nextNumber: nextNumber + entries.length }),
  ]);
}

/** How many entries the queue has not acknowledged. Numbers have no gap, so nothing needs to be counted. */
export async function unsentCount(db: AccountDatabase): Promise<number> {
  const { nextNumber } = await readMeta(db, 'client');
  const { through } = await readMeta(db, 'settled');
  return nextNumber - 1 - through;
}
