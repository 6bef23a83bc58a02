/**
 * A sign-in on its way through the provider's pages. The queue keeps nothing of it: several servers need not know it,
 * and nobody fills a table by beginning again and again. The browser that began carries it in a cookie, and what the
 * provider has to bring back follows from a secret in there: another browser cannot finish it [SI6].
 */
import { createHmac, randomBytes } from 'node:crypto';
import * as z from 'zod/mini';
import { type SignInQuery, signInQuerySchema } from '../../protocol/session.ts';
import type { Attempt } from './provider.ts';

const COOKIE = 'clipdesk-sign-in';
/** People look for their second factor. Seconds. */
const LASTS = 900;

const carriedSchema = z.object({
  ...signInQuerySchema.shape,
  secret: z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/)),
});
export type Carried = z.infer<typeof carriedSchema>;

export const begin = (query: SignInQuery): Carried => ({ ...query, secret: randomBytes(32).toString('base64url') });

export function attemptOf({ secret }: Carried): Attempt {
  const derive = (what: string) => createHmac('sha256', secret).update(what).digest('base64url');
  return { state: derive('state'), nonce: derive('nonce'), verifier: derive('verifier') };
}

/** @param callback where the provider answers: the cookie goes to this path and below it */
function attributes(callback: string): string {
  const { protocol, pathname } = new URL(callback);
  const secure = protocol === 'https:' ? '; Secure' : '';
  return `Path=${pathname.replace(/\/callback$/, '')}; HttpOnly; SameSite=Lax${secure}`;
}

export const cookieOf = (carried: Carried, callback: string): string =>
  `${COOKIE}=${Buffer.from(JSON.stringify(carried)).toString('base64url')}; Max-Age=${LASTS}; ${attributes(callback)}`;

export const endedCookie = (callback: string): string => `${COOKIE}=; Max-Age=0; ${attributes(callback)}`;

/** What this browser began; null if it was long ago, in another one, or is not ours. */
export function readCookie(header: string | undefined): Carried | null {
  const value = new RegExp(`(?:^|; )${COOKIE}=([A-Za-z0-9_-]+)`).exec(header ?? '')?.[1];
  if (value === undefined) return null;
  try {
    return carriedSchema.safeParse(JSON.parse(Buffer.from(value, 'base64url').toString('utf8'))).data ?? null;
  } catch {
    return null;
  }
}
