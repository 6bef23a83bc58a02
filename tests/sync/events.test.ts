import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SyncError } from '../../sync/errors.ts';
import { followEvents } from '../../sync/events.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const never = () => new Promise<void>(() => {});

/** A stream whose chunks come as they are cut, then ends, or stays open without a word. */
const stream = (chunks: string[], end = true) =>
  new ReadableStream<Uint8Array>({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(bytes(chunk));
      if (end) controller.close();
    },
  });

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function listen(streams: (ReadableStream<Uint8Array> | SyncError)[]) {
  const pokes: number[] = [];
  const sleeps: number[] = [];
  const stop = new AbortController();
  const signals: AbortSignal[] = [];
  const events = async (signal: AbortSignal) => {
    signals.push(signal);
    const next = streams.shift();
    if (next === undefined) {
      stop.abort();
      return stream([]);
    }
    if (next instanceof SyncError) throw next;
    return next;
  };
  const ended = followEvents({
    transport: { events },
    onPoke: (seq) => pokes.push(seq),
    signal: stop.signal,
    sleep: async (ms) => {
      sleeps.push(ms);
    },
    random: () => 1,
  });
  return { pokes, sleeps, signals, stop, ended };
}

test('pokes arrive however the stream is cut; comments and nonsense are passed over', async () => {
  const { pokes, ended } = listen([
    stream([
      'data: {"se',
      'q":3}\n\n: still here\n\ndata: {"seq":4}\n',
      '\ndata: nonsense\ndata: {"seq":-1}\nevent: x\n\n',
    ]),
  ]);
  await ended;
  expect(pokes).toEqual([3, 4]);
});

test('after a break it connects again, sooner when it had worked', async () => {
  const down = () => new SyncError('unreachable');
  const { pokes, sleeps, ended } = listen([down(), down(), down(), stream(['data: {"seq":1}\n\n']), down()]);
  await ended;
  expect(pokes).toEqual([1]);
  expect(sleeps).toEqual([2_000, 4_000, 8_000, 2_000, 4_000]);
});

test('a silent line is given up and opened again', async () => {
  const { pokes, signals, ended } = listen([stream(['data: {"seq":1}\n\n'], false), stream(['data: {"seq":2}\n\n'])]);
  await vi.advanceTimersByTimeAsync(49_000);
  expect(pokes).toEqual([1]);
  await vi.advanceTimersByTimeAsync(2_000);
  await ended;
  expect(signals[0]?.aborted).toBe(true);
  expect(pokes).toEqual([1, 2]);
});

test.each(['sign_in', 'update_extension', 'update_queue', 'not_found'] as const)(
  'it stops by itself when listening is of no use: %s',
  async (kind) => {
    const { sleeps, ended } = listen([new SyncError(kind), stream([])]);
    await ended;
    expect(sleeps).toEqual([]);
  },
);

test('it stops when it is told to, also in the middle of a silence', async () => {
  const { stop, ended } = listen([stream([], false)]);
  await vi.advanceTimersByTimeAsync(1_000);
  stop.abort();
  await expect(Promise.race([ended.then(() => 'ended'), never()])).resolves.toBe('ended');
});
