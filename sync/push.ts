/** Empties the outbox into the queue. */
import { LIMITS } from '../protocol/limits.ts';
import type { PushResponse } from '../protocol/push.ts';
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

/**
 * Sends until nothing waits. Batches go one after the other, each once the queue has answered the one before; what was
 * answered is kept while the next is on its way, and always before what is answered after it. A device that ends between
 * the two sends both again (PU3): a batch says that outcomes arrived (CL3) only once they are kept.
 * @throws SyncError, `epoch_changed` among them: then a pull has to come first
 */
export async function pushAll(db: AccountDatabase, transport: Transport, clock: () => number): Promise<void> {
  let limit: number = LIMITS.pushBatch;
  let identities = 0;
  const read = (after?: number) => nextBatch(db, limit, clock(), after);
  let flight = depart(transport, await read()); // [PU1] Read, let go, then speak to the network.
  while (flight !== null) {
    const { batch } = flight;
    const last = batch.mutations.at(-1)?.number ?? 0;
    // Of many, the next ones are read while the queue works on these.
    const reading = batch.mutations.length < MANY ? NONE : read(last).catch(() => null);
    const { answer, failure } = await flight.sent;
    const next = await reading;
    if (failure !== null) {
      if (failure.kind === 'too_large' && batch.mutations.length > 1) limit = Math.ceil(batch.mutations.length / 2);
      else if (failure.kind === 'too_large') await parkFirst(db, batch, clock());
      else if ((failure.kind === 'forked' || failure.kind === 'gap') && identities < NEW_IDENTITIES) {
        identities += 1;
        await renumber(db, batch.clientId); // [CL2]
      } else throw failure;
      flight = depart(transport, await read());
      continue;
    }
    // If not all of them were settled, the next ones are others.
    const isFollowed = answer.lastNumber === last && next?.clientId === batch.clientId;
    const following: Flight | null = isFollowed ? depart(transport, next) : null;
    let isMore: boolean;
    try {
      isMore = await acknowledge(db, batch, answer, clock());
    } catch (error) {
      // [PU2] Nothing is on its way any more once this one has ended.
      await following?.sent.catch(() => {});
      throw error;
    }
    flight = following ?? (isMore ? depart(transport, await read()) : null);
  }
}

type Sent = { answer: PushResponse; failure: null } | { answer: null; failure: SyncError };
type Flight = { batch: Batch; sent: Promise<Sent> };

function depart(transport: Transport, batch: Batch | null): Flight | null {
  if (batch === null) return null;
  const sent = send(transport, batch);
  // Awaited once the one before is kept; until then a failure is nobody's surprise.
  sent.catch(() => {});
  return { batch, sent };
}

/** Fails with what is no `SyncError` only. */
async function send(transport: Transport, batch: Batch): Promise<Sent> {
  try {
    const answer = await transport.push(batch);
    // An answer that settles nothing of what was sent would be asked for again for ever.
    if (answer.lastNumber < (batch.mutations[0]?.number ?? 0)) throw new SyncError('not_a_queue');
    return { answer, failure: null };
  } catch (error) {
    if (error instanceof SyncError) return { answer: null, failure: error };
    throw error;
  }
}

async function parkFirst(db: AccountDatabase, { mutations: [first] }: Batch, now: number): Promise<void> {
  if (first?.action.name === 'noop') throw new SyncError('failed');
  if (first !== undefined) await parkUnsendable(db, first.number, now);
}
