/**
 * What decisions do to a topic. The queue runs these functions with authority, an extension
 * offline runs the same ones for what it shows meanwhile.
 */
import type { Person, PersonRef } from '../protocol/person.ts';
import type { Refusal, RefusalKind } from '../protocol/refusal.ts';
import type { Decision, DecisionInput, ReturnCause, State, Topic } from '../protocol/topic.ts';
import { checkGate } from './clearances.ts';
import { checkEmbargo } from './embargo.ts';
import { mayDecide } from './roles.ts';
import { isPublished, TRANSITIONS } from './states.ts';

type Standing = Pick<Topic, 'state' | 'stateSince' | 'lead' | 'holdUntil' | 'mergedInto'>;

/** The decisions still in force, oldest first: a decision and the one that took it back cancel out. */
export function inForce(decisions: readonly Decision[]): Decision[] {
  const kept: Decision[] = [];
  for (const decision of decisions) {
    if (decision.undoes === null) kept.push(decision);
    else kept.pop();
  }
  return kept;
}

const LED: readonly State[] = ['accepted', 'in_work', 'published', 'evaluated'];

/** Where decisions put a topic. An undone one leaves no trace here. */
function standing(createdAt: number, decisions: readonly Decision[]): Standing {
  const effective = inForce(decisions);
  const last = effective.at(-1);
  if (last === undefined) return { state: 'new', stateSince: createdAt, lead: null, holdUntil: null, mergedInto: null };
  const accepted = effective.findLast((decision) => decision.to === 'accepted' && decision.from !== 'in_work');
  return {
    state: last.to,
    stateSince: last.at,
    lead: LED.includes(last.to) ? (accepted?.actor ?? null) : null,
    holdUntil: last.to === 'held' ? last.holdUntil : null,
    mergedInto: last.to === 'merged' ? last.into : null,
  };
}

export const lastDecisionId = (topic: Topic): string | null => topic.decisions.at(-1)?.id ?? null;

const refuse = (kind: RefusalKind, path = ''): Refusal => ({ kind, path });

/**
 * Why a person may not make this decision on this topic now, or null when they may.
 * @param madeAt the device's clock at the act: a hold until a date that passed while offline is
 *   still a good decision, it just ends at once.
 */
export function checkDecision(topic: Topic, input: DecisionInput, person: Person, madeAt: number): Refusal | null {
  if (!mayDecide(person.roles)) return refuse('not_allowed');
  if (input.after !== lastDecisionId(topic)) return refuse('conflict', 'after');
  if (input.undoes !== null) return checkUndo(topic, input);
  if (!TRANSITIONS[topic.state].includes(input.to)) return refuse('forbidden_transition', 'to');
  // Whether the other topic can take it in is for whoever knows that topic: `merging.ts`.
  if (input.to === 'merged' && (input.into === null || input.into === topic.id))
    return refuse('merge_target_missing', 'into');
  if (input.to === 'declined' && input.reason === null) return refuse('reason_missing', 'reason');
  if (input.to === 'declined' && input.sentence === null) return refuse('reason_missing', 'sentence');
  if (input.to === 'held' && (input.holdUntil === null || input.holdUntil <= madeAt))
    return refuse('hold_date_missing', 'holdUntil');
  // [CR4] Back from `evaluated` it was out before.
  if (input.to === 'published' && !isPublished(topic.state))
    return checkGate(topic.clearance, madeAt, 'to') ?? checkEmbargo(topic, madeAt, 'to');
  return null;
}

function checkUndo(topic: Topic, input: DecisionInput): Refusal | null {
  // What was taken back already stands no more: one `z` after the other goes on to the decision before it.
  const last = inForce(topic.decisions).at(-1);
  if (last === undefined || last.id !== input.undoes) return refuse('conflict', 'undoes');
  return last.from === input.to ? null : refuse('forbidden_transition', 'to');
}

/** A checked decision as the row that is kept. */
export function recordDecision(topic: Topic, input: DecisionInput, actor: PersonRef, at: number): Decision {
  return {
    id: input.id,
    from: topic.state,
    to: input.to,
    actor: { id: actor.id, name: actor.name },
    at,
    reason: input.to === 'declined' ? input.reason : null,
    sentence: input.sentence,
    holdUntil: input.to === 'held' ? input.holdUntil : null,
    holdReason: input.to === 'held' ? input.holdReason : null,
    into: input.to === 'merged' ? input.into : null,
    cause: null,
    undoes: input.undoes,
  };
}

/** A move that a clock, a new supporter or the end of the last open question makes; nobody's act, so nobody's name. */
export function returnToInbox(topic: Topic, id: string, at: number, cause: ReturnCause | null = null): Decision {
  return {
    id,
    from: topic.state,
    to: 'new',
    actor: null,
    at,
    reason: null,
    sentence: null,
    holdUntil: null,
    holdReason: null,
    into: null,
    cause,
    undoes: null,
  };
}

/** The topic with one more decision. */
export const applyDecision = (topic: Topic, decision: Decision): Topic =>
  withDecisions(topic, [...topic.decisions, decision]);

/**
 * The topic with these decisions in place of its own, and where they put it. Who accepts a topic leads
 * it; a lead whom the editors named otherwise stays, whatever is decided.
 */
export function withDecisions(topic: Topic, decisions: Decision[]): Topic {
  const before = standing(topic.createdAt, topic.decisions).lead;
  const after = standing(topic.createdAt, decisions);
  const isNamed = topic.lead?.id !== before?.id;
  return { ...topic, decisions, ...after, lead: isNamed ? topic.lead : after.lead };
}
