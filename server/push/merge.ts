/** What a merge moves beside the topic's state, and how it moves back. */
import { applyDecision, returnToInbox } from '../../desk/decisions.ts';
import { checkMerge, goAway, letGo, takeIn } from '../../desk/merging.ts';
import { isEditable } from '../../desk/states.ts';
import type { Refusal } from '../../protocol/refusal.ts';
import type { Topic } from '../../protocol/topic.ts';
import { settlePages } from '../rows/addresses.ts';
import { bringDemandsHome, mergeClearances } from '../rows/clearances.ts';
import { bringHome, clipsOfTopic, countClipsFrom, countSupporters, moveClips } from '../rows/clips.ts';
import { findTopic, topicsMergedInto, updateTopic } from '../rows/topics.ts';
import type { Tx } from '../store/store.ts';

/**
 * Keeps a topic as a decision left it. If that merged it, its clips, supporters and pages go to the other
 * topic; if it took a merge back, those that came from here come home, with those of topics merged into this one.
 */
export async function followMerge(tx: Tx, before: Topic, after: Topic, now: number): Promise<Refusal | null> {
  if (before.mergedInto === after.mergedInto) {
    await updateTopic(tx, before, after, now);
    return null;
  }
  return after.mergedInto === null ? unmerge(tx, before, after, now) : merge(tx, before, after, after.mergedInto, now);
}

async function merge(tx: Tx, before: Topic, after: Topic, into: string, now: number): Promise<Refusal | null> {
  const target = await findTopic(tx, into);
  const refusal = checkMerge(after.id, target);
  if (refusal !== null || target === null) return refusal;
  await moveClips(tx, after.id, into);
  await updateTopic(tx, before, goAway(after), now);
  const count = await countSupporters(tx, into);
  await updateTopic(tx, target, takeIn(target, after, count, before.coverClipId), now);
  await mergeClearances(tx, after.id, into, now);
  await settlePages(tx, after.id, into);
  return null;
}

async function unmerge(tx: Tx, before: Topic, after: Topic, now: number): Promise<Refusal | null> {
  // A chain: what this one took in itself went with it to wherever the clips are now.
  const family = await familyOf(tx, after.id);
  const holder = await holderOf(tx, before);
  const here = holder === null ? 0 : await countClipsFrom(tx, holder.id, family);
  // Without a clip there would be a topic about nothing: whoever clipped it took it back meanwhile.
  if (holder === null || here === 0) return { kind: 'not_found', path: 'topicId' };
  await bringHome(tx, holder.id, after.id, family);
  const own = await clipsOfTopic(tx, after.id);
  const opener = own.find(({ clip }) => clip.id === after.id)?.clip;
  const shown = opener === undefined ? after : { ...after, title: opener.title, kind: opener.kind };
  const coverClipId = own.find(({ clip }) => clip.picture !== null)?.id ?? null;
  await updateTopic(tx, before, { ...shown, supporterCount: await countSupporters(tx, after.id), coverClipId }, now);
  const left = await clipsOfTopic(tx, holder.id);
  const holderCover = left.some(({ id }) => id === holder.coverClipId)
    ? holder.coverClipId
    : (left.find(({ clip }) => clip.picture !== null)?.id ?? null);
  const rest = letGo(holder, after.id, await countSupporters(tx, holder.id), holderCover);
  await updateTopic(tx, holder, left.length === 0 ? takenBack(rest, now) : rest, now);
  await bringDemandsHome(tx, holder.id, after.id, new Set(own.map(({ id }) => id)), now);
  if (before.mergedInto !== holder.id) tx.changed('topic', before.mergedInto ?? holder.id);
  await settlePages(tx, holder.id, after.id);
  return null;
}

/**
 * A topic whose own clips were taken back while it held those of another: nothing is left of it now. Whoever could
 * have been asked is gone, so it is nobody's act.
 */
const takenBack = (holder: Topic, now: number): Topic =>
  isEditable(holder.state)
    ? applyDecision(holder, {
        ...returnToInbox(holder, crypto.randomUUID(), now),
        to: 'declined',
        reason: 'withdrawn',
      })
    : holder;

/** A topic and all that was merged into it, however far. */
async function familyOf(tx: Tx, topicId: string): Promise<string[]> {
  const family = [topicId];
  for (const id of family) family.push(...(await topicsMergedInto(tx, id)).filter((each) => !family.includes(each)));
  return family;
}

/** The topic at the end of the pointers: it holds the clips. Pointers cannot go in a circle, since none leads to a merged topic. */
async function holderOf(tx: Tx, { mergedInto }: Topic): Promise<Topic | null> {
  let holder = mergedInto === null ? null : await findTopic(tx, mergedInto);
  while (holder !== null && holder.mergedInto !== null) holder = await findTopic(tx, holder.mergedInto);
  return holder;
}
