import { expect, test } from 'vitest';
import { problemSchema } from '../../../protocol/problem.ts';
import { ROUTES } from '../../../protocol/routes.ts';
import { openTestQueue } from '../queue.ts';

test('any origin may ask, with a bearer token and without cookies', async () => {
  const { app } = await openTestQueue();
  const preflight = await app.request(ROUTES.push, {
    method: 'OPTIONS',
    headers: {
      origin: 'moz-extension://2f6c2b6e',
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization, content-type',
      'access-control-request-private-network': 'true',
    },
  });
  expect(preflight.status).toBe(204);
  expect(Object.fromEntries(preflight.headers)).toMatchObject({
    'access-control-allow-origin': '*',
    'access-control-allow-headers': 'authorization, content-type, content-encoding',
    'access-control-allow-private-network': 'true',
    'access-control-expose-headers': expect.stringContaining('clipdesk-protocol'),
  });
  expect(preflight.headers.get('access-control-allow-methods')).toContain('PUT');
  expect(preflight.headers.has('access-control-allow-credentials')).toBe(false);
});

test('every problem has the documented form, the headers and an id that the log knows', async () => {
  const { app, join } = await openTestQueue();
  const hanna = await join('hanna');
  const json = { 'content-type': 'application/json' };
  const answers = await Promise.all([
    app.request('/nothing/here'),
    app.request(ROUTES.push),
    app.request(ROUTES.session, { method: 'PATCH' }),
    app.request(ROUTES.push, { method: 'POST' }),
    app.request(ROUTES.session, { method: 'POST', headers: json, body: '{' }),
    app.request(ROUTES.session, { method: 'POST', body: '{}' }),
    hanna.post({ mutations: 7 }),
  ]);
  const problems = await Promise.all(answers.map(async (answer) => problemSchema.parse(await answer.json())));
  expect(problems.map(({ kind }) => kind)).toEqual([
    'unknown',
    'wrong_method',
    'wrong_method',
    'unauthorized',
    'bad_request',
    'wrong_type',
    'bad_request',
  ]);
  for (const [index, answer] of answers.entries()) {
    expect(answer.status).toBe(problems[index]?.status);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(answer.headers.get('x-request-id')).toBe(problems[index]?.requestId);
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(answer.headers.get('cache-control')).toBe('no-store');
  }
  expect(answers[1]?.headers.get('allow')).toBe('POST');
  expect(answers[2]?.headers.get('allow')).toBe('POST, DELETE');
  expect(problems.at(-1)?.errors?.map(({ path }) => path)).toContain('mutations');
});

test('the queue says that it runs, and that its database answers', async () => {
  const { app, store } = await openTestQueue();
  expect([(await app.request('/healthz')).status, (await app.request('/readyz')).status]).toEqual([200, 200]);
  await store.close();
  expect([(await app.request('/healthz')).status, (await app.request('/readyz')).status]).toEqual([200, 503]);
});
