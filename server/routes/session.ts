import { Hono } from 'hono';
import { ROUTES } from '../../protocol/routes.ts';
import { ENDPOINTS } from '../endpoints.ts';
import { createAttempts } from '../http/attempts.ts';
import { readJson } from '../http/body.ts';
import type { QueueEnv } from '../http/context.ts';
import { senderAddress } from '../http/sender.ts';
import { join } from '../join.ts';
import type { Parts } from '../parts.ts';
import { RequestProblem } from '../problem.ts';
import { revokeDevice } from '../rows/devices.ts';

/** Wrong codes, or links that lead nowhere, that one address may send within ten minutes. */
export const WRONG_CODES = { allowed: 20, windowMs: 600_000, addresses: 10_000 };

export function sessionRoutes(parts: Parts) {
  const { store, clock, config } = parts;
  const attempts = createAttempts(WRONG_CODES);
  return new Hono<QueueEnv>()
    .post(ROUTES.session, async (c) => {
      const sender = senderAddress(c, config.proxies);
      const wait = attempts.waitSeconds(sender, clock());
      if (wait > 0) throw new RequestProblem('too_many', { headers: { 'retry-after': String(wait) } });
      const request = await readJson(c, ENDPOINTS.join.json);
      try {
        return c.json(await join(store, request, clock()), 201);
      } catch (error) {
        if (error instanceof RequestProblem && error.kind === 'unknown') attempts.failed(sender, clock());
        throw error;
      }
    })
    .delete(ROUTES.session, async (c) => {
      const { deviceId } = c.get('reader');
      await store.write((tx) => revokeDevice(tx, deviceId, clock()));
      return c.body(null, 204);
    });
}
