import { leaveTopic } from '../../desk/clips.ts';
import { applyDecision } from '../../desk/decisions.ts';
import { isEditable } from '../../desk/states.ts';
import type { Refusal } from '../../protocol/refusal.ts';
import type { Decision, Topic } from '../../protocol/topic.ts';
import { releasePage } from '../rows/addresses.ts';
import { addressKeyOf, clipsOfTopic, eraseClip, findClip } from '../rows/clips.ts';
import { deleteTopic } from '../rows/delete-topic.ts';
import { findTopic, unusedDecisionId, updateTopic } from '../rows/topics.ts';
import type { Tx } from '../store/store.ts';
import type { Act } from './act.ts';

/**
 * Takes back a clip of the person's own: erases its content, and what is left of the topic is less
 * by one voice. Without its last clip an undecided topic goes, a decided one is declined as withdrawn.
 */
export async function withdrawClip(tx: Tx, act: Act, clipId: string): Promise<Refusal | null> {
  const held = await findClip(tx, clipId);
  if (held === null || held.submitterId !== act.person.id) return { kind: 'not_found', path: 'clipId' };
  if (held.clip === null) return null; // Taken back already.
  const topic = await findTopic(tx, held.topicId);
  if (topic === null) return { kind: 'not_found', path: 'clipId' };
  if (!isEditable(topic.state)) return { kind: 'too_late', path: '' };

  const left = leaveTopic(topic, clipId, await clipsOfTopic(tx, topic.id));
  const page = await addressKeyOf(tx, clipId);
  await eraseClip(tx, clipId);
  // One that took others in stays, so that what points to it leads somewhere.
  if (left.supporterCount === 0 && topic.decisions.length === 0 && topic.mergedFrom.length === 0) {
    await deleteTopic(tx, topic.id);
    return null;
  }
  const after = left.supporterCount === 0 ? applyDecision(left, await withdrawal(tx, topic, act)) : left;
  await updateTopic(tx, topic, after, act.now);
  // [AD1] Of a similar or a merged topic the page may have been this clip's alone.
  if (left.supporterCount > 0 && page !== null) await releasePage(tx, page, topic.id);
  return null;
}

const withdrawal = async (tx: Tx, topic: Topic, { person, mutationId, now }: Act): Promise<Decision> => ({
  id: await unusedDecisionId(tx, mutationId),
  from: topic.state,
  to: 'declined',
  actor: { id: person.id, name: person.name },
  at: now,
  reason: 'withdrawn',
  sentence: null,
  holdUntil: null,
  holdReason: null,
  into: null,
  cause: null,
  undoes: null,
});
