import { isDeepStrictEqual } from 'node:util';
import { editClip, followEdit, mayChange } from '../../desk/clips.ts';
import { followingEmbargo } from '../../desk/embargo.ts';
import { bothFound } from '../../desk/rules/both-found.ts';
import { withFoundIn } from '../../desk/rules/find.ts';
import type { Clip, ClipChanges } from '../../protocol/clip.ts';
import type { Refusal } from '../../protocol/refusal.ts';
import { clearanceFollows } from '../rows/clearances.ts';
import { findClip, updateClip } from '../rows/clips.ts';
import { dropOtherPicture } from '../rows/pictures.ts';
import { deskRules } from '../rows/strategy.ts';
import { findTopic, updateTopic } from '../rows/topics.ts';
import type { Tx } from '../store/store.ts';
import type { Act } from './act.ts';
import { judgeClip } from './judge-clip.ts';
import { checkReferences } from './references.ts';
import { requireClearance } from './require-clearance.ts';

/** Changes a clip of the person's own, until its topic is accepted. */
export async function editHeldClip(
  tx: Tx,
  { person, madeAt, now }: Act,
  clipId: string,
  sent: ClipChanges,
): Promise<Refusal | null> {
  const held = await findClip(tx, clipId);
  // Somebody else's clip is as good as none: whether it exists is not for this person to know.
  if (held === null || held.clip === null || held.submitterId !== person.id)
    return { kind: 'not_found', path: 'clipId' };
  const changes = { ...sent, ...keptFindings(held.clip, sent) };
  const wanted = editClip(held.clip, changes);
  // Also a replay under another number: what is so already is not refused for coming late.
  if (isDeepStrictEqual(wanted, held.clip)) return null;
  const topic = await findTopic(tx, held.topicId);
  if (topic === null) return { kind: 'not_found', path: 'clipId' };
  if (!mayChange(held.clip, changes, topic.state)) return { kind: 'too_late', path: '' };
  const refusal = await checkReferences(tx, changes, { madeAt, now }, 'changes');
  if (refusal !== null) return refusal;

  const judged = await judgeClip(tx, person, withFoundIn(wanted), 'changes'); // [IN2]
  if (judged.refusal !== null) return judged.refusal;
  const edited = judged.clip;

  await updateClip(tx, edited);
  // No hash is empty: of a picture that the rules leave out nothing stays.
  await dropOtherPicture(tx, clipId, edited.picture?.hash ?? '');
  const { timeZone } = await deskRules(tx);
  const followed = {
    ...followEdit(topic, clipId, withoutStripped(changes, edited)),
    embargoUntil: saysOtherwise(held.clip, edited)
      ? followingEmbargo(topic.embargoUntil, edited.found.embargo, timeZone, now) // [PB4]
      : topic.embargoUntil,
  };
  if (!isDeepStrictEqual(followed, topic)) await updateTopic(tx, topic, followed, now);
  // Its clearer looks at what the clip says.
  else if (topic.clearance !== null) await clearanceFollows(tx, topic.id, now);
  await requireClearance(tx, {
    ...{ topicId: topic.id, clipId, effects: judged.effects, found: edited.found, at: now },
    isUnseen: !isDeepStrictEqual(edited.found, held.clip.found),
  }); // [IN5]
  return null;
}

/** Whether the change says an embargo that was not known: what the desk lifted is not set again by another note. */
const saysOtherwise = (before: Clip, after: Clip): boolean =>
  !isDeepStrictEqual(before.found.embargo, after.found.embargo);

/** What was found once stays found: a change adds to it and takes nothing away. */
const keptFindings = ({ found }: Clip, changes: ClipChanges): Pick<ClipChanges, 'found'> =>
  changes.found === undefined ? {} : { found: bothFound(found, changes.found) };

/** A picture that was left out is none that could stand for the topic. */
const withoutStripped = ({ picture, ...changes }: ClipChanges, edited: Clip): ClipChanges =>
  picture === undefined || edited.picture === null ? changes : { ...changes, picture };
