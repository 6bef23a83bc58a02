/** Empties the outbox into the queue. */
import { LIMITS } from '../protocol/limits.ts';
import { acknowledge, type Batch, nextBatch, parkUnsendable } from '../storage/batch.ts';
import type { AccountDatabase } from '../storage/database.ts';
import { renumber } from '../storage/renumber.ts';
import { SyncError } from './errors.ts';
import type { Transport } from './transport.ts';

/** A new identity helps at once or not at all; more tries would only hide a mistake. */
const NEW_IDENTITIES = 3;
/** For fewer it does not pay to look whether there are more. */
const MANY = 50;
const NONE = Promise.resolve(null);

type Sent = { failure: SyncError; through: null } | { failure: null; through: number };

/**
 * Sends until nothing waits.
 * @throws SyncError, `epoch_changed` among them: then a pull has to come first
 */
export async function pushAll(db: AccountDatabase, transport: Transport, clock: () => number): Promise<void> {
  let limit: number = LIMITS.pushBatch;
  let identities = 0;
  let coming: Batch | null = null;
  for (;;) {
    const batch: Batch | null = coming ?? (await nextBatch(db, limit, clock())); // [PU1] Read, let go, then speak to the network.
    coming = null;
    if (batch === null) return;
    const last = batch.mutations.at(-1)?.number ?? 0;
    const sending = send(db, transport, batch, clock);
    // Of many, the next ones are read while the queue works on these.
    const reading: Promise<Batch | null> =
      batch.mutations.length < MANY ? NONE : nextBatch(db, limit, clock(), last).catch(() => null);
    const { failure, through } = await sending;
    const next = await reading;
    if (failure === null) {
      // If not all of them were settled, the next ones are others.
      if (through === last && next?.clientId === batch.clientId) coming = next;
      continue;
    }
    if (failure.kind === 'too_large' && batch.mutations.length > 1) limit = Math.ceil(batch.mutations.length / 2);
    else if (failure.kind === 'too_large') await parkFirst(db, batch, clock());
    else if ((failure.kind === 'forked' || failure.kind === 'gap') && identities < NEW_IDENTITIES) {
      identities += 1;
      await renumber(db, batch.clientId); // [CL2]
    } else throw failure;
  }
}

async function send(db: AccountDatabase, transport: Transport, batch: Batch, clock: () => number): Promise<Sent> {
  try {
    const answer = await transport.push(batch);
    // An answer that settles nothing of what was sent would be asked for again for ever.
    if (answer.lastNumber < (batch.mutations[0]?.number ?? 0)) return failed(new SyncError('not_a_queue'));
    await acknowledge(db, batch, answer, clock());
    return { failure: null, through: answer.lastNumber };
  } catch (error) {
    if (error instanceof SyncError) return failed(error);
    throw error;
  }
}

const failed = (failure: SyncError): Sent => ({ failure, through: null });

async function parkFirst(db: AccountDatabase, { mutations: [first] }: Batch, now: number): Promise<void> {
  if (first?.action.name === 'noop') throw new SyncError('failed');
  if (first !== undefined) await parkUnsendable(db, first.number, now);
}
