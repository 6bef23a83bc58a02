/** Lets through to an endpoint whom the table lets through; see `server/endpoints.ts`. */
import type { Hono, MiddlewareHandler } from 'hono';
import { keepsStrategy, mayDecide } from '../../desk/roles.ts';
import type { Role } from '../../protocol/person.ts';
import { type Endpoint, listEndpoints } from '../endpoints.ts';
import type { Parts } from '../parts.ts';
import { RequestProblem } from '../problem.ts';
import { authenticate } from './authenticate.ts';
import type { QueueEnv } from './context.ts';
import { limitByPerson } from './limit-requests.ts';

/** To be called before the routes: what stands first runs first. */
export function guardEndpoints(app: Hono<QueueEnv>, parts: Parts): void {
  const byPerson = limitByPerson(parts);
  for (const endpoint of listEndpoints()) {
    if (endpoint.who !== 'anybody' && endpoint.who !== 'operator')
      app.on(endpoint.method, endpoint.path, authenticate(parts), byPerson);
    app.on(endpoint.method, endpoint.path, checkRoleAndPath(endpoint));
  }
}

const LETS_IN: Partial<Record<Endpoint['who'], (roles: readonly Role[]) => boolean>> = {
  desk: mayDecide,
  keeper: keepsStrategy,
  admin: (roles) => roles.includes('admin'),
};

const checkRoleAndPath =
  ({ who, others = 'forbidden', params = {} }: Endpoint): MiddlewareHandler<QueueEnv> =>
  async (c, next) => {
    const isLetIn = LETS_IN[who];
    if (isLetIn !== undefined && !isLetIn(c.get('reader').person.roles)) throw new RequestProblem(others);
    for (const [name, schema] of Object.entries(params))
      if (!schema.safeParse(c.req.param(name)).success) throw new RequestProblem('unknown');
    await next();
  };

/**
 * To be called after the routes.
 * @throws if a route is served that the table does not know: nobody would have said who may call it.
 */
export function refuseUnknownRoutes(app: Hono<QueueEnv>): void {
  const known = new Set(listEndpoints().map(({ method, path }) => `${method} ${path}`));
  const unknown = app.routes.map(({ method, path }) => `${method} ${path}`).filter((route) => !known.has(route));
  const missing = [...new Set(unknown)].filter((route) => route !== 'ALL /*');
  if (missing.length > 0) throw new Error(`not in server/endpoints.ts: ${missing.join(', ')}`);
}
