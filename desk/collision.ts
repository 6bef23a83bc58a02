/** Two editors decided on one topic: the first decision stands, the second is offered as a choice. */
import type { DecisionInput, State, Topic } from '../protocol/topic.ts';
import { TRANSITIONS } from './states.ts';

/** What an editor wanted, as it was when somebody else was faster. */
export type Wanted = Pick<DecisionInput, 'to' | 'reason' | 'sentence' | 'holdUntil' | 'holdReason' | 'into'>;

/**
 * How a wish can still come true on the topic as it stands now: `decide` on top of what was decided,
 * `replace` by taking that back first, or not at all (null), as when both wanted the same.
 */
export function wayTo(topic: Topic, wanted: State): 'decide' | 'replace' | null {
  if (topic.state === wanted) return null;
  if (TRANSITIONS[topic.state].includes(wanted)) return 'decide';
  const last = topic.decisions.at(-1);
  // Clocks and supporters moved it: there is nobody's decision to be taken back.
  if (last === undefined || last.undoes !== null || last.actor === null) return null;
  return TRANSITIONS[last.from].includes(wanted) ? 'replace' : null;
}
