import { Hono } from 'hono';
import { pullRequestSchema } from '../../protocol/pull.ts';
import { pushRequestSchema } from '../../protocol/push.ts';
import { ROUTES } from '../../protocol/routes.ts';
import { authenticate } from '../http/authenticate.ts';
import { readJson } from '../http/body.ts';
import type { QueueEnv } from '../http/context.ts';
import type { Parts } from '../parts.ts';
import { pull } from '../pull/pull.ts';
import { checkProtocol, push } from '../push/push.ts';

export const syncRoutes = (parts: Parts) =>
  new Hono<QueueEnv>()
    .post(ROUTES.push, authenticate(parts), async (c) => {
      const request = await readJson(c, pushRequestSchema);
      return c.json(await push(parts.store, c.get('reader').person, request, parts.clock()));
    })
    .post(ROUTES.pull, authenticate(parts), async (c) => {
      const request = await readJson(c, pullRequestSchema);
      checkProtocol(request.protocol);
      return c.json(await pull(parts.store, c.get('reader').person, request, parts.clock()));
    });
