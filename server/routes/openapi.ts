import { Hono } from 'hono';
import { ENDPOINTS } from '../endpoints.ts';
import type { QueueEnv } from '../http/context.ts';

/** Made of every schema there is, which takes longer than all else of a start: when somebody asks, which most never do. */
async function describe(): Promise<string> {
  const { describeQueue } = await import('../openapi/describe.ts');
  return JSON.stringify(describeQueue());
}

/** What there is to be asked, for programs; the same for everybody, so it is made once. */
export function openapiRoutes() {
  let description: Promise<string> | null = null;
  return new Hono<QueueEnv>().get(ENDPOINTS.openapi.path, async (c) => {
    // A program whose files were exchanged under it fails to load it, and shall be asked again.
    description ??= describe().catch((error: unknown) => {
      description = null;
      throw error;
    });
    return c.body(await description, 200, {
      'content-type': 'application/json',
      'cache-control': 'public, max-age=300',
    });
  });
}
