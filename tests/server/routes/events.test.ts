import { expect, onTestFinished, test, vi } from 'vitest';
import { ROUTES } from '../../../protocol/routes.ts';
import { pokeSchema } from '../../../protocol/session.ts';
import { createApp } from '../../../server/app.ts';
import { readConfig } from '../../../server/config.ts';
import { createLog } from '../../../server/log.ts';
import { createMetrics } from '../../../server/metrics/metrics.ts';
import { createPokes } from '../../../server/pokes.ts';
import type { Store } from '../../../server/store/store.ts';
import { NOW, openTestQueue } from '../queue.ts';
import { sampleClip, saveClip } from '../samples.ts';

/** Reads pokes from a stream, one at a time. */
function pokesOf(response: Response) {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  return {
    async next() {
      for (;;) {
        const line = /^data: (.*)\n\n/.exec(text);
        if (line?.[1] !== undefined) {
          text = text.slice(line[0].length);
          return pokeSchema.parse(JSON.parse(line[1]));
        }
        const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
        if (done || value === undefined) return null;
        text += value;
      }
    },
    cancel: () => reader?.cancel(),
  };
}

test('a stream begins with where the log stands and pokes after each commit, without content', async () => {
  const queue = await openTestQueue();
  const [hanna, mara] = [await queue.join('hanna'), await queue.join('mara')];
  const response = await mara.send('GET', ROUTES.events);
  expect(response.headers.get('content-type')).toBe('text/event-stream');
  const pokes = pokesOf(response);
  const { seq } = await mara.pull().then(({ cursor }) => cursor);
  expect(await pokes.next()).toEqual({ seq });
  const pushed = await hanna.push(saveClip(sampleClip()));
  expect(await pokes.next()).toEqual({ seq: pushed.seq });
  expect((await mara.pull()).cursor.seq).toBe(pushed.seq);
  await pokes.cancel();
});

test('a reader who leaves is forgotten, and stopping ends the others', async () => {
  const queue = await openTestQueue();
  const pokes = createPokes(queue.store);
  const heard: number[] = [];
  const parts = {
    store: queue.store,
    config: readConfig({}),
    clock: () => NOW,
    log: createLog('silent'),
    pokes,
    metrics: createMetrics(),
  };
  const app = createApp(parts);
  const { token } = await queue.join('hanna');
  const open = () => app.request(ROUTES.events, { headers: { authorization: `Bearer ${token}` } });
  const [leaving, staying] = [pokesOf(await open()), pokesOf(await open())];
  await leaving.next();
  await leaving.cancel();
  pokes.subscribe({ changed: (seq) => heard.push(seq), ended: () => undefined });
  pokes.poke(1_000_000);
  expect(await staying.next()).not.toBeNull();
  expect(await staying.next()).toEqual({ seq: 1_000_000 });
  pokes.end();
  expect(await staying.next()).toBeNull();
  expect(heard).toEqual([1_000_000]);
});

test('a revoked reader who leaves while the queue looks them up does not end the process', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const rejections: unknown[] = [];
  const note = (reason: unknown) => rejections.push(reason);
  process.on('unhandledRejection', note);
  onTestFinished(() => {
    process.off('unhandledRejection', note);
    vi.useRealTimers();
  });
  const queue = await openTestQueue();
  const slow = Promise.withResolvers<void>();
  let held = false;
  const store: Store = {
    ...queue.store,
    read: async (fn) => {
      if (held) await slow.promise;
      return queue.store.read(fn);
    },
  };
  const app = createApp({ store, config: readConfig({}), clock: () => NOW, log: createLog('silent') });
  const hanna = await queue.join('hanna');
  const open = () => app.request(ROUTES.events, { headers: { authorization: `Bearer ${hanna.token}` } });
  const [leaving, staying] = [pokesOf(await open()), pokesOf(await open())];
  for (const stream of [leaving, staying]) expect(await stream.next()).not.toBeNull();
  await hanna.send('DELETE', ROUTES.session);
  held = true;
  vi.advanceTimersByTime(20_000);
  await leaving.cancel();
  slow.resolve();
  expect(await staying.next()).toBeNull();
  await new Promise(setImmediate);
  expect(rejections).toEqual([]);
});

test('HEAD does not leave a stream open', async () => {
  const queue = await openTestQueue();
  const hanna = await queue.join('hanna');
  expect((await hanna.send('HEAD', ROUTES.events)).status).toBe(405);
});
