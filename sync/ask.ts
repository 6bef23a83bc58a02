/** One request to a queue: what every request has in common, and what an answer must have to be believed. */
import type * as z from 'zod/mini';
import { type ProblemKind, problemSchema } from '../protocol/problem.ts';
import { PROTOCOL_HEADER } from '../protocol/version.ts';
import { SyncError, type SyncErrorKind } from './errors.ts';

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export type Line = {
  /** Without a slash at its end. */
  queueUrl: string;
  /**
   * The access token to send; null before joining. At once where it is known: a page that closes cannot wait.
   * @param refused the one that the queue has just refused: then another one, or the same if there is none
   */
  access(refused: string | null): string | null | Promise<string | null>;
  fetch: Fetch;
};

export type Question = {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  body?: BodyInit;
  type?: string;
  /** The body is compressed. */
  isGzip?: boolean;
  /** Ends the request; by default it ends by itself after `TIMEOUT_MS`. */
  signal?: AbortSignal;
  /** Goes on when the page that asks is closed meanwhile. */
  keepalive?: boolean;
};

/** A worker's fetch ends after 30 seconds anyway; before that there is time to write down why. */
const TIMEOUT_MS = 20_000;
/** More than a day is a mistake of whoever said it. */
export const LONGEST_WAIT_MS = 86_400_000;

/**
 * Asks once more with the next access token if the queue refused this one: it may have ended on the way [SI5].
 * @returns an answer with a status of 2xx that is a queue's
 * @throws SyncError
 */
export async function ask(line: Line, path: string, question: Question = {}): Promise<Response> {
  const known = line.access(null);
  const token = known instanceof Promise ? await known : known;
  const response = await send(line, path, token, question);
  if (isFine(response)) return response;
  const failure = await whatIsWrong(response);
  if (failure.kind !== 'sign_in' || token === null) throw failure;
  const next = await line.access(token);
  if (next === token) throw failure;
  const again = await send(line, path, next, question);
  if (isFine(again)) return again;
  throw await whatIsWrong(again);
}

const isFine = (response: Response): boolean => response.ok && response.headers.has(PROTOCOL_HEADER);

async function send(line: Line, path: string, token: string | null, question: Question): Promise<Response> {
  const { method = 'GET', body, type, isGzip = false, keepalive = false } = question;
  const { signal = AbortSignal.timeout(TIMEOUT_MS) } = question;
  const headers = new Headers();
  if (token !== null) headers.set('authorization', `Bearer ${token}`);
  if (type !== undefined) headers.set('content-type', type);
  if (isGzip) headers.set('content-encoding', 'gzip');
  return line
    .fetch(line.queueUrl + path, {
      method,
      headers,
      signal,
      keepalive,
      ...(body === undefined ? {} : { body }),
      // A queue never redirects; who does is a login page, and must not get the token.
      redirect: 'manual',
      credentials: 'omit',
      // Only what is fetched could come from a cache. With this word Chromium asks before each request whether it may ask
      // (a preflight), and not once in two hours.
      ...(method === 'GET' ? { cache: 'no-store' } : {}),
      referrerPolicy: 'no-referrer',
    })
    .catch((cause: unknown) => {
      throw new SyncError('unreachable', { cause });
    });
}

/** Sends JSON and reads JSON of the given form. */
export async function askJson<S extends z.ZodMiniType>(
  line: Line,
  path: string,
  question: Question,
  schema: S,
): Promise<z.infer<S>> {
  const parsed = schema.safeParse(await readJson(await ask(line, path, question)));
  if (parsed.success) return parsed.data;
  throw new SyncError('not_a_queue', { cause: parsed.error }); // [PU4]
}

async function readJson(response: Response): Promise<unknown> {
  const text = await response.text().catch((cause: unknown) => {
    throw new SyncError('unreachable', { cause }); // The answer broke off.
  });
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new SyncError('not_a_queue', { cause }); // [PU4]
  }
}

const KINDS: Record<ProblemKind, SyncErrorKind> = {
  bad_request: 'failed',
  unauthorized: 'sign_in',
  forbidden: 'failed',
  unknown: 'not_found',
  wrong_method: 'failed',
  epoch_changed: 'epoch_changed',
  forked: 'forked',
  gap: 'gap',
  strategy_changed: 'strategy_changed',
  strategy_faulty: 'strategy_faulty',
  invitation_used: 'failed',
  protocol_too_new: 'update_queue',
  protocol_too_old: 'update_extension',
  too_large: 'too_large',
  wrong_type: 'failed',
  too_many: 'busy',
  internal: 'busy',
  unavailable: 'busy',
};

async function whatIsWrong(response: Response): Promise<SyncError> {
  const retryAfterMs = readRetryAfter(response.headers.get('retry-after'));
  if (!response.headers.has(PROTOCOL_HEADER)) {
    await response.body?.cancel().catch(() => {});
    // [PU4] A proxy: it says that the queue is away, or it wants something of its own.
    const away = response.status === 429 || response.status >= 500;
    return new SyncError(away ? 'unreachable' : 'not_a_queue', { retryAfterMs });
  }
  const problem = problemSchema.safeParse(await readJson(response));
  if (!problem.success) return new SyncError('not_a_queue', { retryAfterMs, cause: problem.error });
  const queueProtocol = Number(response.headers.get(PROTOCOL_HEADER)) || null;
  return new SyncError(KINDS[problem.data.kind as ProblemKind], { retryAfterMs, queueProtocol, cause: problem.data });
}

/** Seconds or a date (RFC 9110), as milliseconds from now. */
function readRetryAfter(header: string | null): number | null {
  if (header === null || header.trim() === '') return null;
  const ms = /^\d+$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - Date.now();
  return Number.isNaN(ms) ? null : Math.min(Math.max(ms, 0), LONGEST_WAIT_MS);
}
