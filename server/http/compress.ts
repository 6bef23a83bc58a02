/** Compression of what is large: pages of a pull and batches of a push, which say the same names of fields again and again. */
import { promisify } from 'node:util';
import { constants, gunzip, gzip } from 'node:zlib';
import { RequestProblem } from '../problem.ts';
import type { QueueContext } from './context.ts';

const zip = promisify(gzip);
const unzip = promisify(gunzip);

/** What fits into one packet anyway is not made smaller. Bytes. */
const LEAST = 1_400;
/** A tenth larger than at the usual level, and a third of its time. */
const LEVEL = constants.Z_BEST_SPEED;

/** Texts of clips become so much smaller, or less. */
const USUAL_RATIO = 8;
/** Each piece of what comes out is a way to a thread and back: a batch of a megabyte was seventy of them. Bytes. */
const pieceFor = (expected: number): number => Math.min(Math.max(Math.ceil(expected), 16_384), 1_048_576);

/** An answer in JSON, compressed if it is large, the queue does that and who asked takes it [PU6]. */
export async function largeJson(c: QueueContext, body: unknown, compresses: boolean): Promise<Response> {
  const text = JSON.stringify(body);
  const takes = /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/i.test(c.req.header('accept-encoding') ?? '');
  const headers = { 'content-type': 'application/json', vary: 'accept-encoding' };
  if (!compresses || !takes || text.length < LEAST) return c.body(text, 200, headers);
  const bytes = new Uint8Array(await zip(text, { level: LEVEL, chunkSize: pieceFor(text.length / 4) }));
  return c.body(bytes, 200, { ...headers, 'content-encoding': 'gzip' });
}

/**
 * A body as its sender wrote it.
 * @param limit of what it is when it is no longer compressed
 * @throws RequestProblem wrong_type if it is compressed in a way that nobody said the queue takes, too_large, bad_request
 */
export async function decompress(bytes: Uint8Array, encoding: string | undefined, limit: number): Promise<Uint8Array> {
  if (encoding === undefined || encoding.toLowerCase() === 'identity') return bytes;
  if (encoding.toLowerCase() !== 'gzip') throw new RequestProblem('wrong_type');
  try {
    return await unzip(bytes, { maxOutputLength: limit, chunkSize: pieceFor(bytes.length * USUAL_RATIO) });
  } catch (error) {
    const isTooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    throw isTooLarge
      ? new RequestProblem('too_large')
      : new RequestProblem('bad_request', { detail: 'The body is not what its content-encoding says.' });
  }
}
