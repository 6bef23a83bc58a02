/** Where and when a topic appears: what editors may plan, and what publishing does to the topic. */
import type { Person } from '../protocol/person.ts';
import type { Publication, PublicationInput } from '../protocol/publication.ts';
import type { Refusal } from '../protocol/refusal.ts';
import type { Decision, DecisionInput, Topic } from '../protocol/topic.ts';
import { checkGate } from './clearances.ts';
import { applyDecision } from './decisions.ts';
import { checkEmbargo } from './embargo.ts';
import { mayDecide } from './roles.ts';
import { checkSharing, isEmbargoed } from './sharing.ts';
import { isPublished } from './states.ts';

/** A topic is planned once it is accepted; what it was published as may be corrected for ever. */
const PLANNED: readonly Topic['state'][] = ['accepted', 'in_work', 'published', 'evaluated'];
/** From these its first publication makes it published. */
const BEFORE_PUBLISHED: readonly Topic['state'][] = ['in_work'];

/** What is out is never ahead: a day is let pass, in milliseconds, since it is not the same day everywhere. */
const DAY_ELSEWHERE = 86_400_000;

/**
 * Why a person may not save this publication of this topic now, or null when they may.
 * @param at when it is saved, in milliseconds
 * @param before as it stands; null: a new one. Of what is out already all may be corrected, whatever was decided since
 */
export function checkPublication(
  topic: Topic,
  input: PublicationInput,
  person: Person,
  at: number,
  before: Pick<Publication, 'state' | 'embargoUntil'> | null = null,
): Refusal | null {
  if (!mayDecide(person.roles)) return { kind: 'not_allowed', path: '' };
  if (input.state === 'cancelled') return null;
  if (!PLANNED.includes(topic.state)) return { kind: 'forbidden_transition', path: 'publication.state' };
  // The work begins before something appears: whoever skips that skips its lead and its brief.
  if (input.state === 'published' && topic.state === 'accepted')
    return { kind: 'forbidden_transition', path: 'publication.state' };
  if (input.state === 'published' && input.publishedAt !== null && input.publishedAt > at + DAY_ELSEWHERE)
    return { kind: 'invalid', path: 'publication.publishedAt' };
  if (input.state === 'published' && before?.state !== 'published') {
    const appears = Math.min(at, input.publishedAt ?? at);
    const refusal =
      checkGate(topic.clearance, appears, 'publication.state') ?? checkEmbargo(topic, appears, 'publication.state');
    if (refusal !== null) return refusal;
    // [PB2] What was planned under embargo is not called published before that ends, or is lifted.
    const isPlanned = before?.state === 'planned' || before?.state === 'proposed';
    if (isPlanned && isEmbargoed({ embargoUntil: stays(input.embargoUntil, before.embargoUntil) }, at))
      return { kind: 'page_embargo', path: 'publication.state' };
  }
  return checkSharing(input, topic.clearance?.state ?? null);
}

/**
 * [PB2] Why a topic may not be called published by a decision while it has these publications, or null when it may. Where
 * something appeared the topic is shown or hidden as that is; where nothing did, it stands for what is planned.
 * @param publications all of the topic
 * @param at when it is decided, in milliseconds
 */
export function checkPlanned(
  topic: Pick<Topic, 'state'>,
  { to }: Pick<DecisionInput, 'to'>,
  publications: readonly Pick<Publication, 'state' | 'embargoUntil'>[],
  at: number,
  path: string,
): Refusal | null {
  if (to !== 'published' || isPublished(topic.state)) return null;
  if (publications.some(({ state }) => state === 'published')) return null;
  const ahead = publications.some((each) => each.state !== 'cancelled' && isEmbargoed(each, at));
  return ahead ? { kind: 'page_embargo', path } : null;
}

/** An absent field stays as it was. */
const stays = <T>(said: T | undefined, was: T): T => (said === undefined ? was : said);

/**
 * A checked publication as the row that is kept. One that says nothing of when it appeared appeared now.
 * @param before as it is kept already, null for a new one
 */
export const recordPublication = (
  input: PublicationInput,
  before: Publication | null,
  person: Person,
  at: number,
): Publication => ({
  ...input,
  publishedAt: input.state === 'published' ? (input.publishedAt ?? at) : null,
  ownerId: stays(input.ownerId, before?.ownerId ?? null),
  embargoUntil: stays(input.embargoUntil, before?.embargoUntil ?? null),
  audienceIds: stays(input.audienceIds, before?.audienceIds ?? []),
  shareable: stays(input.shareable, before?.shareable ?? false),
  networks: stays(input.networks, before?.networks ?? []),
  shareTexts: stays(input.shareTexts, before?.shareTexts ?? {}),
  picture: before?.picture ?? null,
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
