import { useState } from 'preact/hooks';
import type { ConfirmView } from '../../components/strategy-admin/strategy-props.ts';
import type { Goal } from '../../protocol/strategy.ts';
import { type StrategyDesk, whyRefused } from '../../sync/strategy.ts';
import { useUndoOffer } from '../browser/use-undo-offer.ts';
import { lineProblem } from './line-problem.ts';

/** The word of a sponsor, given and taken back; what follows from it arrives with the next pull. */
export function useConfirm(desk: StrategyDesk, goals: readonly Goal[], onChanged: () => void) {
  const [busyId, setBusyId] = useState<string | null>(null);
  const [problem, setProblem] = useState<ConfirmView['problem']>(null);
  const [done, setDone] = useUndoOffer<NonNullable<ConfirmView['done']>>();
  const act = async (goalId: string, kind: NonNullable<ConfirmView['done']>['act'], run: () => Promise<unknown>) => {
    setBusyId(goalId);
    setProblem(null);
    setDone(null);
    try {
      await run();
      const goal = goals.find(({ id }) => id === goalId);
      if (goal !== undefined) setDone({ act: kind, goal });
    } catch (error) {
      const why = whyRefused(error);
      setProblem(why.kind === 'line' ? lineProblem(why.because) : 'changed');
    } finally {
      setBusyId(null);
      onChanged();
    }
  };
  return {
    confirm: { goals, busyId, problem, done },
    onConfirm: (goal: Goal) => void act(goal.id, 'confirmed', () => desk.confirm(goal)),
    onTakeBack: (goalId: string) => void act(goalId, 'takenBack', () => desk.takeBack(goalId)),
  };
}
