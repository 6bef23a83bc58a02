/** What became of a suggestion, as steps. Derived from the topic's decisions, never stored. */
import { inForce } from '../../desk/decisions.ts';
import type { DeclineReason, ReturnCause, State, Topic } from '../../protocol/topic.ts';

export type Step = {
  id: string;
  /** `returned`: a clock or a new supporter brought it back to the inbox. */
  kind: 'suggested' | 'returned' | Exclude<State, 'new'>;
  at: number;
  /** Who did it; null for oneself and for clocks. */
  name: string | null;
  reason: DeclineReason | null;
  sentence: string | null;
  holdUntil: number | null;
  /** Why it came back from a question; null for every other step. */
  cause: ReturnCause | null;
};

/**
 * The steps of a topic, oldest first. Decisions that were taken back are not among them.
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
  };
  const decided = inForce(topic?.decisions ?? []).map(
    ({ id, to, at, actor, reason, sentence, holdUntil, cause }): Step => ({
      id,
      kind: to === 'new' ? 'returned' : to,
      at,
      name: actor?.name ?? null,
      reason,
      sentence,
      holdUntil,
      cause,
    }),
  );
  return [suggested, ...decided].toSorted((a, b) => a.at - b.at);
}
