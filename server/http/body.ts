import * as z from 'zod/mini';
import { LIMITS } from '../../protocol/limits.ts';
import { RequestProblem } from '../problem.ts';
import { decompress } from './compress.ts';
import type { QueueContext } from './context.ts';

/**
 * The body as bytes, never more than `limit` of them: an honest length is believed before anything is
 * read (the HTTP parser holds the sender to it), otherwise reading stops where the limit is passed.
 * @throws RequestProblem too_large, or bad_request where the sender was cut off
 */
export async function readBytes(c: QueueContext, limit: number): Promise<Uint8Array> {
  try {
    return await receive(c, limit);
  } catch (error) {
    if (error instanceof RequestProblem) throw error;
    // Networks break: no mistake of the queue's, and nobody is left to read the answer.
    throw new RequestProblem('bad_request', { detail: 'The body broke off.' });
  }
}

async function receive(c: QueueContext, limit: number): Promise<Uint8Array> {
  const announced = c.req.header('content-length');
  if (announced !== undefined) {
    if (Number(announced) > limit) throw new RequestProblem('too_large');
    return new Uint8Array(await c.req.arrayBuffer());
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of c.req.raw.body ?? []) {
    size += chunk.byteLength;
    if (size > limit) throw new RequestProblem('too_large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** What is wrong in words, for those who write a client; programs go by `kind` and `path`. */
const ENGLISH = { error: z.locales.en().localeError };

/**
 * The body as JSON of the given form.
 * @throws RequestProblem wrong_type, too_large or bad_request
 */
export async function readJson<T extends z.ZodMiniType>(c: QueueContext, schema: T): Promise<z.infer<T>> {
  if (!/^application\/json\s*(;|$)/i.test(c.req.header('content-type') ?? '')) throw new RequestProblem('wrong_type');
  const sent = await readBytes(c, LIMITS.bodyBytes);
  const bytes = await decompress(sent, c.req.header('content-encoding'), LIMITS.bodyBytes);
  const parsed = schema.safeParse(parseJson(bytes), ENGLISH);
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues.slice(0, 10).map(({ path, message }) => ({ path: path.join('.'), message }));
  throw new RequestProblem('bad_request', { errors });
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(utf8.decode(bytes));
  } catch {
    // The parser's own message quotes the body.
    throw new RequestProblem('bad_request', { detail: 'The body is not JSON in UTF-8.' });
  }
}
