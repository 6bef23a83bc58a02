import { NO_BRIEF } from '../protocol/brief.ts';
import type { DeskRules } from '../protocol/desk-rules.ts';
import type { Topic } from '../protocol/topic.ts';
import { withClock } from './clocks.ts';
import { withDecisions } from './decisions.ts';
import { isQuietDecline, QUIET_MS, toldDecisions } from './quiet.ts';

/**
 * A topic as submitters may see it [VI1]: no decline that is younger than the quiet time, nothing that
 * was taken back within it, and nothing that editors note for each other. That a topic is overdue they
 * hear when it reached the head. How its clearance stands concerns those alone who suggested it.
 * @param isSupported whether they did
 */
export function forSubmitters(topic: Topic, isSupported: boolean, rules: DeskRules, now: number): Topic {
  const told = toldDecisions(topic.decisions);
  const last = told.at(-1);
  const isTooEarly = last !== undefined && isQuietDecline(last) && now - last.at < QUIET_MS;
  const shown = isTooEarly ? withClock(withDecisions(topic, told.slice(0, -1)), rules) : { ...topic, decisions: told };
  return {
    ...shown,
    escalation: shown.escalation?.level === 'head' ? shown.escalation : null,
    clearance: isSupported ? shown.clearance : null,
    forMeeting: false,
    labels: [],
    brief: NO_BRIEF,
    embargoUntil: null,
    reuseOf: null,
    reusedBy: [],
  };
}
