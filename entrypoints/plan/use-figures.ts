import { useEffect, useState } from 'preact/hooks';
import type { FiguresView } from '../../components/plan/plan-props.ts';
import type { SyncProblem } from '../../components/problems.ts';
import type { Figures } from '../../protocol/figures.ts';
import { SyncError } from '../../sync/errors.ts';
import { askFigures } from '../../sync/figures.ts';
import type { Session } from '../browser/session.ts';
import { lineOf } from '../browser/session-sync.ts';

const DAY = 86_400_000;
/** A quarter: enough to see a trend, few enough bars to read. */
const SPAN = 13 * 7 * DAY;

/** The figures of the last quarter, counted anew when `wanted` turns true and when asked for; the last ones stay meanwhile. */
export function useFigures(session: Session, wanted: boolean): FiguresView & { reload(): void } {
  const [view, setView] = useState<FiguresView>({ figures: null, countedAt: null, loading: false, problem: null });
  const [round, setRound] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `round` only says that it is asked again
  useEffect(() => {
    if (!wanted) return;
    let gone = false;
    const now = Date.now();
    const show = (change: Partial<FiguresView>) => {
      if (!gone) setView((before) => ({ ...before, loading: false, ...change }));
    };
    show({ loading: true });
    askFigures(lineOf(session), { from: now - SPAN, to: now + 1 }).then(
      (figures: Figures) => show({ figures, countedAt: now, problem: null }),
      (error: unknown) => show({ problem: problemOf(error) }),
    );
    return () => {
      gone = true;
    };
  }, [session, wanted, round]);

  return { ...view, reload: () => setRound((before) => before + 1) };
}

/** Offline is said as such: the queue has nothing to do with it. */
function problemOf(error: unknown): SyncProblem {
  if (!navigator.onLine) return 'offline';
  const kind = error instanceof SyncError ? error.kind : 'failed';
  return kind === 'sign_in' || kind === 'not_a_queue' || kind === 'busy' || kind === 'unreachable' ? kind : 'failed';
}
