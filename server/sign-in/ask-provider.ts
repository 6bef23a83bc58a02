/** Whether a device that came by the company's sign-in may go on: the provider is asked, now and then [SI10]. */
import type { Parts } from '../parts.ts';
import { RequestProblem } from '../problem.ts';
import { findHolding, type Holding, hashSecret, keepVouched, revokeDevice } from '../rows/devices.ts';
import { admit } from './admit.ts';
import { type Provider, ProviderRefusal, type Vouched } from './provider.ts';
import { stepOf } from './rotation.ts';
import { seal, unseal } from './seal.ts';
import { familyHash, familyOf } from './tokens.ts';

/** How long the provider's word holds. Milliseconds. */
export const ASK_EVERY_MS = 3_600_000;
/** How long it holds while the provider cannot be asked. Milliseconds. */
export const HOLDS_AT_MOST_MS = 24 * 3_600_000;

/** A provider may take a refresh token once: two requests of one device in this process share one question. */
const asking = new Map<string, Promise<void>>();

/**
 * Asks the provider about whoever holds this refresh token, if it is time. Somebody whom it no longer knows, or whose
 * groups no longer let them in, is signed out; who has other groups has other roles from now on [SI9].
 * @throws RequestProblem unavailable: the provider could not be asked for too long
 */
export async function askProvider(parts: Pick<Parts, 'store' | 'provider'>, refresh: string, now: number) {
  const refreshHash = hashSecret(refresh);
  const holding = await parts.store.read((sql) => findHolding(sql, refreshHash, familyHash(refresh)));
  const step = stepOf(holding, refreshHash, now);
  if (holding === null || step === 'refused' || step === 'reused') return;
  if (holding.verifiedAt === null || now - holding.verifiedAt < ASK_EVERY_MS) return;
  const begun = asking.get(holding.id);
  if (begun !== undefined) return begun;
  const asked = ask(parts, holding, familyOf(refresh) ?? '', now).finally(() => asking.delete(holding.id));
  asking.set(holding.id, asked);
  return asked;
}

type Answer = 'gone' | 'away' | (Omit<Vouched, 'claims'> & { claims: Vouched['claims'] | null });

async function ask(
  { store, provider }: Pick<Parts, 'store' | 'provider'>,
  holding: Holding,
  family: string,
  now: number,
): Promise<void> {
  const grant = holding.providerGrant === null ? null : await unseal(family, holding.providerGrant);
  const answer = await answerOf(provider, grant);
  const unheardOf = now - (holding.verifiedAt ?? 0) >= HOLDS_AT_MOST_MS;
  if (answer === 'away' && unheardOf && grant !== null)
    throw new RequestProblem('unavailable', { headers: { 'retry-after': '60' } });
  // A provider that gave nothing to ask it with: the person signs in anew, once a day.
  if (answer === 'gone' || (answer === 'away' && unheardOf)) {
    await store.write((tx) => revokeDevice(tx, holding.id, 'provider', now));
    return;
  }
  if (answer === 'away') return;
  const { claims, refreshToken } = answer;
  const sealed = refreshToken === null ? null : await seal(family, refreshToken);
  await store.write(async (tx) => {
    const person = claims === null ? undefined : await admit(tx, claims);
    if (person === null || (person !== undefined && person.id !== holding.personId))
      await revokeDevice(tx, holding.id, 'provider', now);
    else await keepVouched(tx, holding.id, sealed, now);
  });
}

async function answerOf(provider: Provider | null, grant: string | null): Promise<Answer> {
  if (provider === null || grant === null) return 'away';
  try {
    return await provider.askAgain(grant);
  } catch (error) {
    return error instanceof ProviderRefusal && error.kind === 'cancelled' ? 'gone' : 'away';
  }
}
