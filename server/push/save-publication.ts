import { checkPublication, followPublication, recordPublication } from '../../desk/publications.ts';
import { mayDecide } from '../../desk/roles.ts';
import type { PublicationInput } from '../../protocol/publication.ts';
import type { Refusal } from '../../protocol/refusal.ts';
import { findPerson } from '../rows/people.ts';
import { findPublication, followEmbargo, savePublication } from '../rows/publications.ts';
import { hasEntry } from '../rows/strategy.ts';
import { findTopic, unusedDecisionId, updateTopic } from '../rows/topics.ts';
import type { Tx } from '../store/store.ts';
import type { Act } from './act.ts';

/** Plans, moves, publishes or cancels one appearance of a topic. The last writer's plan stands. */
export async function savePlanned(tx: Tx, act: Act, input: PublicationInput): Promise<Refusal | null> {
  // First, so that nobody learns from the refusal whether a topic exists [VI1].
  if (!mayDecide(act.person.roles)) return { kind: 'not_allowed', path: '' };
  const topic = await findTopic(tx, input.topicId);
  if (topic === null) return { kind: 'not_found', path: 'publication.topicId' };
  const known = await findPublication(tx, input.id);
  if (known !== null && known.topicId !== input.topicId) return { kind: 'id_taken', path: 'publication.id' };
  if (!(await hasEntry(tx, 'channel', input.channelId)))
    return { kind: 'unknown_channel', path: 'publication.channelId' };
  // Who left meanwhile keeps nobody from changing what else is said of it.
  const owner = input.ownerId ?? null;
  if (owner !== null && owner !== known?.ownerId && (await findPerson(tx, owner))?.active !== true)
    return { kind: 'unknown_person', path: 'publication.ownerId' };
  const refusal = checkPublication(topic, input, act.person, act.now, known);
  if (refusal !== null) return refusal;
  await savePublication(tx, recordPublication(input, known, act.person, act.now), act.now);
  const followed = followPublication(topic, input, act.person, await unusedDecisionId(tx, act.mutationId), act.now);
  if (followed !== topic) await updateTopic(tx, topic, followed, act.now);
  await followEmbargo(tx, topic.id);
  return null;
}
