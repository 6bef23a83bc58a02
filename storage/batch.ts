/** What leaves the outbox: gone when the queue has it and a pull shows it (OB2). */
import { LIMITS } from '../protocol/limits.ts';
import { type Mutation, mutationSchema } from '../protocol/mutation.ts';
import type { PushRequest, PushResponse } from '../protocol/push.ts';
import { PROTOCOL_VERSION } from '../protocol/version.ts';
import type { AccountDatabase } from './database.ts';
import { readMeta, writeMeta } from './meta.ts';
import { guarded } from './problems.ts';

export type Batch = Omit<PushRequest, 'protocol' | 'mutations'> & { mutations: Mutation[] };

/** Below the 1 MB that common proxies let through, with room for the envelope. Bytes. */
const BATCH_BYTES = 900_000;

/**
 * Of more than a batch the first is a small one: it is ready at once, and while the queue works on it the next is read.
 * With a whole one to begin with, a push of 1,000 clips was 50 ms on its way before the queue heard of it.
 */
const FIRST_OF_MANY = 100;

/**
 * The next entries to send, oldest first, or null when all are sent. Holds no transaction when it
 * returns (PU1). An entry that is no mutation any more is parked, and its number sent as `noop` (OB2).
 * @param after the last number of a batch that is on its way already
 */
export async function nextBatch(db: AccountDatabase, limit: number, now: number, after = 0): Promise<Batch | null> {
  return guarded(() =>
    db.transaction('rw', db.outbox, db.parked, db.meta, async () => {
      const [{ through }, { clientId, nextNumber }, epoch] = await Promise.all([
        readMeta(db, 'settled'),
        readMeta(db, 'client'),
        readMeta(db, 'epoch'),
      ]);
      const isFirstOfMany = after === 0 && nextNumber - 1 - through > LIMITS.pushBatch;
      const rows = await db.outbox
        .where('number')
        .above(Math.max(through, after))
        .limit(Math.min(limit, isFirstOfMany ? FIRST_OF_MANY : LIMITS.pushBatch))
        .toArray();
      if (rows.length === 0) return null;
      const mutations: Mutation[] = [];
      let bytes = 0;
      for (const row of rows) {
        const parsed = mutationSchema.safeParse(row);
        const mutation = parsed.success ? parsed.data : await replaceByNoop(db, row, now);
        bytes += new TextEncoder().encode(JSON.stringify(mutation)).length;
        if (bytes > BATCH_BYTES && mutations.length > 0) break;
        mutations.push(mutation);
      }
      return { clientId, epoch, acknowledged: through, mutations };
    }),
  );
}

/**
 * Parks an entry that cannot be sent and keeps its number with a `noop` under the same id: had the
 * queue seen the entry before, another id would look like a second client (CL2).
 */
async function replaceByNoop(db: AccountDatabase, entry: { number: number; id: unknown }, now: number) {
  const id = mutationSchema.shape.id.safeParse(entry.id).data ?? crypto.randomUUID();
  const refusal = { kind: 'invalid', path: '' } as const;
  await db.parked.put({ id, parkedAt: now, refusal, entry });
  const action = { name: 'noop' } as const;
  const noop: Mutation = { id, number: entry.number, protocol: PROTOCOL_VERSION, madeAt: now, action };
  await db.outbox.put(noop);
  return noop;
}

/** Parks a single entry that the way to the queue does not let through, however often it is tried. */
export async function parkUnsendable(db: AccountDatabase, number: number, now: number): Promise<void> {
  await guarded(() =>
    db.transaction('rw', db.outbox, db.parked, async () => {
      const entry = await db.outbox.get(number);
      if (entry !== undefined && entry.action.name !== 'noop') await replaceByNoop(db, entry, now);
    }),
  );
}

/**
 * Takes in the outcome of a push: what was refused is parked (OB2), everything up to the answer's
 * number is settled. Does nothing when the answer is for a client that this database no longer is.
 * @returns whether anything is left to send
 */
export async function acknowledge(
  db: AccountDatabase,
  batch: Batch,
  answer: PushResponse,
  now: number,
): Promise<boolean> {
  return guarded(() =>
    db.transaction('rw', db.outbox, db.parked, db.meta, async () => {
      const [{ clientId, nextNumber }, settled] = await Promise.all([readMeta(db, 'client'), readMeta(db, 'settled')]);
      if (clientId !== batch.clientId) return true;
      const sent = new Map(batch.mutations.map((mutation) => [mutation.number, mutation.id]));
      for (const { id, number, refusal } of answer.refused) {
        if (sent.get(number) !== id) continue;
        const entry = await db.outbox.get(number);
        // The original of a `noop` was parked under this id already.
        if (entry?.id !== id || entry.action.name === 'noop') continue;
        await db.parked.put({ id, parkedAt: now, refusal, entry });
        await db.outbox.delete(number);
      }
      const through = Math.min(answer.lastNumber, batch.mutations.at(-1)?.number ?? settled.through);
      if (through > settled.through) await writeMeta(db, 'settled', { through, seq: answer.seq });
      // Numbers have no gap.
      return nextNumber - 1 > Math.max(through, settled.through);
    }),
  );
}
