/** What the queue does with the provider's answers, with a provider that takes each grant once. */
import { beforeEach, expect, test, vi } from 'vitest';
import type { Tokens } from '../../../protocol/session.ts';
import { hashSecret, keepVouched, revokeDevice } from '../../../server/rows/devices.ts';
import { admit } from '../../../server/sign-in/admit.ts';
import { ASK_EVERY_MS, HOLDS_AT_MOST_MS } from '../../../server/sign-in/ask-provider.ts';
import { type Provider, ProviderRefusal } from '../../../server/sign-in/provider.ts';
import { refreshTokens } from '../../../server/sign-in/refresh.ts';
import { seal } from '../../../server/sign-in/seal.ts';
import { signDeviceIn } from '../../../server/sign-in/sign-device-in.ts';
import { familyOf, makeTokens } from '../../../server/sign-in/tokens.ts';
import { type Store, StoreUnavailable } from '../../../server/store/store.ts';
import { NOW } from '../queue.ts';
import { openTestStore } from '../test-store.ts';

const claims = { iss: 'https://login.example', sub: 'kim-sub', name: 'Kim Neu' };

let store: Store;
let now: number;
let tokens: Tokens;
/** The grant that the provider takes next, and what it was asked with. */
let good: number;
let asked: string[];
/** What the provider does once it has answered. */
let afterAnswer: () => void;
/** How often the database still refuses. */
let refusals: number;

const provider: Provider = {
  begin: () => Promise.reject(new ProviderRefusal('wrong_answer')),
  finish: () => Promise.reject(new ProviderRefusal('wrong_answer')),
  async askAgain(grant) {
    asked.push(grant);
    if (grant !== `grant ${good}`) throw new ProviderRefusal('cancelled');
    good += 1;
    const answer = { said: { claims, isWhole: true }, refreshToken: `grant ${good}` };
    // Whoever asks at the same time has time to.
    await new Promise((resolve) => setTimeout(resolve, 20));
    afterAnswer();
    return answer;
  },
};

beforeEach(async () => {
  const held = await openTestStore(NOW);
  store = {
    ...held,
    async write(fn) {
      if (refusals > 0) {
        refusals -= 1;
        throw new StoreUnavailable();
      }
      return held.write(fn);
    },
  };
  [now, good, asked, afterAnswer, refusals] = [NOW, 1, [], () => {}, 0];
  tokens = makeTokens('code', 'verifier');
  const grant = await seal(familyOf(tokens.refresh) ?? '', 'grant 1');
  await store.write(async (tx) => {
    const person = await admit(tx, { claims, isWhole: true }, now);
    if (person !== null)
      await signDeviceIn(tx, { tokens, personId: person.id, device: 'Test', provider: { grant }, now });
  });
});

const parts = () => ({ store, provider, clock: () => now });
const refresh = async () => {
  tokens = await refreshTokens(parts(), tokens.refresh);
};
const device = async () =>
  (await store.read((sql) => sql.all<Record<string, unknown>>('SELECT * FROM device')))[0] ?? {};

test('[SI10] an answer that the database does not take at once is not lost', async () => {
  now += ASK_EVERY_MS;
  afterAnswer = () => {
    refusals = 1;
  };
  await refresh();
  afterAnswer = () => {};
  expect(await device()).toMatchObject({ verified_at: now, asking_until: null });
  now += ASK_EVERY_MS;
  await refresh();
  expect(asked).toEqual(['grant 1', 'grant 2']);
});

test('[SI10] a provider is not asked while the database would not take its answer', async () => {
  now += ASK_EVERY_MS;
  refusals = 1;
  await expect(refresh()).rejects.toThrow(StoreUnavailable);
  expect(asked).toEqual([]);
  await refresh();
  expect(asked).toEqual(['grant 1']);
});

test('[SI10] of two servers that one device asks at once, one asks the provider', async () => {
  now += ASK_EVERY_MS;
  vi.resetModules();
  const other = await import('../../../server/sign-in/refresh.ts');
  const [one, two] = await Promise.all([
    refreshTokens(parts(), tokens.refresh),
    other.refreshTokens(parts(), tokens.refresh),
  ]);
  expect(one).toEqual(two);
  expect(asked).toEqual(['grant 1']);
});

test('[SI10] what another server asks is waited for after a day, and asked anew if that server never ends', async () => {
  now += HOLDS_AT_MOST_MS;
  await store.write((tx) => tx.run('UPDATE device SET asking_until = $1', now + 1_000));
  await expect(refresh()).rejects.toMatchObject({ kind: 'unavailable' });
  expect(asked).toEqual([]);
  now += 1_000;
  await refresh();
  expect(asked).toEqual(['grant 1']);
});

test('[SI4] a device that was revoked while the provider was asked gets no grant again', async () => {
  const { id } = await device();
  await store.write((tx) => revokeDevice(tx, String(id), 'left', now));
  await store.write((tx) => keepVouched(tx, String(id), 'sealed', now));
  expect(await device()).toMatchObject({ provider_grant: null, revoked_because: 'left' });
  expect((await device()).refresh_hash).toBe(hashSecret(tokens.refresh));
});
