import { beforeEach, expect, test } from 'vitest';
import { ROUTES } from '../../../protocol/routes.ts';
import { applyStrategy } from '../../../server/strategy/apply.ts';
import { readStrategy } from '../../../server/strategy/read.ts';
import { NOW, openTestQueue, STRATEGY, type TestDevice, type TestQueue } from '../queue.ts';
import { decide, fillBrief, sampleClip, sampleDecision, saveClip } from '../samples.ts';

const TOKEN = 'a-token-for-web-analytics';
const ADDRESS = 'https://www.nordwerk.example/lehrwerkstatt';
let queue: TestQueue;
let mara: TestDevice;
let publicationId: string;
beforeEach(async () => {
  queue = await openTestQueue(undefined, { CLIPDESK_RESULTS_TOKEN: TOKEN });
  await applyStrategy(
    queue.store,
    readStrategy(`${STRATEGY}\nchannels: { website: { name: Website, kind: website } }`),
  );
  mara = await queue.join('mara');
  const clip = sampleClip();
  await (await queue.join('hanna')).push(saveClip(clip));
  const accepting = sampleDecision(clip.id);
  publicationId = crypto.randomUUID();
  const publication = {
    ...{ id: publicationId, topicId: clip.id, channelId: 'website', state: 'published', dueAt: null },
    ...{ publishedAt: NOW, address: ADDRESS },
  };
  await mara.push(
    decide(accepting),
    fillBrief(clip.id),
    decide(sampleDecision(clip.id, { to: 'in_work', after: accepting.id })),
    {
      name: 'savePublication',
      publication,
    },
  );
});

async function report(results: object[], token: string | null = TOKEN, of: TestQueue = queue) {
  return of.app.request(ROUTES.results, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ results }),
  });
}
const measured = (over: object = {}) => ({
  goalId: 'apprentices',
  address: ADDRESS,
  value: 31,
  measuredAt: NOW,
  ...over,
});
const outcomes = async (results: object[]) =>
  ((await (await report(results)).json()) as { results: { outcome: string; refusal: unknown }[] }).results;
const rows = async () => (await mara.pull()).changes.filter(({ kind }) => kind === 'result').map(({ row }) => row);

test('[RS4] a program reports by address and without a unit, and reporting again changes nothing', async () => {
  const { cursor } = await mara.pull();
  expect(await outcomes([measured()])).toMatchObject([{ outcome: 'saved', refusal: null }]);
  expect(await outcomes([measured(), measured({ measuredAt: NOW + 86_400_000 })])).toMatchObject([
    { outcome: 'unchanged' },
    { outcome: 'saved' },
  ]);
  expect((await mara.pull(cursor)).changes).toHaveLength(2);
  expect(await rows()).toContainEqual(
    expect.objectContaining({ publicationId, value: 31, unit: 'Bewerbungen', source: 'api', by: null }),
  );
});

test('[RS4] a figure that changed corrects the one of that day, and what the editors learnt stays', async () => {
  await outcomes([measured({ publicationId, address: undefined })]);
  const [row] = await rows();
  const { measure: _m, by: _b, changedAt: _c, ...input } = row as Record<string, unknown>;
  await mara.push({ name: 'saveResult', result: { ...input, source: 'manual', lesson: 'Videos wirken.' } });
  expect(await outcomes([measured({ value: 33 })])).toMatchObject([{ outcome: 'saved' }]);
  expect(await rows()).toMatchObject([{ value: 33, lesson: 'Videos wirken.', source: 'api' }]);
});

test('[RS4] each is judged for itself by the rules of the desk', async () => {
  expect(
    await outcomes([
      measured({ goalId: 'nobody-knows' }),
      measured({ address: 'https://www.nordwerk.example/nowhere' }),
      measured({ unit: 'Klicks' }),
      measured({ address: undefined }),
    ]),
  ).toEqual([
    { id: null, outcome: 'refused', refusal: { kind: 'unknown_goal', path: 'goalId' } },
    { id: null, outcome: 'refused', refusal: { kind: 'not_found', path: 'address' } },
    { id: null, outcome: 'refused', refusal: { kind: 'unit_differs', path: 'result.unit' } },
    { id: expect.any(String), outcome: 'saved', refusal: null },
  ]);
  expect(await rows()).toHaveLength(1);
});

test('[RS4] nobody reports without the token, a person’s is none, and without one configured there is nothing', async () => {
  expect((await report([measured()], null)).status).toBe(401);
  expect((await report([measured()], mara.token)).status).toBe(401);
  expect((await report([measured()], 'a-token-for-web-analytic')).status).toBe(401);
  const closed = await openTestQueue();
  expect((await report([measured()], TOKEN, closed)).status).toBe(404);
  expect((await report([])).status).toBe(400);
  expect(await rows()).toEqual([]);
});
