/**
 * What is derived from what people sent follows after they were answered: made of hundreds of topics at once, words and
 * traits cost a fraction. Which ones wait is written nowhere: those behind the position in the log up to which everything
 * was followed, so a server that is killed leaves its work to whichever comes next. Nobody sees what is behind: whoever
 * searches or asks for similar topics waits until it caught up.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { describeError, type Log } from '../log.ts';
import { type ChangedKeys, keysBehind, noteFollowed, positions } from '../store/change-log.ts';
import { followUp } from '../store/follow-up.ts';
import { type Store, StoreUnavailable } from '../store/store.ts';

/** Keys of one transaction where somebody waits for them: enough to share what many topics have in common. */
export const MOST_KEYS = 300;
/** Longer nobody waits who searches: what is sent by thousands at once may be found a little later. */
const WAIT_MS = 3_000;

/**
 * Follows everything that is in the log by now. A row from which nothing can be derived keeps no other one from its
 * words: the log tells of it, and `verify` of its topic.
 * @throws StoreUnavailable
 */
export async function catchUp(store: Store, log: Log): Promise<void> {
  const { seq, followed } = await store.read(positions);
  for (let reached = followed; reached < seq; ) reached = await followNext(store, log);
}

/**
 * Follows the next ones in one transaction; nothing else is served meanwhile.
 * @returns the position up to which everything is followed
 */
export async function followNext(store: Store, log: Log, count = MOST_KEYS): Promise<number> {
  try {
    return await followSome(store, count);
  } catch (error) {
    if (error instanceof StoreUnavailable) throw error;
    return followOneByOne(store, log, count);
  }
}

/** Another process may have come first: then there is less to do, or nothing. */
async function followSome(store: Store, count: number, isLeftOut = false): Promise<number> {
  const { result } = await store.write(async (tx) => {
    const keys = await keysBehind(tx, count);
    const wanted: ChangedKeys = new Map(isLeftOut ? [] : keys.map((key) => [`${key.kind} ${key.id}`, key]));
    await followUp(tx, wanted);
    // With fewer than asked for, all that was committed before this is among them.
    const last = keys.length < count ? null : (keys.at(-1)?.seq ?? null);
    await noteFollowed(tx, last);
    return last;
  });
  return result ?? Number.POSITIVE_INFINITY;
}

/** As many as failed together. */
async function followOneByOne(store: Store, log: Log, count: number): Promise<number> {
  let reached = 0;
  for (let tried = 0; tried < count && Number.isFinite(reached); tried += 1)
    try {
      reached = await followSome(store, 1);
    } catch (error) {
      if (error instanceof StoreUnavailable) throw error;
      log.error({ task: 'words', ...describeError(error) }, 'of one topic there are no words');
      reached = await followSome(store, 1, true);
    }
  return reached;
}

/** For those who are about to look: catches up, and not twice at a time. Where that fails or takes long they see what is there. */
export function createCatchUp(store: Store, log: Log): () => Promise<void> {
  let running: Promise<void> | null = null;
  const run = async (): Promise<void> => {
    try {
      await catchUp(store, log);
    } catch (error) {
      log.warn({ task: 'words', ...describeError(error) });
    } finally {
      running = null;
    }
  };
  const caughtUp = async (): Promise<void> => {
    // One that runs may have begun before what this one is about to look for was committed.
    await running;
    const { seq, followed } = await store.read(positions);
    if (followed >= seq) return;
    running ??= run();
    await running;
  };
  return async () => {
    const waited = new AbortController();
    const tooLong = sleep(WAIT_MS, null, { signal: waited.signal, ref: false });
    // A database that is away says so to whoever then asks it.
    await Promise.race([caughtUp(), tooLong]).catch(() => undefined);
    tooLong.catch(() => undefined);
    waited.abort();
  };
}
