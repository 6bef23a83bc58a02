/** What happens in the queue without anybody asking. */

import { returnDueTopics } from './held-topics.ts';
import { describeError } from './log.ts';
import type { Parts } from './parts.ts';
import { keepQuestions } from './question-clock.ts';
import { dropOldClaims } from './rows/claims.ts';
import { currentSeq } from './store/change-log.ts';

/** How long a held topic may be late, and how long changes by the command line may wait to be poked. */
const TICK_MS = 2_000;

/**
 * Returns held topics to the inbox when their date comes and delivers and ends questions, whether anybody is
 * online or not, and pokes devices about what another process committed. Returns how to stop; that waits for what was begun.
 */
export function keepTime({
  store,
  pokes,
  clock,
  log,
}: Pick<Parts, 'store' | 'pokes' | 'clock' | 'log'>): () => Promise<void> {
  let running: Promise<void> = Promise.resolve();
  const tick = async () => {
    try {
      await returnDueTopics(store, clock());
      await keepQuestions(store, clock());
      await dropOldClaims(store, clock());
      pokes.poke(await store.read(currentSeq));
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
