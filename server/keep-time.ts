/** What happens in the queue without anybody asking. */

import { describeError } from './log.ts';
import type { Parts } from './parts.ts';
import { keepQuestions } from './question-clock.ts';
import { runRetention } from './retention/retention.ts';
import { dropOldClaims } from './rows/claims.ts';
import { makeMissingTraits } from './similar/keep-traits.ts';
import { currentSeq } from './store/change-log.ts';
import { runTopicClocks } from './topic-clocks.ts';

/** How late a clock may be, and how long changes by another server or the command line may wait to be poked. */
const TICK_MS = 2_000;
/** What of other rules is made anew at once, after an update; clocks do not wait longer for it. */
const TRAIT_CHUNKS = 5;

/**
 * Runs the clocks of topics and questions, whether anybody is online or not, on one of several servers; and pokes
 * devices about what another process committed. Returns how to stop; that waits for what was begun.
 */
export function keepTime({
  store,
  pokes,
  clock,
  log,
  metrics,
}: Pick<Parts, 'store' | 'pokes' | 'clock' | 'log' | 'metrics'>): () => Promise<void> {
  let running: Promise<void> = Promise.resolve();
  const tick = async () => {
    try {
      if (await store.hasTurn('clocks')) {
        await runTopicClocks(store, clock());
        await keepQuestions(store, clock());
        await dropOldClaims(store, clock());
        const left = await runRetention(store, clock());
        if (left !== null) log.info({ task: 'retention', ...left }, 'what was old enough is gone');
        for (let more = true, chunk = 0; more && chunk < TRAIT_CHUNKS; chunk += 1)
          more = await makeMissingTraits(store);
      }
      // Whoever does it: devices hear of it from the server that they are connected to.
      pokes.poke(await store.read(currentSeq));
      metrics.observeTick(clock());
    } catch (error) {
      // The next tick tries again; nothing is lost meanwhile.
      log.warn({ task: 'keep time', ...describeError(error) });
    }
  };
  const timer = setInterval(() => {
    running = running.then(tick);
  }, TICK_MS);
  running = tick();
  return async () => {
    clearInterval(timer);
    await running;
  };
}
