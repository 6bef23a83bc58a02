import { Hono } from 'hono';
import { ENDPOINTS } from '../endpoints.ts';
import type { QueueEnv } from '../http/context.ts';
import { checkOperatorToken } from '../http/operator-token.ts';
import { look } from '../metrics/look.ts';
import type { Parts } from '../parts.ts';

/** Figures of the running queue, for whoever has the operators' token; without a token only on a port of their own. */
export const metricsRoutes = (parts: Parts) =>
  new Hono<QueueEnv>().get(ENDPOINTS.metrics.path, async (c) => {
    checkOperatorToken(c.req.header('authorization'), parts.config.metrics.token);
    return c.body(await parts.metrics.text(await look(parts)), 200, { 'content-type': parts.metrics.contentType });
  });
