/** Where and when a topic appears: what editors may plan, and what publishing does to the topic. */
import type { Person } from '../protocol/person.ts';
import type { Publication, PublicationInput } from '../protocol/publication.ts';
import type { Refusal } from '../protocol/refusal.ts';
import type { Decision, Topic } from '../protocol/topic.ts';
import { checkGate } from './clearances.ts';
import { applyDecision } from './decisions.ts';
import { mayDecide } from './roles.ts';

/** A topic is planned once it is accepted; what it was published as may be corrected for ever. */
const PLANNED: readonly Topic['state'][] = ['accepted', 'in_work', 'published', 'evaluated'];
/** From these its first publication makes it published. */
const BEFORE_PUBLISHED: readonly Topic['state'][] = ['in_work'];

/** What is out is never ahead: a day is let pass, in milliseconds, since it is not the same day everywhere. */
const DAY_ELSEWHERE = 86_400_000;

/**
 * Why a person may not save this publication of this topic now, or null when they may.
 * @param at when it is saved, in milliseconds
 * @param wasPublished whether it is out already: what is said of it may be corrected whatever was decided since
 */
export function checkPublication(
  topic: Topic,
  input: PublicationInput,
  person: Person,
  at: number,
  wasPublished = false,
): Refusal | null {
  if (!mayDecide(person.roles)) return { kind: 'not_allowed', path: '' };
  if (input.state === 'cancelled') return null;
  if (!PLANNED.includes(topic.state)) return { kind: 'forbidden_transition', path: 'publication.state' };
  // The work begins before something appears: whoever skips that skips its lead and its brief.
  if (input.state === 'published' && topic.state === 'accepted')
    return { kind: 'forbidden_transition', path: 'publication.state' };
  if (input.state === 'published' && input.publishedAt !== null && input.publishedAt > at + DAY_ELSEWHERE)
    return { kind: 'invalid', path: 'publication.publishedAt' };
  if (input.state === 'published' && !wasPublished)
    return checkGate(topic.clearance, Math.min(at, input.publishedAt ?? at), 'publication.state');
  return null;
}

/** A checked publication as the row that is kept. One that says nothing of when it appeared appeared now. */
export const recordPublication = (input: PublicationInput, person: Person, at: number): Publication => ({
  ...input,
  publishedAt: input.state === 'published' ? (input.publishedAt ?? at) : null,
  by: { id: person.id, name: person.name },
  changedAt: at,
});

/**
 * The topic after one of its publications was saved: its first appearance makes it published.
 * @param decisionId the id of the decision row that this makes.
 */
export function followPublication(
  topic: Topic,
  { state }: PublicationInput,
  person: Person,
  decisionId: string,
  at: number,
): Topic {
  if (state !== 'published' || !BEFORE_PUBLISHED.includes(topic.state)) return topic;
  const decision: Decision = {
    id: decisionId,
    from: topic.state,
    to: 'published',
    actor: { id: person.id, name: person.name },
    at,
    reason: null,
    sentence: null,
    holdUntil: null,
    holdReason: null,
    into: null,
    cause: null,
    undoes: null,
  };
  return applyDecision(topic, decision);
}
