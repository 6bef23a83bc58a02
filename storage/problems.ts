/** What can go wrong while something is kept. Nothing is half-saved: the transaction is gone as a whole. */
import type { RefusalKind } from '../protocol/refusal.ts';

export type StorageProblem =
  /** No room on the disk or in the quota. */
  | 'storage_full'
  /** The database could not be opened or does not answer; trying again may help. */
  | 'storage_failed'
  /** The account was signed out or its database removed meanwhile. */
  | 'storage_closed'
  /** A queue says that it is one which this device knows at another address. */
  | 'other_address'
  /** The rules of the desk refuse it already here; the queue would refuse it too. */
  | RefusalKind;

/** An expected failure. `path` names the field if it is about one. */
export class StorageError extends Error {
  readonly kind: StorageProblem;
  readonly path: string;

  constructor(kind: StorageProblem, path = '', options?: ErrorOptions) {
    super(path === '' ? kind : `${kind} at ${path}`, options);
    this.name = 'StorageError';
    this.kind = kind;
    this.path = path;
  }
}

/**
 * Dexie wraps what IndexedDB threw: an aborted transaction carries its reason in `inner`, a write of many rows the
 * reasons of those that failed in `failures`.
 */
function namesOf(error: unknown): string[] {
  const names: string[] = [];
  const rest = [error];
  for (let at = rest.shift(); at instanceof Error || at instanceof DOMException; at = rest.shift()) {
    if (names.length > 8) break;
    names.push(at.name);
    if ('inner' in at && at.inner) rest.push(at.inner);
    if ('failures' in at && Array.isArray(at.failures)) rest.push(at.failures[0]);
  }
  return names;
}

/** Any error as a `StorageError`. Used where storage is left, so that callers decide by `kind`. */
export function asStorageError(error: unknown): StorageError {
  if (error instanceof StorageError) return error;
  const names = namesOf(error);
  if (names.includes('QuotaExceededError')) return new StorageError('storage_full', '', { cause: error });
  if (names.includes('DatabaseClosedError')) return new StorageError('storage_closed', '', { cause: error });
  return new StorageError('storage_failed', '', { cause: error });
}

/** Runs something that writes and throws only `StorageError`. */
export async function guarded<T>(write: () => PromiseLike<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    throw asStorageError(error);
  }
}
