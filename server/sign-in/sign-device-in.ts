import type { Tokens } from '../../protocol/session.ts';
import { RequestProblem } from '../problem.ts';
import { addAccess, addDevice, findHolding, hashSecret } from '../rows/devices.ts';
import type { Tx } from '../store/store.ts';
import { familyHash } from './tokens.ts';

/** Whose device with these first tokens is there already, since the answer that said them was lost; null if none is. */
export async function firstTokensOf(tx: Tx, { refresh }: Tokens): Promise<{ personId: string } | null> {
  const refreshHash = hashSecret(refresh);
  const holding = await findHolding(tx, refreshHash, familyHash(refresh));
  if (holding === null) return null;
  // They were used since: whoever asks now is not the one who waits for them.
  if (!holding.allowed || holding.refreshHash !== refreshHash) throw new RequestProblem('invitation_used');
  return holding;
}

type FirstTokens = {
  tokens: Tokens;
  personId: string;
  device: string;
  /** Null: by invitation. Else with what the provider can be asked again, sealed; null if it gave nothing for that. */
  provider: { grant: string | null } | null;
  now: number;
};

/** Adds a device with its first tokens, or lets it use them a while longer. */
export async function signDeviceIn(tx: Tx, first: FirstTokens): Promise<void> {
  const { tokens, personId, device, provider, now } = first;
  const refreshHash = hashSecret(tokens.refresh);
  const known = await findHolding(tx, refreshHash, familyHash(tokens.refresh));
  const deviceId =
    known?.id ??
    (await addDevice(tx, {
      personId,
      name: device,
      now,
      refreshHash,
      familyHash: familyHash(tokens.refresh),
      providerGrant: provider?.grant ?? null,
      verifiedAt: provider === null ? null : now,
    }));
  const hash = hashSecret(tokens.access);
  await addAccess(tx, { hash, deviceId, refreshHash, expiresAt: now + tokens.accessMs, now });
}
