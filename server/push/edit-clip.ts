import { isDeepStrictEqual } from 'node:util';
import { editClip, followEdit, mayChange } from '../../desk/clips.ts';
import type { ClipChanges } from '../../protocol/clip.ts';
import type { Refusal } from '../../protocol/refusal.ts';
import { clearanceFollows } from '../rows/clearances.ts';
import { findClip, updateClip } from '../rows/clips.ts';
import { dropOtherPicture } from '../rows/pictures.ts';
import { findTopic, updateTopic } from '../rows/topics.ts';
import type { Tx } from '../store/store.ts';
import type { Act } from './act.ts';
import { checkReferences } from './references.ts';

/** Changes a clip of the person's own, until its topic is accepted. */
export async function editHeldClip(
  tx: Tx,
  { person, madeAt, now }: Act,
  clipId: string,
  changes: ClipChanges,
): Promise<Refusal | null> {
  const held = await findClip(tx, clipId);
  // Somebody else's clip is as good as none: whether it exists is not for this person to know.
  if (held === null || held.clip === null || held.submitterId !== person.id)
    return { kind: 'not_found', path: 'clipId' };
  const edited = editClip(held.clip, changes);
  // Also a replay under another number: what is so already is not refused for coming late.
  if (isDeepStrictEqual(edited, held.clip)) return null;
  const topic = await findTopic(tx, held.topicId);
  if (topic === null) return { kind: 'not_found', path: 'clipId' };
  if (!mayChange(held.clip, changes, topic.state)) return { kind: 'too_late', path: '' };
  const refusal = await checkReferences(tx, changes, madeAt, 'changes');
  if (refusal !== null) return refusal;

  await updateClip(tx, edited);
  if (edited.picture !== null) await dropOtherPicture(tx, clipId, edited.picture.hash);
  const followed = followEdit(topic, clipId, changes);
  if (!isDeepStrictEqual(followed, topic)) await updateTopic(tx, topic, followed, now);
  // Its clearer looks at what the clip says.
  else if (topic.clearance !== null) await clearanceFollows(tx, topic.id);
  return null;
}
