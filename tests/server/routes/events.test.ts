import { expect, test } from 'vitest';
import { ROUTES } from '../../../protocol/routes.ts';
import { pokeSchema } from '../../../protocol/session.ts';
import { createApp } from '../../../server/app.ts';
import { readConfig } from '../../../server/config.ts';
import { createLog } from '../../../server/log.ts';
import { createPokes } from '../../../server/pokes.ts';
import { openTestQueue } from '../queue.ts';
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
  const parts = { store: queue.store, config: readConfig({}), clock: Date.now, log: createLog('silent'), pokes };
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

test('HEAD does not leave a stream open', async () => {
  const queue = await openTestQueue();
  const hanna = await queue.join('hanna');
  expect((await hanna.send('HEAD', ROUTES.events)).status).toBe(405);
});
