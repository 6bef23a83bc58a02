import { joinTopic, openTopic } from '../../desk/clips.ts';
import { followingEmbargo } from '../../desk/embargo.ts';
import { mayDecide } from '../../desk/roles.ts';
import { isOpen } from '../../desk/states.ts';
import type { Clip } from '../../protocol/clip.ts';
import type { Refusal } from '../../protocol/refusal.ts';
import type { Topic } from '../../protocol/topic.ts';
import { supports } from '../rows/clips.ts';
import { deskRules } from '../rows/strategy.ts';
import { findTopic, unusedDecisionId, updateTopic } from '../rows/topics.ts';
import { isLike } from '../similar/similar.ts';
import type { Tx } from '../store/store.ts';
import type { Act } from './act.ts';
import { judgeClip } from './judge-clip.ts';
import type { NewClips } from './new-clips.ts';
import { checkReferences } from './references.ts';
import { requireClearance } from './require-clearance.ts';

/**
 * Holds a clip: as one more voice for the open topic of its page, else for the one that the person said it belongs
 * to [SM4], else as a topic of its own.
 * @param clips knows what there is of it, and writes it with others
 */
export async function saveClip(
  tx: Tx,
  act: Act,
  sent: Clip,
  addressKey: string | null,
  clips: NewClips,
  joins?: string,
): Promise<Refusal | null> {
  const submitterId = clips.submitterOf(sent.id);
  // [CL7] Sent again, after a restore or from a copy of the database: it is here, whatever became of it.
  if (submitterId !== null) return submitterId === act.person.id ? null : { kind: 'id_taken', path: 'clip.id' };
  const refusal = await checkReferences(tx, sent, act, 'clip');
  if (refusal !== null) return refusal;
  const judged = await judgeClip(tx, act.person, sent, 'clip'); // [IN2]
  if (judged.refusal !== null) return judged.refusal;
  const { clip, effects } = judged;

  const pageTopicId = addressKey === null ? null : clips.topicOf(addressKey);
  // What it does to a topic that others may do something to as well.
  if (pageTopicId !== null || joins !== undefined || effects.clearance !== null) {
    await clips.settle();
    await tx.alone();
  }
  // [AD1] A further clip of this page joins its topic; none if the page is new or its topic is closed.
  const ofPage = pageTopicId === null ? null : await findOpenTopic(tx, pageTopicId);
  const open = ofPage ?? (joins === undefined ? null : await joinedTopic(tx, act, clip, joins));
  const topicId = open?.id ?? clip.id;
  const newSupporter = open === null || !(await supports(tx, act.person.id, open.id));
  clips.keep({ clip, topicId, submitterId: act.person.id, addressKey, receivedAt: act.now });
  const { timeZone } = await deskRules(tx);
  const embargoUntil = followingEmbargo(open?.embargoUntil ?? null, clip.found.embargo, timeZone, act.now); // [PB4]
  if (open === null) {
    clips.open({ ...openTopic(clip, act.now), embargoUntil }, act.now);
    if (addressKey !== null) clips.stand(addressKey, topicId);
  } else {
    await clips.settle();
    const returnId = await unusedDecisionId(tx, act.mutationId);
    const joined = joinTopic(open, clip, newSupporter, returnId, act.now);
    await updateTopic(tx, open, { ...joined, embargoUntil }, act.now);
    if (ofPage === null && addressKey !== null) clips.stand(addressKey, topicId);
  }
  if (effects.clearance === null) return null;
  await clips.settle();
  const isUnseen = ofPage === null;
  await requireClearance(tx, { topicId, clipId: clip.id, effects, found: clip.found, at: act.now, isUnseen }); // [IN5]
  return null;
}

/** [SM4] The topic that the person named, if it is open and about what the clip is about; the desk joins what it likes. */
async function joinedTopic(tx: Tx, { person }: Act, clip: Clip, joins: string): Promise<Topic | null> {
  const topic = await findOpenTopic(tx, joins);
  return topic !== null && (mayDecide(person.roles) || (await isLike(tx, clip, joins))) ? topic : null;
}

async function findOpenTopic(tx: Tx, topicId: string): Promise<Topic | null> {
  const topic = await findTopic(tx, topicId);
  return topic !== null && isOpen(topic.state) ? topic : null;
}
