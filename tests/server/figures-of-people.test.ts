/**
 * What the queue says of people's work, by endpoint: nothing [FG1]. A new route has to be added here, with
 * whom it may name; the test fails until somebody has thought about it.
 */
import { beforeEach, expect, test } from 'vitest';
import { ROUTES } from '../../protocol/routes.ts';
import { openTestQueue, type TestDevice, type TestQueue } from './queue.ts';
import { decide, sampleClip, sampleDecision, saveClip } from './samples.ts';

/** Each route, and whether its answer may name people. A name beside one's own act is no figure. */
const ROUTES_AND_NAMES: Record<keyof typeof ROUTES, 'nobody' | 'who did it' | 'oneself'> = {
  queue: 'nobody',
  session: 'oneself',
  refresh: 'nobody',
  signIn: 'oneself',
  push: 'nobody',
  pull: 'who did it',
  events: 'nobody',
  search: 'who did it',
  topic: 'who did it',
  claim: 'who did it',
  figures: 'nobody',
  similar: 'nobody',
  picture: 'nobody',
  questionLink: 'nobody',
};

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

test('[FG1] every route was thought about', () => {
  expect(Object.keys(ROUTES_AND_NAMES).sort()).toEqual(Object.keys(ROUTES).sort());
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
