import { useMemo, useState } from 'preact/hooks';
import type { DutySwap } from '../../components/plan/duty-swap.ts';
import { swapWeeks } from '../../desk/swap-weeks.ts';
import { DEFAULT_DESK_RULES } from '../../protocol/desk-rules.ts';
import { strategy as readHeld } from '../../storage/strategy.ts';
import { createStrategyDesk, whyRefused } from '../../sync/strategy.ts';
import { requestSync } from '../browser/background-calls.ts';
import type { Session } from '../browser/session.ts';
import { lineOf } from '../browser/session-sync.ts';
import { useUndoOffer } from '../browser/use-undo-offer.ts';

/** Swaps two weeks of the rota where the strategy is kept: a change of the desk's entry like any other [SG2]. */
export function useDutySwap(session: Session, allowed: boolean): DutySwap {
  const desk = useMemo(() => createStrategyDesk(lineOf(session)), [session]);
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useUndoOffer<NonNullable<DutySwap['done']>>();
  const [problem, setProblem] = useState<DutySwap['problem']>(null);

  const swap = async (one: string, other: string, isUndo: boolean) => {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    setDone(null);
    try {
      const seen = await readHeld(session.db);
      const { version, desk: kept } = await desk.read();
      const rules = kept[0] ?? DEFAULT_DESK_RULES;
      const dutyWeeks = swapWeeks(rules, seen.colleagues, one, other);
      // What was on the screen is what is swapped; after a swap of one's own the screen may not know of it yet.
      const isSeen =
        isUndo || JSON.stringify(dutyWeeks) === JSON.stringify(swapWeeks(seen.rules, seen.colleagues, one, other));
      if (dutyWeeks === null || !isSeen) return setProblem('changed');
      await desk.edit({ basedOn: version, put: { section: 'desk', entry: { ...rules, dutyWeeks } } });
      if (!isUndo) setDone({ one, other });
    } catch (error) {
      const why = whyRefused(error);
      setProblem(!navigator.onLine ? 'offline' : why.kind === 'changed' ? 'changed' : 'failed');
    } finally {
      setBusy(false);
      requestSync('asked');
    }
  };
  return {
    ...{ allowed, busy, done, problem },
    onSwap: (one, other) => void swap(one, other, false),
    onUndo: () => void (done !== null && swap(done.one, done.other, true)),
  };
}
