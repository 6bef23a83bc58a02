import type { SyncProblem } from '../../components/problems.ts';
import type { Schedule } from '../../storage/meta.ts';

/** Why nothing leaves, as a person is told it; null when all is well. */
export function shownProblem({ pausedBecause, lastProblem }: Schedule): SyncProblem | null {
  if (pausedBecause !== null) return pausedBecause;
  return navigator.onLine ? lastProblem : 'offline';
}
