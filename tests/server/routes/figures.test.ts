import { beforeEach, expect, test } from 'vitest';
import { type Figures, figuresSchema } from '../../../protocol/figures.ts';
import { ROUTES } from '../../../protocol/routes.ts';
import { NOW, openTestQueue, type TestDevice, type TestQueue } from '../queue.ts';
import { decide, sampleClip, sampleDecision, saveClip } from '../samples.ts';

const DAY = 86_400_000;
const WEEK = 7 * DAY;

let queue: TestQueue;
let hanna: TestDevice;
let jonas: TestDevice;
let mara: TestDevice;
beforeEach(async () => {
  queue = await openTestQueue();
  [hanna, jonas, mara] = [await queue.join('hanna'), await queue.join('jonas'), await queue.join('mara')];
});

const ask = (device: TestDevice, from: number, to: number) =>
  device.send('GET', `${ROUTES.figures}?from=${from}&to=${to}`);
const figures = async (): Promise<Figures> =>
  figuresSchema.parse(await (await ask(mara, NOW - 2 * WEEK, NOW + WEEK)).json());

test('what was suggested, accepted and published is counted by department and goal', async () => {
  const [one, two, three] = [sampleClip(), sampleClip(), sampleClip({ departmentId: 'it', goalId: null })];
  // What has no goal comes first, whichever engine sorts.
  const none = sampleClip({ goalId: null });
  await hanna.push(saveClip(one), saveClip(two), saveClip(three), saveClip(none));
  await mara.push(decide(sampleDecision(one.id)));
  expect((await figures()).coverage).toEqual([
    { departmentId: 'hr', goalId: null, suggested: 1, accepted: 0, published: 0 },
    { departmentId: 'hr', goalId: 'apprentices', suggested: 2, accepted: 1, published: 0 },
    { departmentId: 'it', goalId: null, suggested: 1, accepted: 0, published: 0 },
  ]);
});

test('weeks hold what came and what was decided, without what was taken back', async () => {
  const [one, two] = [sampleClip(), sampleClip()];
  await hanna.push(saveClip(one), saveClip(two));
  queue.time.now += 2 * 3_600_000;
  const accepting = sampleDecision(one.id);
  const declining = sampleDecision(two.id, { to: 'declined', reason: 'thin', sentence: 'Zu dünn.' });
  await mara.push(decide(accepting), decide(declining));
  await mara.push(decide(sampleDecision(two.id, { to: 'new', after: declining.id, undoes: declining.id })));
  const { weeks, reasons, states } = await figures();
  expect(weeks.filter(({ suggested }) => suggested > 0)).toEqual([
    {
      from: weeks.at(-2)?.from,
      suggested: 2,
      accepted: 1,
      held: 0,
      declined: 0,
      merged: 0,
      published: 0,
      medianWait: 7_200_000,
      minutes: { planned: null, spent: null },
    },
  ]);
  expect(reasons).toEqual({});
  expect(states).toEqual({ accepted: 1, new: 1 });
});

test('what waits is counted by age', async () => {
  await hanna.push(saveClip(sampleClip()));
  queue.time.now += 4 * DAY;
  await hanna.push(saveClip(sampleClip()));
  expect((await figures()).ages).toEqual([1, 0, 1, 0, 0]);
});

test('[FG1] people are counted from five on, and no figure names or ranks one', async () => {
  await hanna.push(saveClip(sampleClip()));
  await jonas.push(saveClip(sampleClip()));
  const few = await figures();
  expect(few.suggesters).toBeNull();
  expect(JSON.stringify(few)).not.toMatch(/hanna|jonas|mara|Voss|Petersen|Lind/);
  for (const person of ['mara', 'timo']) await (await queue.join(person)).push(saveClip(sampleClip()));
  expect((await figures()).suggesters).toBeNull();
});

test('[FG1] figures are for the desk', async () => {
  expect((await ask(hanna, NOW - DAY, NOW)).status).toBe(403);
  expect((await queue.app.request(`${ROUTES.figures}?from=0&to=1`)).status).toBe(401);
});

test('a span that is none is refused', async () => {
  for (const [from, to] of [
    [NOW, NOW],
    [0, NOW],
    [Number.NaN, NOW],
    [NOW - DAY, 1.5],
  ] as const)
    expect((await ask(mara, from, to)).status).toBe(400);
});

test('[FG1] spans that differ by a moment have the same answer: whole weeks are counted', async () => {
  await hanna.push(saveClip(sampleClip()));
  const answers = await Promise.all(
    [0, 1, 3_600_000].map(async (more) => (await ask(mara, NOW - DAY + more, NOW + more)).json()),
  );
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect((answers[0] as Figures).coverage).toMatchObject([{ suggested: 1 }]);
});
