/** What happens in the queue without anybody asking. */

import { runClearanceClock } from './clearance-clock.ts';
import { describeError } from './log.ts';
import type { Parts } from './parts.ts';
import { keepQuestions } from './question-clock.ts';
import { runRetention } from './retention/retention.ts';
import { dropOldClaims } from './rows/claims.ts';
import { catchUp } from './search/catch-up.ts';
import { keepSharing } from './sharing-clock.ts';
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
  /** Whether it was done. One that fails keeps none of the others from their turn; the next tick tries it again. */
  const attempt = async (task: string, run: () => Promise<void>): Promise<boolean> => {
    try {
      await run();
      return true;
    } catch (error) {
      log.warn({ task, ...describeError(error) });
      return false;
    }
  };
  const hasTurn = async () => {
    let has = false;
    const isKnown = await attempt('turn', async () => {
      has = await store.hasTurn('clocks');
    });
    return { has, isKnown };
  };
  const tick = async () => {
    const { has, isKnown } = await hasTurn();
    const done = [isKnown];
    if (has) for (const [task, run] of Object.entries(tasks)) done.push(await attempt(task, run));
    // Whoever does it: devices hear of it from the server that they are connected to.
    done.push(await attempt('pokes', async () => pokes.poke(await store.read(currentSeq))));
    if (done.every((each) => each)) metrics.observeTick(clock());
  };
  const tasks = {
    'topic clocks': async () => void (await runTopicClocks(store, clock())),
    questions: async () => void (await keepQuestions(store, clock())),
    sharing: async () => void (await keepSharing(store, clock())),
    clearances: async () => void (await runClearanceClock(store, clock())),
    claims: async () => void (await dropOldClaims(store, clock())),
    words: () => catchUp(store, log),
    traits: async () => {
      for (let more = true, chunk = 0; more && chunk < TRAIT_CHUNKS; chunk += 1) more = await makeMissingTraits(store);
    },
    retention: async () => {
      const left = await runRetention(store, clock());
      if (left !== null) log.info({ task: 'retention', ...left }, 'what was old enough is gone');
    },
  };
  let running: Promise<void> | null = null;
  // While the database is away a tick may take long: none is begun meanwhile, or they would pile up.
  const begin = () => {
    running ??= tick().finally(() => {
      running = null;
    });
  };
  const timer = setInterval(begin, TICK_MS);
  begin();
  return async () => {
    clearInterval(timer);
    await running;
  };
}
