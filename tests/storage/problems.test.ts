import { Dexie } from 'dexie';
import { expect, test } from 'vitest';
import { asStorageError, guarded, StorageError } from '../../storage/problems.ts';

const quota = new DOMException('full', 'QuotaExceededError');

test.each([
  [quota, 'storage_full'],
  [new Dexie.QuotaExceededError(), 'storage_full'],
  // A commit that failed: the transaction is aborted, the reason is inside.
  [new Dexie.AbortError('aborted', quota), 'storage_full'],
  [new Dexie.AbortError('aborted', new Dexie.UnknownError('x', quota)), 'storage_full'],
  // A write of many rows, as the outbox does it.
  [Object.assign(new Error('1 of 1 failed'), { name: 'BulkError', failures: [quota] }), 'storage_full'],
  [new Dexie.DatabaseClosedError(), 'storage_closed'],
  [new Dexie.OpenFailedError('x', new DOMException('x', 'UnknownError')), 'storage_failed'],
  [new TypeError('a bug'), 'storage_failed'],
  ['thrown text', 'storage_failed'],
  [new StorageError('too_late', 'x'), 'too_late'],
])('%o is %s', (error, kind) => {
  expect(asStorageError(error)).toMatchObject({ kind });
});

test('guarded throws nothing but a StorageError and keeps the cause', async () => {
  await expect(guarded(() => Promise.reject(quota))).rejects.toMatchObject({ kind: 'storage_full', cause: quota });
  expect(await guarded(() => Promise.resolve(7))).toBe(7);
});
