import { Dexie } from 'dexie';
import { expect, test } from 'vitest';
import {
  addAccount,
  currentAccount,
  forgetTokens,
  joinNonce,
  keepTokens,
  knownElsewhere,
  listAccounts,
  openRegistry,
  readTokens,
  stillSignedIn,
} from '../../storage/accounts.ts';
import { editor, NOW, submitter } from '../desk/samples.ts';
import { newIndexedDb, OTHER_EPOCH, QUEUE, tokens } from './device.ts';

const URL = 'https://queue.example';
const ELSEWHERE = 'https://elsewhere.example';
const answer = (person = submitter, epoch = QUEUE.epoch, letter = 'a') => ({
  tokens: tokens(letter),
  person,
  queue: { ...QUEUE, epoch, protocol: { newest: 1, oldest: 1 }, signIn: false },
});

test.each([submitter, editor])(
  '[VI3] a queue elsewhere that answers with the ids of a known one takes over no account (%o)',
  async (person) => {
    const registry = openRegistry(newIndexedDb());
    const account = await addAccount(registry, URL, answer(), NOW);
    const taking = addAccount(registry, ELSEWHERE, answer(person, OTHER_EPOCH, 'b'), NOW);
    await expect(taking).rejects.toMatchObject({ kind: 'other_address' });
    expect(await listAccounts(registry)).toEqual([account]);
    expect(await currentAccount(registry)).toEqual(account);
  },
);

test('[VI3] nor one that was signed out, whose entries still wait', async () => {
  const registry = openRegistry(newIndexedDb());
  const account = await addAccount(registry, URL, answer(), NOW);
  await registry.accounts.put({ ...account, tokens: null });
  await expect(addAccount(registry, ELSEWHERE, answer(), NOW)).rejects.toMatchObject({ kind: 'other_address' });
});

test('the same queue at its address, and another queue elsewhere, are no strangers', async () => {
  const registry = openRegistry(newIndexedDb());
  await addAccount(registry, URL, answer(), NOW);
  expect(await knownElsewhere(registry, QUEUE.id, URL)).toBe(false);
  expect(await knownElsewhere(registry, crypto.randomUUID(), ELSEWHERE)).toBe(false);
  await addAccount(registry, URL, answer(submitter, OTHER_EPOCH, 'b'), NOW);
  expect((await currentAccount(registry))?.tokens?.access).toBe('b'.repeat(43));
});

test('[PU3] the nonce of an invitation stays until it became an account, and no other queue hears it', async () => {
  const registry = openRegistry(newIndexedDb());
  const [first, second] = await Promise.all([joinNonce(registry, URL, 'A'), joinNonce(registry, URL, 'A')]);
  expect(second).toBe(first);
  expect(await joinNonce(registry, ELSEWHERE, 'A')).not.toBe(first);
  expect(await joinNonce(registry, URL, 'B')).not.toBe(first);
  await addAccount(registry, URL, answer(), NOW);
  expect(await joinNonce(registry, URL, 'A')).not.toBe(first);
});

test('[SI2] the one token of earlier days becomes a refresh token, so nobody has to join again', async () => {
  const indexedDb = newIndexedDb();
  const earlier = new Dexie('clipdesk', indexedDb);
  earlier.version(1).stores({ accounts: 'key', device: 'key' });
  const { tokens: _, ...rest } = await addAccount(openRegistry(newIndexedDb()), URL, answer(), NOW);
  const left = { ...rest, key: 'left', token: null };
  await earlier.table('accounts').bulkAdd([{ ...rest, token: 't'.repeat(43) }, left]);
  earlier.close();

  const registry = openRegistry(indexedDb);
  const held = { access: 't'.repeat(43), accessUntil: 0, refresh: 't'.repeat(43) };
  expect(await listAccounts(registry)).toEqual([
    { ...rest, tokens: held },
    { ...rest, key: 'left', tokens: null },
  ]);
});

test('[SI5] the next tokens are kept in the place of theirs, never for an account that has others or none', async () => {
  const registry = openRegistry(newIndexedDb());
  const account = await addAccount(registry, URL, answer(), NOW);
  const [mine, next] = [account.tokens, { access: 'n'.repeat(43), accessUntil: NOW, refresh: 'n'.repeat(65) }];
  if (mine === null) throw new Error('signed in just now');
  await keepTokens(registry, account.key, mine, next);
  expect(await readTokens(registry, account.key)).toEqual(next);
  await keepTokens(registry, account.key, mine, { ...mine, accessUntil: 0 });
  expect(await readTokens(registry, account.key)).toEqual(next);
  await forgetTokens(registry, account);
  await keepTokens(registry, account.key, next, mine);
  expect([await readTokens(registry, account.key), await stillSignedIn(registry, account)]).toEqual([null, false]);
});
