import { expect, test } from 'vitest';
import { SyncError } from '../../sync/errors.ts';
import { createStrategyDesk, whyRefused } from '../../sync/strategy.ts';
import { goal } from '../desk/samples.ts';

const answering = (status: number, body: unknown) => {
  const asked: { url: string; init: RequestInit }[] = [];
  const desk = createStrategyDesk({
    queueUrl: 'https://queue.example',
    access: () => 'token',
    fetch: async (url, init) => {
      asked.push({ url, init });
      const headers = { 'clipdesk-protocol': '1', 'content-type': 'application/json' };
      return new Response(typeof body === 'string' ? body : JSON.stringify(body), { status, headers });
    },
  });
  return { desk, asked };
};
const saved = { version: 2, changes: [], waiting: [] };

test('[SG4] a sponsor sends what they read, and nothing of the rest of the goal', async () => {
  const { desk, asked } = answering(200, saved);
  const read = goal({ id: 'trust' });
  await desk.confirm(read);
  expect(asked[0]?.url).toBe('https://queue.example/v1/goals/trust/confirmation');
  expect(Object.keys(JSON.parse(String(asked[0]?.init.body))).sort()).toEqual([
    'measure',
    'periodFrom',
    'periodTo',
    'strategyRef',
    'target',
    'unit',
  ]);
});

test('[SG2] what others changed meanwhile comes with the refusal, and what is no version is left out', async () => {
  const version = { number: 5, at: 1, by: { id: 'lena', name: 'Lena' }, account: null, way: 'edit', changes: [] };
  const problem = { type: 'x', kind: 'strategy_changed', title: 'x', status: 409, since: [version, { number: 'x' }] };
  const error = await answering(409, problem)
    .desk.edit({ basedOn: 4, remove: { section: 'goals', id: 'trust' } })
    .catch((cause: unknown) => cause);
  expect(whyRefused(error)).toEqual({ kind: 'changed', since: [version] });
});

test('[SG3] faults come with path, line and a kind that has its words', async () => {
  const errors = [
    { path: 'goals.trust.sponsorId', message: 'no entry', kind: 'not_there', line: 12 },
    { path: 'goals', message: 'something of a later version', kind: 'later' },
  ];
  const problem = { type: 'x', kind: 'strategy_faulty', title: 'x', status: 422, errors };
  const error = await answering(422, problem)
    .desk.importFile({ yaml: '', basedOn: 0, dryRun: true })
    .catch((cause: unknown) => cause);
  expect(whyRefused(error)).toMatchObject({
    kind: 'faulty',
    faults: [
      { line: 12, kind: 'not_there' },
      { line: null, kind: 'wrong_form' },
    ],
  });
});

test('[PU4] whatever else answers is said as such', async () => {
  const error = await answering(200, { anything: 1 })
    .desk.read()
    .catch((cause: unknown) => cause);
  expect(whyRefused(error)).toEqual({ kind: 'line', because: 'not_a_queue' });
  expect(whyRefused(new SyncError('unreachable'))).toEqual({ kind: 'line', because: 'unreachable' });
  expect(whyRefused(new Error('ours'))).toEqual({ kind: 'line', because: 'failed' });
});
