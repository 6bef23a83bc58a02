/**
 * What the queue says of people's work, by endpoint: nothing [FG1]. A new route has to be added to the table of
 * endpoints with whom it may name, else the queue does not start.
 */
import { beforeEach, expect, test } from 'vitest';
import { ROUTES } from '../../protocol/routes.ts';
import { listEndpoints } from '../../server/endpoints.ts';
import { openTestQueue, type TestDevice, type TestQueue } from './queue.ts';
import { decide, sampleClip, sampleDecision, saveClip } from './samples.ts';

let queue: TestQueue;
let hanna: TestDevice;
let mara: TestDevice;
beforeEach(async () => {
  queue = await openTestQueue();
  [hanna, mara] = [await queue.join('hanna'), await queue.join('mara')];
  for (const name of ['hanna', 'jonas', 'timo', 'mara'])
    await (await queue.join(name)).push(saveClip(sampleClip()), saveClip(sampleClip()));
  const own = sampleClip();
  await hanna.push(saveClip(own));
  await mara.push(decide(sampleDecision(own.id)));
});

test('[FG1] every route was thought about: the table says whom its answer may name', () => {
  const described = listEndpoints().map(({ path }) => path);
  expect(Object.values(ROUTES).filter((path) => !described.includes(path))).toEqual([]);
  expect(listEndpoints().filter(({ names }) => !['nobody', 'who did it', 'oneself'].includes(names))).toEqual([]);
});

test('[FG1] no row counts what a person did', async () => {
  for (const device of [hanna, mara]) {
    const { changes } = await device.pull();
    for (const { kind, row } of changes) {
      if (kind !== 'person' && kind !== 'colleague') continue;
      // Who somebody is, and not one number about them.
      expect(Object.keys(row ?? {}).sort()).toEqual(['departmentId', 'id', 'name', 'roles']);
    }
  }
});

test('[FG1] figures name nobody, and count people from five on', async () => {
  const from = queue.time.now - 86_400_000;
  const answer = await mara.send('GET', `${ROUTES.figures}?from=${from}&to=${queue.time.now + 1}`);
  const text = await answer.text();
  expect(text).not.toMatch(/hanna|jonas|mara|timo|Voss|Petersen|Lind|Brandt/i);
  expect(JSON.parse(text).suggesters).toBeNull();
});

test('[FG1] a person who only suggests gets no figures at all', async () => {
  expect((await hanna.send('GET', `${ROUTES.figures}?from=0&to=1`)).status).toBe(403);
});
