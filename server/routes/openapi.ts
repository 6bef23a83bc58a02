import { Hono } from 'hono';
import { ENDPOINTS } from '../endpoints.ts';
import type { QueueEnv } from '../http/context.ts';
import { describeQueue } from '../openapi/describe.ts';

/** What there is to be asked, for programs; the same for everybody, so it is made once. */
export function openapiRoutes() {
  const description = JSON.stringify(describeQueue());
  return new Hono<QueueEnv>().get(ENDPOINTS.openapi.path, (c) =>
    c.body(description, 200, { 'content-type': 'application/json', 'cache-control': 'public, max-age=300' }),
  );
}
