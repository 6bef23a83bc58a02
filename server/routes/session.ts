import { Hono } from 'hono';
import type { ProblemKind } from '../../protocol/problem.ts';
import { ROUTES } from '../../protocol/routes.ts';
import { ENDPOINTS } from '../endpoints.ts';
import { createAttempts } from '../http/attempts.ts';
import { readJson } from '../http/body.ts';
import type { QueueContext, QueueEnv } from '../http/context.ts';
import { senderAddress } from '../http/sender.ts';
import { join } from '../join.ts';
import type { Parts } from '../parts.ts';
import { RequestProblem } from '../problem.ts';
import { revokeDevice } from '../rows/devices.ts';
import { redeemCode } from '../sign-in/codes.ts';
import { refreshTokens } from '../sign-in/refresh.ts';

/** Wrong codes, or links that lead nowhere, that one address may send within ten minutes. */
export const WRONG_CODES = { allowed: 20, windowMs: 600_000, addresses: 10_000 };

export function sessionRoutes(parts: Parts) {
  const { store, clock, config } = parts;
  const attempts = createAttempts(WRONG_CODES);
  /** Runs what takes a code, unless too many from this address were wrong; counts if this one is. */
  const counted = async <T>(c: QueueContext, wrong: ProblemKind, run: () => Promise<T>): Promise<T> => {
    const sender = senderAddress(c, config.proxies);
    const wait = attempts.waitSeconds(sender, clock());
    if (wait > 0) throw new RequestProblem('too_many', { headers: { 'retry-after': String(wait) } });
    try {
      return await run();
    } catch (error) {
      if (error instanceof RequestProblem && error.kind === wrong) attempts.failed(sender, clock());
      throw error;
    }
  };
  return new Hono<QueueEnv>()
    .post(ROUTES.session, async (c) => {
      const request = await readJson(c, ENDPOINTS.join.json);
      return c.json(await counted(c, 'unknown', () => join(parts, request, clock())), 201);
    })
    .post(ROUTES.refresh, async (c) => {
      const { refresh } = await readJson(c, ENDPOINTS.refresh.json);
      return c.json(await refreshTokens(parts, refresh));
    })
    .post(ROUTES.signIn, async (c) => {
      const request = await readJson(c, ENDPOINTS.signIn.json);
      return c.json(await counted(c, 'unknown', () => redeemCode(parts, request, clock())), 201);
    })
    .delete(ROUTES.session, async (c) => {
      const { deviceId } = c.get('reader');
      await store.write((tx) => revokeDevice(tx, deviceId, 'left', clock()));
      return c.body(null, 204);
    });
}
