/**
 * The triage clock: how much working time a suggestion may spend in `new` before it wants an answer,
 * and when the queue has to look at a topic by itself.
 */
import type { DeskRules } from '../protocol/desk-rules.ts';
import type { Topic } from '../protocol/topic.ts';
import { inForce } from './decisions.ts';
import { isQuietDecline, QUIET_MS, toldDecisions } from './quiet.ts';
import { LANES } from './states.ts';
import { momentAfterWorking, workingMinutesBetween } from './working-time.ts';

type Decided = Pick<Topic, 'createdAt' | 'decisions'>;

/**
 * When the clock of a topic runs out, null while none runs. It counts working time in `new`: it stands
 * still in `query` and `held` and goes on afterwards, and starts anew for a topic that had left the
 * inbox. What was taken back never happened to it. One that came back with its time used up is due at once.
 */
export function dueAtOf({ createdAt, decisions }: Decided, rules: DeskRules): number | null {
  let spent = 0;
  let since: number | null = createdAt;
  for (const { to, at } of inForce(decisions)) {
    if (since !== null) spent += workingMinutesBetween(rules, since, at);
    if (LANES[to] !== 'inbox') spent = 0;
    since = to === 'new' ? at : null;
  }
  return since === null ? null : momentAfterWorking(rules, since, rules.triageMinutes - spent);
}

/** The topic with its clock as it runs by these rules; whoever was told that it is overdue is forgotten once it is not. */
export function withClock(topic: Topic, rules: DeskRules): Topic {
  const dueAt = dueAtOf(topic, rules);
  const { escalation } = topic;
  return {
    ...topic,
    dueAt,
    escalation: dueAt !== null && escalation !== null && dueAt <= escalation.at ? escalation : null,
  };
}

/**
 * When the queue has to look at a topic by itself, null if only people move it: a hold ends, the time
 * for an answer runs out (and then, as long again, the editor's on duty), a decline has been quiet long enough.
 */
export function nextWake(topic: Topic, rules: DeskRules): number | null {
  if (topic.state === 'held') return topic.holdUntil;
  // The one that is told: a decline is the last word again once its reopening was taken back.
  const last = toldDecisions(topic.decisions).at(-1);
  if (topic.state === 'declined') return last !== undefined && isQuietDecline(last) ? last.at + QUIET_MS : null;
  if (topic.state !== 'new' || topic.dueAt === null || topic.escalation?.level === 'head') return null;
  return topic.escalation === null ? topic.dueAt : momentAfterWorking(rules, topic.dueAt, rules.triageMinutes);
}

/** Who has to hear now that a topic is overdue and was not told yet; null: nobody. */
export function escalationDue(topic: Topic, rules: DeskRules, now: number): 'duty' | 'head' | null {
  if (topic.state !== 'new') return null;
  const wake = nextWake(topic, rules);
  if (wake === null || wake > now) return null;
  return topic.escalation === null ? 'duty' : 'head';
}
