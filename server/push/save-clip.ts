import { joinTopic, openTopic } from '../../desk/clips.ts';
import { followingEmbargo } from '../../desk/embargo.ts';
import { mayDecide } from '../../desk/roles.ts';
import { isOpen } from '../../desk/states.ts';
import type { Clip } from '../../protocol/clip.ts';
import type { Refusal } from '../../protocol/refusal.ts';
import type { Topic } from '../../protocol/topic.ts';
import { setAddress, topicOfAddress } from '../rows/addresses.ts';
import { findClip, insertClip, supports } from '../rows/clips.ts';
import { deskRules } from '../rows/strategy.ts';
import { findTopic, insertTopic, unusedDecisionId, updateTopic } from '../rows/topics.ts';
import { isLike } from '../similar/similar.ts';
import type { Tx } from '../store/store.ts';
import type { Act } from './act.ts';
import { judgeClip } from './judge-clip.ts';
import { checkReferences } from './references.ts';
import { requireClearance } from './require-clearance.ts';

/**
 * Holds a clip: as one more voice for the open topic of its page, else for the one that the person said it belongs
 * to [SM4], else as a topic of its own.
 */
export async function saveClip(
  tx: Tx,
  act: Act,
  sent: Clip,
  addressKey: string | null,
  joins?: string,
): Promise<Refusal | null> {
  // Asked together: for PostgreSQL each question is a way there and back.
  const [held, refusal, pageTopicId] = await Promise.all([
    findClip(tx, sent.id),
    checkReferences(tx, sent, act, 'clip'),
    addressKey === null ? null : topicOfAddress(tx, addressKey),
  ]);
  // [CL7] Sent again, after a restore or from a copy of the database: it is here, whatever became of it.
  if (held !== null) return held.submitterId === act.person.id ? null : { kind: 'id_taken', path: 'clip.id' };
  if (refusal !== null) return refusal;
  const judged = await judgeClip(tx, act.person, sent, 'clip'); // [IN2]
  if (judged.refusal !== null) return judged.refusal;
  const { clip, effects } = judged;

  // What it does to a topic that others may do something to as well.
  if (pageTopicId !== null || joins !== undefined || effects.clearance !== null) await tx.alone();
  // [AD1] A further clip of this page joins its topic; none if the page is new or its topic is closed.
  const ofPage = pageTopicId === null ? null : await findOpenTopic(tx, pageTopicId);
  const open = ofPage ?? (joins === undefined ? null : await joinedTopic(tx, act, clip, joins));
  const topicId = open?.id ?? clip.id;
  const newSupporter = open === null || !(await supports(tx, act.person.id, open.id));
  await insertClip(tx, { clip, topicId, submitterId: act.person.id, addressKey, receivedAt: act.now });
  const { timeZone } = await deskRules(tx);
  const embargoUntil = followingEmbargo(open?.embargoUntil ?? null, clip.found.embargo, timeZone, act.now); // [PB4]
  if (open === null) {
    await insertTopic(tx, { ...openTopic(clip, act.now), embargoUntil }, act.now);
    if (addressKey !== null) await setAddress(tx, addressKey, topicId);
  } else {
    const returnId = await unusedDecisionId(tx, act.mutationId);
    const joined = joinTopic(open, clip, newSupporter, returnId, act.now);
    await updateTopic(tx, open, { ...joined, embargoUntil }, act.now);
    if (ofPage === null && addressKey !== null) await setAddress(tx, addressKey, topicId);
  }
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
