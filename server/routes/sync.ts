import { Hono } from 'hono';
import { ROUTES } from '../../protocol/routes.ts';
import { ENDPOINTS } from '../endpoints.ts';
import { readJson } from '../http/body.ts';
import { largeJson } from '../http/compress.ts';
import type { QueueEnv } from '../http/context.ts';
import type { Parts } from '../parts.ts';
import { pull } from '../pull/pull.ts';
import { checkProtocol, push } from '../push/push.ts';

export const syncRoutes = (parts: Parts) =>
  new Hono<QueueEnv>()
    .post(ROUTES.push, async (c) => {
      const request = await readJson(c, ENDPOINTS.push.json);
      for (const { madeAt } of request.mutations) parts.metrics.observeOutboxLag(parts.clock() - madeAt);
      return c.json(await push(parts.store, c.get('reader').person, request, parts.clock()));
    })
    .post(ROUTES.pull, async (c) => {
      const request = await readJson(c, ENDPOINTS.pull.json);
      checkProtocol(request.protocol);
      const page = await pull(parts.store, c.get('reader').person, request, parts.clock());
      return largeJson(c, page, parts.config.compresses);
    });
