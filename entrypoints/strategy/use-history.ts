import { useCallback, useEffect, useState } from 'preact/hooks';
import type { HistoryView } from '../../components/strategy-admin/strategy-props.ts';
import { type StrategyDesk, whyRefused } from '../../sync/strategy.ts';
import { lineProblem } from './line-problem.ts';

const NOTHING: HistoryView = { versions: null, more: false, problem: null };

/** The history of the strategy, read anew each time it is looked at. */
export function useHistory(desk: StrategyDesk, wanted: boolean) {
  const [history, setHistory] = useState(NOTHING);
  const load = useCallback(
    async (before: number | null) => {
      try {
        const { versions, more } = await desk.history(before);
        setHistory((known) => ({
          versions: before === null ? versions : [...(known.versions ?? []), ...versions],
          more,
          problem: null,
        }));
      } catch (error) {
        const why = whyRefused(error);
        setHistory((known) => ({ ...known, problem: lineProblem(why.kind === 'line' ? why.because : 'failed') }));
      }
    },
    [desk],
  );
  useEffect(() => {
    if (wanted) void load(null);
  }, [wanted, load]);
  return {
    history,
    onReloadHistory: () => {
      setHistory(NOTHING);
      void load(null);
    },
    onOlder: () => void load(history.versions?.at(-1)?.number ?? null),
  };
}
