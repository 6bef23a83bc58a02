import { setTimeout as sleep } from 'node:timers/promises';
import { StoreUnavailable } from '../store/store.ts';

/** Pauses before a write is tried again, about a minute in all: a database server changes places in less. Milliseconds. */
const PAUSES = [200, 1_000, 5_000, 15_000, 30_000];

/** For what cannot be asked for again: what the database cannot take now is tried until it can. @throws StoreUnavailable */
export async function keepTrying<T>(write: () => Promise<T>): Promise<T> {
  for (const pause of PAUSES) {
    try {
      return await write();
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      await sleep(pause);
    }
  }
  return write();
}
