/** What is large goes compressed to a queue that said it takes that [PU6]. */
import type * as z from 'zod/mini';
import { PROTOCOL_HEADER } from '../protocol/version.ts';
import { askJson, type Line } from './ask.ts';
import { SyncError } from './errors.ts';

/** What fits into a packet or two is sent as it is. Characters. */
const LEAST = 2_500;

/** @returns the same line, listened to, and a way to send JSON on it */
export function compressing(given: Line) {
  let takesGzip = false;
  const line: Line = {
    ...given,
    async fetch(url, init) {
      const response = await given.fetch(url, init);
      // A proxy's answer says nothing of the queue.
      if (response.headers.has(PROTOCOL_HEADER))
        takesGzip = /\bgzip\b/i.test(response.headers.get('accept-encoding') ?? '');
      return response;
    },
  };

  async function postLarge<S extends z.ZodMiniType>(path: string, json: string, schema: S): Promise<z.infer<S>> {
    const plain = { method: 'POST', type: 'application/json', body: json } as const;
    if (!takesGzip || json.length < LEAST) return askJson(line, path, plain, schema);
    try {
      return await askJson(line, path, { ...plain, body: await zipped(json), isGzip: true }, schema);
    } catch (error) {
      // Behind the same address may be a server that is older than the one which said so.
      if (!(error instanceof SyncError) || error.kind !== 'failed') throw error;
      return askJson(line, path, plain, schema);
    }
  }
  return { line, postLarge };
}

const zipped = (text: string): Promise<ArrayBuffer> =>
  new Response(new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer();
