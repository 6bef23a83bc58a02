/** Makes words and traits of what was sent when the server has nothing else to do. Until then nobody misses them: see `catch-up.ts`. */
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { describeError, type Log } from '../log.ts';
import { positions } from '../store/change-log.ts';
import type { Store } from '../store/store.ts';
import { followNext, MOST_KEYS } from './catch-up.ts';

/** How long it listens whether anybody wants the server, and how long between two steps if nobody did. */
const LISTEN_MS = 1_000;
const BETWEEN_MS = 50;
/** A server that worked no larger share of that time is a quiet one: a device that pulls page after page wants more. */
const QUIET = 0.03;
/** Then it goes on among all others: whoever searches waits for what is left. */
const PATIENCE_MS = 5_000;
/**
 * Who sends meanwhile waits for a step to end, so it may take no longer than this. With fewer keys they share less:
 * with 45 of them a topic costs half as much again as with 300.
 */
const STEP_MS = 15;
const FEWEST_KEYS = 45;
/** Those get so many times as long as it took; once so many keys wait, as long. */
const SHARE_OF_OTHERS = 4;
const MANY = 30_000;

/** Of several servers each may do it, whoever was sent it. Returns how to stop; that waits for what was begun. */
export function keepUp({ store, log }: { store: Store; log: Log }): () => Promise<void> {
  const stopping = new AbortController();
  // An earlier one may have left something.
  let mayBeBehind = true;
  let behindSince: number | null = null;
  let isQuiet = false;
  let keys = FEWEST_KEYS;
  /** How long it leaves the server to others, after a step among them. */
  let pause = BETWEEN_MS;
  const forget = store.onCommit(() => {
    mayBeBehind = true;
  });

  const isOverdue = () => behindSince !== null && performance.now() - behindSince > PATIENCE_MS;
  const isGoingOn = () => behindSince !== null && (isQuiet || isOverdue());

  async function step(): Promise<void> {
    mayBeBehind = false;
    const { seq, followed } = await store.readOne(positions);
    if (followed >= seq) {
      behindSince = null;
      return;
    }
    mayBeBehind = true;
    behindSince ??= performance.now();
    if (!isGoingOn()) return;
    const started = performance.now();
    await followNext(store, log, keys);
    const took = performance.now() - started;
    keys = Math.min(MOST_KEYS, Math.max(FEWEST_KEYS, Math.round((keys * STEP_MS) / took)));
    pause = isQuiet ? BETWEEN_MS : Math.max(BETWEEN_MS, took * (seq - followed < MANY ? SHARE_OF_OTHERS : 1));
  }
  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      const before = performance.eventLoopUtilization();
      const waited = sleep(isGoingOn() ? pause : LISTEN_MS, null, { signal: stopping.signal, ref: false });
      if (await waited.catch(() => 'stopped')) return;
      isQuiet = performance.eventLoopUtilization(before).utilization < QUIET;
      if (!mayBeBehind) continue;
      await step().catch((error: unknown) => log.warn({ task: 'words', ...describeError(error) }));
    }
  }
  const running = run();
  return async () => {
    forget();
    stopping.abort();
    await running;
  };
}
