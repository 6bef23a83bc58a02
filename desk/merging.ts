/**
 * One topic goes into another: its clips, supporters and pages move, the decision stays with it and
 * points there (MG rules of protocol/SPEC.md). Never by itself: only an editor merges, and it can be taken back.
 */
import type { Refusal } from '../protocol/refusal.ts';
import type { Topic } from '../protocol/topic.ts';

/** Whether one topic can take another in: not itself, and none that is merged or declined itself. */
export const canTakeIn = (target: Pick<Topic, 'id' | 'state'>, topicId: string): boolean =>
  target.id !== topicId && target.state !== 'merged' && target.state !== 'declined';

/** Why a topic cannot be merged into this one, or null when it can. */
export const checkMerge = (topicId: string, target: Topic | null): Refusal | null =>
  target !== null && canTakeIn(target, topicId) ? null : { kind: 'merge_target_missing', path: 'into' };

/**
 * The topic that took another in. How many support it follows from the clips, once they moved.
 * @param coverClipId a picture of the other topic's, for one that has none.
 */
export const takeIn = (
  target: Topic,
  topic: Pick<Topic, 'id' | 'embargoUntil'>,
  supporterCount: number,
  coverClipId: string | null,
): Topic => ({
  ...target,
  supporterCount,
  embargoUntil: laterOf(target.embargoUntil, topic.embargoUntil),
  mergedFrom: [...target.mergedFrom.filter((id) => id !== topic.id), topic.id].sort(),
  coverClipId: target.coverClipId ?? coverClipId,
});

const laterOf = (one: number | null, other: number | null): number | null =>
  one === null || other === null ? (one ?? other) : Math.max(one, other);

/** A topic that went into another: its clips are there now. */
export const goAway = (topic: Topic): Topic => ({ ...topic, supporterCount: 0, coverClipId: null });

/** The topic after another left it again. */
export const letGo = (target: Topic, topicId: string, supporterCount: number, coverClipId: string | null): Topic => ({
  ...target,
  supporterCount,
  mergedFrom: target.mergedFrom.filter((id) => id !== topicId),
  coverClipId,
});
