import type { MiddlewareHandler } from 'hono';
import type { Parts } from '../parts.ts';
import { RequestProblem } from '../problem.ts';
import { hashSecret } from '../rows/devices.ts';
import { findByToken } from '../rows/people.ts';
import type { QueueEnv } from './context.ts';

/** The form of `joinResponseSchema.token`. */
const BEARER = /^Bearer ([A-Za-z0-9_-]{43})$/i;

/** Lets through whose token is known and not revoked, and says who they are; looked up each time, so that revoking works at once. */
export const authenticate =
  ({ store }: Pick<Parts, 'store'>): MiddlewareHandler<QueueEnv> =>
  async (c, next) => {
    const token = BEARER.exec(c.req.header('authorization') ?? '')?.[1];
    const reader = token === undefined ? null : await store.read((sql) => findByToken(sql, hashSecret(token)));
    if (reader === null) throw new RequestProblem('unauthorized', { headers: { 'www-authenticate': 'Bearer' } });
    c.set('reader', reader);
    await next();
  };
