/** What tokens look like and how they follow from one another. */
import { createHmac } from 'node:crypto';
import type { Tokens } from '../../protocol/session.ts';
import { hashSecret } from '../rows/devices.ts';

/** How long an access token works. A device in use asks for the next about three times an hour. Milliseconds. */
export const ACCESS_MS = 20 * 60_000;
/** A device that was not used for so long signs in again. Milliseconds. */
export const IDLE_MS = 180 * 86_400_000;

/** What each refresh token of a device begins with: by it one of earlier days is known for what it is. */
const FAMILY_LENGTH = 22;

/**
 * Tokens of 256 bits that follow from a secret of the device and a salt of the queue, so that they need not be kept in
 * readable form to be said once more [PU3]. Neither side alone can compute them: the queue has only the secret's
 * hash, and a device never sees the salt. (At joining the salt is the device's nonce, and the code is forgotten.)
 * @param family of the device; made here for its first tokens
 */
export function makeTokens(secret: string, salt: string, family?: string): Tokens {
  const derive = (what: string) => createHmac('sha256', secret).update(`${what} ${salt}`).digest('base64url');
  const begin = family ?? derive('family').slice(0, FAMILY_LENGTH);
  return { access: derive('access'), accessMs: ACCESS_MS, refresh: begin + derive('refresh') };
}

/** Null for a token of earlier days, which is shorter. */
export const familyOf = (refresh: string): string | null =>
  refresh.length > 43 ? refresh.slice(0, FAMILY_LENGTH) : null;

/** As the device's row keeps it. */
export const familyHash = (refresh: string): string | null => {
  const family = familyOf(refresh);
  return family === null ? null : hashSecret(family);
};
