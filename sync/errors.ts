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
  | 'not_found'
  /** Somebody else changed the strategy meanwhile; the problem with what they changed is the cause (SG2). */
  | 'strategy_changed'
  /** The strategy has faults; the problem with each of them is the cause (SG3). */
  | 'strategy_faulty';

type Told = {
  /** How long the queue asked to wait, in milliseconds. */
  retryAfterMs?: number | null;
  /** The newest protocol of the queue, from the header of its answer. */
  queueProtocol?: number | null;
};

export class SyncError extends Error {
  readonly kind: SyncErrorKind;
  readonly retryAfterMs: number | null;
  readonly queueProtocol: number | null;

  constructor(
    kind: SyncErrorKind,
    { retryAfterMs = null, queueProtocol = null, ...options }: ErrorOptions & Told = {},
  ) {
    super(kind, options);
    this.name = 'SyncError';
    this.kind = kind;
    this.retryAfterMs = retryAfterMs;
    this.queueProtocol = queueProtocol;
  }
}
