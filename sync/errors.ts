/** What can go wrong between a device and its queue. None of it loses anything. */
import type { SyncProblem } from '../storage/meta.ts';

export type SyncErrorKind =
  | SyncProblem
  /** The queue's history is another one (CL7). */
  | 'epoch_changed'
  /** This client exists twice, or the queue misses earlier entries of it (CL2). */
  | 'forked'
  | 'gap'
  /** The request is larger than the queue reads. */
  | 'too_large'
  | 'not_found';

export class SyncError extends Error {
  readonly kind: SyncErrorKind;
  /** How long the queue asked to wait, in milliseconds. */
  readonly retryAfterMs: number | null;

  constructor(
    kind: SyncErrorKind,
    { retryAfterMs = null, ...options }: ErrorOptions & { retryAfterMs?: number | null } = {},
  ) {
    super(kind, options);
    this.name = 'SyncError';
    this.kind = kind;
    this.retryAfterMs = retryAfterMs;
  }
}
