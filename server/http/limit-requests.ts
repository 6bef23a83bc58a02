/** How often anybody may ask, whatever for. Counted in this process: behind several servers each has a count of its own. */
import type { MiddlewareHandler } from 'hono';
import type { Parts } from '../parts.ts';
import { RequestProblem } from '../problem.ts';
import { type Attempts, createAttempts } from './attempts.ts';
import type { QueueEnv } from './context.ts';
import { senderAddress } from './sender.ts';

const WINDOW_MS = 60_000;
/** Who else asked within the window is remembered up to here: some megabytes. */
const REMEMBERED = 100_000;

/** Null: without limit. */
const limiter = (allowed: number): Attempts | null =>
  allowed === 0 ? null : createAttempts({ allowed, windowMs: WINDOW_MS, addresses: REMEMBERED });

function count(attempts: Attempts | null, who: string, now: number): void {
  if (attempts === null) return;
  const wait = attempts.waitSeconds(who, now);
  if (wait > 0) throw new RequestProblem('too_many', { headers: { 'retry-after': String(wait) } });
  attempts.failed(who, now);
}

type Given = Pick<Parts, 'config' | 'clock'>;

/** Before anything is looked up: from one address. */
export function limitByAddress({ config, clock }: Given): MiddlewareHandler<QueueEnv> {
  const attempts = limiter(config.limits.requestsPerAddress);
  return async (c, next) => {
    count(attempts, senderAddress(c, config.proxies), clock());
    await next();
  };
}

/** After it is known who asks: of one person, from however many devices. */
export function limitByPerson({ config, clock }: Given): MiddlewareHandler<QueueEnv> {
  const attempts = limiter(config.limits.requestsPerPerson);
  return async (c, next) => {
    count(attempts, c.get('reader').person.id, clock());
    await next();
  };
}
