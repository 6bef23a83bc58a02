import { expect, test } from 'vitest';
import {
  addAccount,
  currentAccount,
  joinNonce,
  knownElsewhere,
  listAccounts,
  openRegistry,
} from '../../storage/accounts.ts';
import { editor, NOW, submitter } from '../desk/samples.ts';
import { newIndexedDb, OTHER_EPOCH, QUEUE } from './device.ts';

const URL = 'https://queue.example';
const ELSEWHERE = 'https://elsewhere.example';
const answer = (person = submitter, epoch = QUEUE.epoch, token = 'a'.repeat(43)) => ({
  token,
  person,
  queue: { ...QUEUE, epoch, protocol: { newest: 1, oldest: 1 } },
});

test.each([submitter, editor])(
  '[VI3] a queue elsewhere that answers with the ids of a known one takes over no account (%o)',
  async (person) => {
    const registry = openRegistry(newIndexedDb());
    const account = await addAccount(registry, URL, answer(), NOW);
    const taking = addAccount(registry, ELSEWHERE, answer(person, OTHER_EPOCH, 'b'.repeat(43)), NOW);
    await expect(taking).rejects.toMatchObject({ kind: 'other_address' });
    expect(await listAccounts(registry)).toEqual([account]);
    expect(await currentAccount(registry)).toEqual(account);
  },
);

test('[VI3] nor one that was signed out, whose entries still wait', async () => {
  const registry = openRegistry(newIndexedDb());
  const account = await addAccount(registry, URL, answer(), NOW);
  await registry.accounts.put({ ...account, token: null });
  await expect(addAccount(registry, ELSEWHERE, answer(), NOW)).rejects.toMatchObject({ kind: 'other_address' });
});

test('the same queue at its address, and another queue elsewhere, are no strangers', async () => {
  const registry = openRegistry(newIndexedDb());
  await addAccount(registry, URL, answer(), NOW);
  expect(await knownElsewhere(registry, QUEUE.id, URL)).toBe(false);
  expect(await knownElsewhere(registry, crypto.randomUUID(), ELSEWHERE)).toBe(false);
  await addAccount(registry, URL, answer(submitter, OTHER_EPOCH, 'b'.repeat(43)), NOW);
  expect((await currentAccount(registry))?.token).toBe('b'.repeat(43));
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
