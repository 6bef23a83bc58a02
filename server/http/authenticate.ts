import type { MiddlewareHandler } from 'hono';
import type { Parts } from '../parts.ts';
import { RequestProblem } from '../problem.ts';
import { confirmNext, hashSecret } from '../rows/devices.ts';
import { findByAccess } from '../rows/people.ts';
import type { QueueEnv } from './context.ts';

/** The form of `tokensSchema.access`. */
const BEARER = /^Bearer ([A-Za-z0-9_-]{43})$/i;

/**
 * Lets through whose access token is good and not revoked, and says who they are; looked up each time, so that
 * revoking works at once [SI1].
 */
export const authenticate =
  ({ store, clock }: Pick<Parts, 'store' | 'clock'>): MiddlewareHandler<QueueEnv> =>
  async (c, next) => {
    const token = BEARER.exec(c.req.header('authorization') ?? '')?.[1];
    const reader =
      token === undefined ? null : await store.readOne((sql) => findByAccess(sql, hashSecret(token), clock()));
    if (reader === null) throw new RequestProblem('unauthorized', { headers: { 'www-authenticate': 'Bearer' } });
    const { person, deviceId, confirms } = reader;
    // [SI2] It has the answer, so the refresh token before is spent; once for each pair of tokens.
    if (confirms !== null) await store.write((tx) => confirmNext(tx, deviceId, confirms));
    c.set('reader', { person, deviceId });
    await next();
  };
