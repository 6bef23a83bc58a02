import { expect, test } from 'vitest';
import { ROUTES } from '../../../protocol/routes.ts';
import { ENDPOINTS, listEndpoints } from '../../../server/endpoints.ts';
import { refuseUnknownRoutes } from '../../../server/http/guard.ts';
import { openTestQueue } from '../queue.ts';

const described = async () => {
  const { app } = await openTestQueue();
  return { app, description: await (await app.request('/openapi.json')).json() };
};

test('the description names every route that the queue serves, with its method, and no other', async () => {
  const { app, description } = await described();
  const served = app.routes
    .filter(({ method }) => method !== 'ALL')
    .map(({ method, path }) => `${method.toLowerCase()} ${path.replace(/:(\w+)/g, '{$1}')}`);
  const said = Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.keys(methods as object).map((method) => `${method} ${path}`),
  );
  expect([...new Set(served)].sort()).toEqual(said.sort());
  expect(description.openapi).toBe('3.1.0');
});

test('every address of the protocol is in the table, and every entry of the table has a handler', async () => {
  const paths = listEndpoints().map(({ path }) => path);
  expect(Object.values(ROUTES).filter((path) => !paths.includes(path))).toEqual([]);
  const { app } = await openTestQueue();
  for (const { method, path, name } of listEndpoints()) {
    // The guard stands first; a handler is what comes after it.
    const handlers = app.routes.filter((route) => route.method === method && route.path === path);
    const { who } = ENDPOINTS[name as keyof typeof ENDPOINTS];
    expect(handlers.length, name).toBeGreaterThan(who === 'person' || who === 'desk' ? 3 : 1);
  }
});

test('a queue with a route that is not in the table does not start', async () => {
  const { app } = await openTestQueue();
  app.get('/v1/everything', (c) => c.text('all'));
  expect(() => refuseUnknownRoutes(app)).toThrow('GET /v1/everything');
});

test('bodies, answers, parameters and who may ask come from the schemas and the table', async () => {
  const { description } = await described();
  const push = description.paths['/v1/push'].post;
  expect(push.security).toEqual([{ token: [] }]);
  const body = push.requestBody.content['application/json'].schema;
  expect(body.properties.mutations.maxItems).toBe(500);
  // Read one by one by the queue, so that one bad action blocks no other; described as what each has to be.
  expect(JSON.stringify(body.properties.mutations.items)).toContain('"const":"saveClip"');
  expect(Object.keys(push.responses)).toEqual(['200', '400', '401', '409', '413', '415', '426', '429', '500', '503']);
  const search = description.paths['/v1/search'].get.parameters;
  expect(search.filter(({ required }: { required: boolean }) => required)).toEqual([]);
  const figures = description.paths['/v1/figures'].get;
  expect(figures['x-who']).toBe('desk');
  expect(figures.parameters.map(({ name, required }: { name: string; required: boolean }) => [name, required])).toEqual(
    [
      ['from', true],
      ['to', true],
    ],
  );
});
