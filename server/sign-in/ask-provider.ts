/** Whether a device that came by the company's sign-in may go on: the provider is asked, now and then [SI10]. */
import type { Parts } from '../parts.ts';
import { RequestProblem } from '../problem.ts';
import {
  beginAsking,
  endAsking,
  type Holding,
  isSignedIn,
  isVouchedElsewhere,
  keepVouched,
  revokeDevice,
} from '../rows/devices.ts';
import type { Store } from '../store/store.ts';
import { admit } from './admit.ts';
import { keepTrying } from './keep-trying.ts';
import { endDevice } from './let-go.ts';
import { type Provider, ProviderRefusal, type VouchedAgain } from './provider.ts';
import { seal, unseal } from './seal.ts';
import { familyOf } from './tokens.ts';

/** How long the provider's word holds. Milliseconds. */
export const ASK_EVERY_MS = 3_600_000;
/** How long it holds while the provider cannot be asked. Milliseconds. */
export const HOLDS_AT_MOST_MS = 24 * 3_600_000;

/** How long a server may take to ask and to keep the answer, with everything that is tried again. Milliseconds. */
const ASKING_MS = 180_000;

/** Two requests of one device in this process share one question. */
const asking = new Map<string, Promise<void>>();

/**
 * Asks the provider about whoever holds this refresh token, if it is time. Somebody whom it no longer knows, or whose
 * groups no longer let them in, is signed out; who has other groups has other roles from now on [SI9].
 * @param holding of that token, which is good
 * @throws RequestProblem unavailable: the provider could not be asked for too long
 */
export async function askProvider(
  parts: Pick<Parts, 'store' | 'provider'>,
  holding: Holding,
  refresh: string,
  now: number,
): Promise<void> {
  if (holding.verifiedAt === null || now - holding.verifiedAt < ASK_EVERY_MS) return;
  const begun = asking.get(holding.id);
  if (begun !== undefined) return begun;
  const asked = ask(parts, holding, familyOf(refresh) ?? '', now).finally(() => asking.delete(holding.id));
  asking.set(holding.id, asked);
  return asked;
}

type Answer = 'gone' | 'away' | VouchedAgain;

async function ask(
  { store, provider }: Pick<Parts, 'store' | 'provider'>,
  holding: Holding,
  family: string,
  now: number,
): Promise<void> {
  const unheardOf = now - (holding.verifiedAt ?? 0) >= HOLDS_AT_MOST_MS;
  // A provider may take a grant once and gives the next: nobody else asks with it until the answer is kept.
  const begun =
    provider === null || holding.providerGrant === null
      ? holding
      : (await store.write((tx) => beginAsking(tx, holding, now, now + ASKING_MS))).result;
  if (begun === null) {
    if (unheardOf) throw new RequestProblem('unavailable', { headers: { 'retry-after': '5' } });
    return;
  }
  const grant = begun.providerGrant === null ? null : await unseal(family, begun.providerGrant);
  if (provider === null || grant === null) {
    // Nobody to ask any more, or nothing to ask with: the person signs in anew, once a day where there is a provider.
    if (unheardOf) await store.write((tx) => revokeDevice(tx, holding.id, 'provider', now));
    return;
  }
  const answer = await answerOf(provider, grant);
  if (answer === 'away') {
    await store.write((tx) => endAsking(tx, holding.id));
    if (unheardOf) throw new RequestProblem('unavailable', { headers: { 'retry-after': '60' } });
  } else await keepTrying(await keepingAnswer(store, holding, family, answer, now));
}

/** How an answer is kept; what it needs beside the transaction is done first. */
async function keepingAnswer(
  store: Store,
  holding: Holding,
  family: string,
  answer: Exclude<Answer, 'away'>,
  now: number,
): Promise<() => Promise<unknown>> {
  if (answer === 'gone')
    return () =>
      store.write(async (tx) => {
        // A grant also ends by not being used: somebody at another device of theirs is not signed out there for it.
        const isElsewhere = await isVouchedElsewhere(tx, holding, now - HOLDS_AT_MOST_MS);
        await (isElsewhere ? revokeDevice(tx, holding.id, 'provider', now) : endDevice(tx, holding, now));
      });
  const { said, refreshToken } = answer;
  const sealed = refreshToken === null ? null : await seal(family, refreshToken);
  return () =>
    store.write(async (tx) => {
      // The person may have been let go meanwhile, by the answer to another device: this one does not bring them back.
      if (!(await isSignedIn(tx, holding.id))) return;
      const person = said === null ? undefined : await admit(tx, said, now);
      if (person === null) await endDevice(tx, holding, now);
      // Somebody else: that says nothing of whom the device is of.
      else if (person !== undefined && person.id !== holding.personId)
        await revokeDevice(tx, holding.id, 'provider', now);
      else await keepVouched(tx, holding.id, sealed, now);
    });
}

async function answerOf(provider: Provider, grant: string): Promise<Answer> {
  try {
    return await provider.askAgain(grant);
  } catch (error) {
    return error instanceof ProviderRefusal && error.kind === 'cancelled' ? 'gone' : 'away';
  }
}
