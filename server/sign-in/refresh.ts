import { randomBytes } from 'node:crypto';
import type { Tokens } from '../../protocol/session.ts';
import type { Parts } from '../parts.ts';
import { RequestProblem } from '../problem.ts';
import { addAccess, findHolding, giveNext, hashSecret, revokeDevice } from '../rows/devices.ts';
import type { Tx } from '../store/store.ts';
import { askProvider } from './ask-provider.ts';
import { stepOf } from './rotation.ts';
import { familyHash, familyOf, makeTokens } from './tokens.ts';

/**
 * The next tokens for a refresh token. The same one asked again, before anything of the answer was used, gets the same.
 * @throws RequestProblem unauthorized: not known, no longer allowed, or used before; in the last case the device is
 *   signed out [SI3]; unavailable: the company's provider has to be asked and does not answer [SI10].
 */
export async function refreshTokens(
  { store, clock, provider }: Pick<Parts, 'store' | 'clock' | 'provider'>,
  refresh: string,
): Promise<Tokens> {
  const now = clock();
  const refreshHash = hashSecret(refresh);
  // Looked up first: for what anybody may invent nothing is written.
  const holding = await store.read((sql) => findHolding(sql, refreshHash, familyHash(refresh)));
  const step = stepOf(holding, refreshHash, now);
  if (holding === null || step === 'refused') throw new RequestProblem('unauthorized');
  if (step !== 'reused') await askProvider({ store, provider }, holding, refresh, now);
  const { result } = await store.write((tx) => nextTokens(tx, refresh, now));
  if (result === null) throw new RequestProblem('unauthorized');
  return result;
}

/** Null: refused. What has to be written then is written all the same. */
async function nextTokens(tx: Tx, refresh: string, now: number): Promise<Tokens | null> {
  const refreshHash = hashSecret(refresh);
  const holding = await findHolding(tx, refreshHash, familyHash(refresh));
  const step = stepOf(holding, refreshHash, now);
  if (step === 'reused' && holding !== null) await revokeDevice(tx, holding.id, 'reused', now);
  if (holding === null || step === 'reused' || step === 'refused') return null;
  const salt = (step === 'repeat' ? holding.nextSalt : null) ?? randomBytes(32).toString('base64url');
  const tokens = makeTokens(refresh, salt, familyOf(refresh) ?? undefined);
  const nextRefreshHash = hashSecret(tokens.refresh);
  await giveNext(tx, holding.id, {
    refreshHash,
    nextRefreshHash,
    nextSalt: salt,
    familyHash: familyHash(tokens.refresh),
    now,
  });
  await addAccess(tx, {
    hash: hashSecret(tokens.access),
    deviceId: holding.id,
    refreshHash: nextRefreshHash,
    expiresAt: now + tokens.accessMs,
    now,
  });
  return tokens;
}
