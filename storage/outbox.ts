/** What waits for the queue: numbered when it is written (OB1). How it leaves is in `batch.ts`. */
import type { Action } from '../protocol/mutation.ts';
import { PROTOCOL_VERSION } from '../protocol/version.ts';
import type { AccountDatabase } from './database.ts';
import { readMeta, writeMeta } from './meta.ts';
import type { OutboxEntry } from './rows.ts';

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

/**
 * All that is in the outbox, in its order. Not from the beginning: until the browser has tidied up it goes through all
 * that was deleted too, which after a push of 10,000 clips made a single read take 17 to 19 ms.
 * Inside a transaction it has to cover `outbox` and `meta`.
 */
export const outboxEntries = async (db: AccountDatabase): Promise<OutboxEntry[]> =>
  db.outbox
    .where('number')
    .above(await goneThrough(db))
    .toArray();

/** The last number of which nothing is in the outbox any more; with another identity numbers began anew. */
export async function goneThrough(db: AccountDatabase): Promise<number> {
  const [gone, { clientId }] = await Promise.all([readMeta(db, 'gone'), readMeta(db, 'client')]);
  return gone?.clientId === clientId ? gone.through : Number.MIN_SAFE_INTEGER;
}

/** Deletes all up to this number. Inside a transaction over `outbox` and `meta`. */
export async function forgetThrough(db: AccountDatabase, through: number): Promise<void> {
  const [gone, { clientId }] = await Promise.all([goneThrough(db), readMeta(db, 'client')]);
  await Promise.all([
    db.outbox.where('number').between(gone, through, false, true).delete(),
    writeMeta(db, 'gone', { clientId, through }),
  ]);
}

/** How many entries the queue has not acknowledged. Numbers have no gap, so nothing needs to be counted. */
export async function unsentCount(db: AccountDatabase): Promise<number> {
  const { nextNumber } = await readMeta(db, 'client');
  const { through } = await readMeta(db, 'settled');
  return nextNumber - 1 - through;
}
