import type { QueueContext } from './context.ts';

/**
 * The address that a request came from. Each of our own proxies appends the address that it saw to
 * X-Forwarded-For; what stands before those entries was written by the sender and is not believed.
 */
export function senderAddress(c: QueueContext, proxies: number): string {
  const direct = c.env?.incoming?.socket.remoteAddress ?? 'unknown';
  if (proxies === 0) return direct;
  const forwarded = (c.req.header('x-forwarded-for') ?? '').split(',').map((entry) => entry.trim());
  return forwarded.at(-proxies) || direct;
}
