import { NO_BRIEF } from '../protocol/brief.ts';
import type { DeskRules } from '../protocol/desk-rules.ts';
import type { Decision, Topic } from '../protocol/topic.ts';
import { withClock } from './clocks.ts';
import { withDecisions } from './decisions.ts';
import { isQuietDecline, QUIET_MS, toldDecisions } from './quiet.ts';
import { isPublished } from './states.ts';

/** `isSupported`: whether they suggested it. `isEmbargoed`: whether all that was published of it is under embargo. */
export type Shown = { isSupported: boolean; isEmbargoed: boolean };

/**
 * A topic as submitters may see it [VI1]: no decline that is younger than the quiet time, nothing that
 * was taken back within it, and nothing that editors note for each other. That a topic is overdue they
 * hear when it reached the head. How its clearance stands concerns those alone who suggested it. What is under
 * embargo is in work for them [PB2].
 */
export function forSubmitters(topic: Topic, { isSupported, isEmbargoed }: Shown, rules: DeskRules, now: number): Topic {
  const told = toldDecisions(topic.decisions);
  const last = told.at(-1);
  const isTooEarly = last !== undefined && isQuietDecline(last) && now - last.at < QUIET_MS;
  const isHidden = isEmbargoed && isPublished(topic.state);
  const until = isTooEarly ? told.length - 1 : isHidden ? publishedAt(told) : told.length;
  const shown =
    until < told.length ? withClock(withDecisions(topic, told.slice(0, until)), rules) : { ...topic, decisions: told };
  return {
    ...shown,
    escalation: shown.escalation?.level === 'head' ? shown.escalation : null,
    clearance: isSupported ? shown.clearance : null,
    forMeeting: false,
    labels: [],
    brief: NO_BRIEF,
    embargoUntil: null,
  };
}

/** Which of the decisions made it published last; as many as there are where none did. */
function publishedAt(told: readonly Decision[]): number {
  const at = told.findLastIndex(({ from, to }) => isPublished(to) && !isPublished(from));
  return at === -1 ? told.length : at;
}
