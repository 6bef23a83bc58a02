import { Hono } from 'hono';
import { ROUTES } from '../../protocol/routes.ts';
import type { QueueEnv } from '../http/context.ts';
import type { Parts } from '../parts.ts';
import { queueInfo, queueRow } from '../rows/queue.ts';

/** What the queue says of itself to anybody who wants to join it or looks after it. */
export const queueRoutes = ({ store, provider }: Parts) =>
  new Hono<QueueEnv>()
    .get(ROUTES.queue, async (c) => c.json(await store.read((sql) => queueInfo(sql, provider !== null))))
    /** The process runs. */
    .get('/healthz', (c) => c.json({ status: 'ok' }))
    /** The database answers too. */
    .get('/readyz', async (c) => {
      await store.read(queueRow);
      return c.json({ status: 'ok' });
    });
