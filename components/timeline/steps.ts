/** What became of a suggestion, as steps. Derived from the topic's decisions, never stored. */
import { toldDecisions } from '../../desk/quiet.ts';
import type { DeclineReason, HoldReason, ReturnCause, State, Topic } from '../../protocol/topic.ts';

export type Step = {
  id: string;
  /** `returned`: a clock, a new supporter or an editor brought it back to the inbox; `takenBack`: what was seen before does not hold any more. */
  kind: 'suggested' | 'returned' | 'takenBack' | Exclude<State, 'new'>;
  at: number;
  /** Who did it; null for oneself and for clocks. */
  name: string | null;
  reason: DeclineReason | null;
  sentence: string | null;
  holdUntil: number | null;
  /** Why it came back from a question; null for every other step. */
  cause: ReturnCause | null;
  holdReason: HoldReason | null;
};

/**
 * The steps of a topic, oldest first. Decisions that were taken back at once are not among them [DK3].
 * @param suggestedAt when the reader clipped the page: a supporter may have come after some decisions.
 */
export function stepsOf(topic: Topic | null, suggestedAt: number): Step[] {
  const suggested: Step = {
    id: 'suggested',
    kind: 'suggested',
    at: suggestedAt,
    name: null,
    reason: null,
    sentence: null,
    holdUntil: null,
    cause: null,
    holdReason: null,
  };
  const decided = toldDecisions(topic?.decisions ?? []).map(
    ({ id, to, at, actor, reason, sentence, holdUntil, holdReason, cause, undoes }): Step => ({
      id,
      kind: undoes !== null ? 'takenBack' : to === 'new' ? 'returned' : to,
      at,
      name: actor?.name ?? null,
      reason,
      sentence,
      holdUntil,
      cause,
      holdReason,
    }),
  );
  return [suggested, ...decided].toSorted((a, b) => a.at - b.at);
}
