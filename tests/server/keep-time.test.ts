import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepTime } from '../../server/keep-time.ts';
import { createLog } from '../../server/log.ts';
import { createMetrics } from '../../server/metrics/metrics.ts';
import { createPokes } from '../../server/pokes.ts';
import type { Store } from '../../server/store/store.ts';
import { NOW } from './queue.ts';
import { openTestStore } from './test-store.ts';

let stop: () => Promise<void> = async () => undefined;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
});
afterEach(async () => {
  vi.useRealTimers();
  await stop();
});

function keepTimeOn(store: Store) {
  const pokes = { ...createPokes(store), poke: vi.fn() };
  const metrics = { ...createMetrics(), observeTick: vi.fn() };
  stop = keepTime({ store, pokes, clock: () => NOW, log: createLog('silent'), metrics });
  return { poked: () => pokes.poke.mock.calls.length, looked: () => metrics.observeTick.mock.calls.length };
}

test('a task that fails keeps no other one from its turn', async () => {
  const store = await openTestStore(NOW);
  let reads = 0;
  const read: Store['read'] = (fn) => {
    reads += 1;
    return reads === 1 ? Promise.reject(new Error('not the first')) : store.read(fn);
  };
  const { poked, looked } = keepTimeOn({ ...store, read, hasTurn: async () => true });
  await vi.waitFor(() => expect(poked()).toBe(1));
  await stop();
  expect(reads).toBeGreaterThan(3);
  expect(looked()).toBe(0);
  const { poked: pokedWithoutTurn } = keepTimeOn({ ...store, hasTurn: () => Promise.reject(new Error('away')) });
  await vi.waitFor(() => expect(pokedWithoutTurn()).toBe(1));
});

test('no tick begins while one runs: a database that is away for long is asked once', async () => {
  const store = await openTestStore(NOW);
  const waiting: ((has: boolean) => void)[] = [];
  const { poked } = keepTimeOn({ ...store, hasTurn: () => new Promise((resolve) => waiting.push(resolve)) });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(waiting).toHaveLength(1);
  waiting[0]?.(false);
  await vi.waitFor(() => expect(poked()).toBe(1));
  await vi.advanceTimersByTimeAsync(2_000);
  expect(waiting).toHaveLength(2);
  waiting[1]?.(false);
});
