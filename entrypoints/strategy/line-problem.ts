import type { LineProblem } from '../../components/problems.ts';
import type { SyncErrorKind } from '../../sync/errors.ts';

/** Why the queue was not reached, as a screen says it; offline is said as such: the queue has nothing to do with it. */
export function lineProblem(kind: SyncErrorKind): LineProblem {
  if (!navigator.onLine) return 'offline';
  return kind === 'sign_in' || kind === 'not_a_queue' || kind === 'busy' || kind === 'unreachable' ? kind : 'failed';
}
