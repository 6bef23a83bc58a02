import type { EvaluatePlace } from '../../components/inbox/inbox-props.ts';
import { EvaluatePanel, type Measured } from '../../components/results/evaluate-panel.tsx';
import type { Strategy } from '../../components/strategy.ts';
import { publicationsOf } from '../../storage/plan.ts';
import type { ResultWish } from '../../storage/results.ts';
import type { Session } from '../browser/session.ts';
import { useLive } from '../browser/use-live.ts';

type EvaluateTopicProps = {
  session: Session;
  place: EvaluatePlace;
  strategy: Strategy;
  /** Null: nobody measured it. */
  onEvaluate(topicId: string, wish: ResultWish | null): void;
};

/** The panel of `w` on a published topic: reads where it appeared. */
export function EvaluateTopic({ session: { db }, place, strategy, onEvaluate }: EvaluateTopicProps) {
  const { topicId, goalId, onEvaluated, ...panel } = place;
  const found = useLive(() => publicationsOf(db, topicId), [db, topicId]);
  if (found === undefined) return null;
  const wishOf = (measured: Measured | null): ResultWish | null =>
    measured === null || goalId === null ? null : { ...measured, goalId, topicId, source: 'manual' };
  return (
    <EvaluatePanel
      {...panel}
      goal={strategy.goals.find(({ id }) => id === goalId) ?? null}
      strategy={strategy}
      appeared={found.map(({ publication }) => publication).filter(({ state }) => state === 'published')}
      onEvaluate={(measured) => {
        onEvaluate(topicId, wishOf(measured));
        onEvaluated();
      }}
    />
  );
}
