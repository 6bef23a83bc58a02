/**
 * What goes around every request and every answer: a request id, the headers, CORS and one line in
 * the log. One middleware of our own; the same from stock ones cost more than the rest of a request.
 */
import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import { PROTOCOL_HEADER, PROTOCOL_VERSION } from '../../protocol/version.ts';
import type { Parts } from '../parts.ts';
import type { QueueEnv } from './context.ts';

/**
 * Any origin may ask: an extension's origin differs by browser and profile, and no request that answers anything
 * of the queue's rests on a cookie, so a page that a person happens to visit has nothing to ask with. The one cookie
 * there is belongs to a sign-in on its way: it goes to the sign-in pages alone, and other sites' pages cannot
 * send it along (`SameSite`).
 */
const EVERY_ANSWER: Readonly<Record<string, string>> = {
  [PROTOCOL_HEADER]: String(PROTOCOL_VERSION),
  'access-control-allow-origin': '*',
  'access-control-expose-headers': `${PROTOCOL_HEADER}, retry-after, x-request-id, accept-encoding`,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
};

/** Unless a route says something else. */
const UNLESS_SET: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
};

export const envelope =
  ({ log, metrics, config }: Pick<Parts, 'log' | 'metrics' | 'config'>): MiddlewareHandler<QueueEnv> =>
  async (c, next) => {
    const startedAt = performance.now();
    const requestId = idFromProxy(c.req.header('x-request-id'), config.proxies) ?? crypto.randomUUID();
    c.set('requestId', requestId);
    if (c.req.method === 'OPTIONS') c.res = preflight(c.req.header('access-control-request-private-network'));
    else await next();
    const { headers } = c.res;
    for (const [name, value] of Object.entries(EVERY_ANSWER)) headers.set(name, value);
    for (const [name, value] of Object.entries(UNLESS_SET)) if (!headers.has(name)) headers.set(name, value);
    headers.set('x-request-id', requestId);
    // [PU6] As RFC 9110 has it: how bodies may come.
    if (config.compresses) headers.set('accept-encoding', 'gzip');
    const ms = performance.now() - startedAt;
    const route = routePath(c, -1);
    metrics.observeRequest(c.req.method, route, c.res.status, ms);
    log.info({ requestId, method: c.req.method, route, status: c.res.status, ms: Math.round(ms * 10) / 10 });
  };

/** So that a request is found in both logs; a sender's own word is not believed, nor one that would break a line. */
const idFromProxy = (sent: string | undefined, proxies: number): string | null =>
  proxies > 0 && sent !== undefined && /^[A-Za-z0-9._-]{8,64}$/.test(sent) ? sent : null;

/** Browsers ask before a request with a bearer token, and once more before one into a private network. */
const preflight = (privateNetwork: string | undefined): Response =>
  new Response(null, {
    status: 204,
    headers: {
      'access-control-allow-methods': 'GET, POST, PUT, DELETE',
      'access-control-allow-headers': 'authorization, content-type, content-encoding',
      'access-control-max-age': '7200',
      ...(privateNetwork === 'true' ? { 'access-control-allow-private-network': 'true' } : {}),
    },
  });
