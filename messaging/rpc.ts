/**
 * Typed calls over two functions, so that a test can join two ends with a line. Who receives parses:
 * a request on arrival, an answer on arrival. Knows no schema library; a content script stays small.
 */

/** How messages travel. `listen` answers undefined for messages that are not for it. */
export type Adapter = {
  send(message: unknown): Promise<unknown>;
  listen(answer: (message: unknown) => Promise<unknown> | undefined): () => void;
};

/** What a zod schema offers, and what a few lines by hand can offer too. */
export type Parser<T> = { safeParse(value: unknown): { success: true; data: T } | { success: false } };

/** Calls of one direction by name: what is sent and what comes back. */
export type Calls = Record<string, { request: unknown; answer: unknown }>;
export type Parsers<C extends Calls> = {
  [K in keyof C]: { request: Parser<C[K]['request']>; answer: Parser<C[K]['answer']> };
};
/** All that a caller needs to understand. */
export type Answers<C extends Calls> = { [K in keyof C]: { answer: Parser<C[K]['answer']> } };
export type Handlers<C extends Calls> = {
  [K in keyof C]: (request: C[K]['request']) => Promise<C[K]['answer']>;
};

const CALL_PROBLEMS = [
  /** Nobody is there: the worker was stopped, the page is gone, the extension was updated. */
  'no_answer',
  /** One side does not understand the other: an old script meets a new background. */
  'not_understood',
  'storage_full',
  'too_late',
  'not_found',
  'failed',
] as const;
export type CallProblem = (typeof CALL_PROBLEMS)[number];
export type Result<T> = { ok: true; value: T } | { ok: false; problem: CallProblem };

const failed = (problem: CallProblem): { ok: false; problem: CallProblem } => ({ ok: false, problem });

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** A function that makes calls. Never throws: what went wrong is in the result. */
export function createCaller<C extends Calls>({ send }: Pick<Adapter, 'send'>, parsers: Answers<C>) {
  return async <K extends keyof C & string>(call: K, request: C[K]['request']): Promise<Result<C[K]['answer']>> => {
    const reply = await send({ clipdesk: call, request }).catch(() => undefined);
    if (!isRecord(reply)) return failed('no_answer');
    if (reply.ok !== true)
      return failed(CALL_PROBLEMS.find((problem) => problem === reply.problem) ?? 'not_understood');
    const answer = parsers[call].answer.safeParse(reply.value);
    return answer.success ? { ok: true, value: answer.data } : failed('not_understood');
  };
}

/**
 * A function that answers calls, or undefined to what is no call of this direction. An error with a
 * `kind` that is a call problem is answered as that, any other one as `failed` and told to `report`.
 */
export function createAnswerer<C extends Calls>(
  parsers: Parsers<C>,
  handlers: Handlers<C>,
  report: (error: unknown) => void = () => {},
): (message: unknown) => Promise<Result<unknown>> | undefined {
  return (message) => {
    if (!isRecord(message) || typeof message.clipdesk !== 'string') return undefined;
    const call = message.clipdesk;
    return Object.hasOwn(parsers, call) ? answer(call, message.request) : undefined;
  };

  async function answer(call: keyof C, value: unknown): Promise<Result<unknown>> {
    const request = parsers[call].request.safeParse(value);
    if (!request.success) return failed('not_understood');
    try {
      return { ok: true, value: await handlers[call](request.data) };
    } catch (error) {
      const kind = isRecord(error) ? error.kind : undefined;
      const problem = CALL_PROBLEMS.find((known) => known === kind);
      if (problem === undefined) report(error);
      return failed(problem ?? 'failed');
    }
  }
}

/** Answers all calls that come over an adapter. @returns a function that stops answering */
export const answerCalls = <C extends Calls>(
  { listen }: Pick<Adapter, 'listen'>,
  parsers: Parsers<C>,
  handlers: Handlers<C>,
  report?: (error: unknown) => void,
): (() => void) => listen(createAnswerer(parsers, handlers, report));
