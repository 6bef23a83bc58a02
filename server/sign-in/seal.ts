/**
 * What the queue keeps of the provider for a device, a refresh token of the provider's own, is encrypted with a secret
 * that the device has and the queue does not [SI4]: it can be read while the device asks, and never from the database.
 */
import { hkdfSync } from 'node:crypto';
import { CompactEncrypt, compactDecrypt } from 'jose';

const keyOf = (secret: string): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', secret, '', 'clipdesk provider grant', 32));

export const seal = (secret: string, text: string): Promise<string> =>
  new CompactEncrypt(new TextEncoder().encode(text))
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
    .encrypt(keyOf(secret));

/** Null if another secret sealed it. */
export async function unseal(secret: string, sealed: string): Promise<string | null> {
  try {
    return new TextDecoder().decode((await compactDecrypt(sealed, keyOf(secret))).plaintext);
  } catch {
    return null;
  }
}
