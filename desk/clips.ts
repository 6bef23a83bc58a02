/** What clips do to topics: open one, join one, change one, leave one. */
import { NO_BRIEF } from '../protocol/brief.ts';
import type { Clip, ClipChanges } from '../protocol/clip.ts';
import type { State, Topic } from '../protocol/topic.ts';
import { applyDecision, returnToInbox } from './decisions.ts';
import { isEditable } from './states.ts';

/** The topic that a clip opens. It takes the clip's id, so that a device offline knows the topic already. */
export function openTopic(clip: Clip, createdAt: number): Topic {
  return {
    id: clip.id,
    title: clip.title,
    kind: clip.kind,
    departmentId: clip.departmentId,
    goalId: clip.goalId,
    state: 'new',
    stateSince: createdAt,
    lead: null,
    holdUntil: null,
    mergedInto: null,
    mergedFrom: [],
    dueAt: null,
    escalation: null,
    forMeeting: false,
    labels: [],
    brief: NO_BRIEF,
    embargoUntil: null,
    clearance: null,
    supporterCount: 1,
    coverClipId: clip.picture === null ? null : clip.id,
    createdAt,
    decisions: [],
  };
}

/**
 * The topic with one more clip (AD1). A new supporter brings a held topic back to the inbox.
 * @param returnId the id of the decision row that this makes if the topic was held.
 */
export function joinTopic(topic: Topic, clip: Clip, newSupporter: boolean, returnId: string, at: number): Topic {
  const joined: Topic = {
    ...topic,
    supporterCount: topic.supporterCount + (newSupporter ? 1 : 0),
    coverClipId: topic.coverClipId ?? (clip.picture === null ? null : clip.id),
  };
  return newSupporter && topic.state === 'held' ? applyDecision(joined, returnToInbox(joined, returnId, at)) : joined;
}

/**
 * Whether a clip may still change so. Until its topic is accepted everything may; after that only a
 * picture that was not ready when the clip left: it is no second thought (BL1).
 */
export const mayChange = (clip: Clip, changes: ClipChanges, state: State): boolean =>
  isEditable(state) || (clip.picture === null && Object.keys(changes).every((field) => field === 'picture'));

/** The clip with its changes; absent fields stay. */
export const editClip = (clip: Clip, changes: ClipChanges): Clip => ({ ...clip, ...definedOnly(changes) });

/**
 * The topic after one of its clips changed. A change to the clip that opened it is a change of the
 * topic, another supporter's is not; a first picture stands for the topic whoever it is from.
 */
export function followEdit(topic: Topic, clipId: string, changes: ClipChanges): Topic {
  const { note: _note, picture, ...shared } = definedOnly(changes);
  const coverClipId = topic.coverClipId ?? (picture === undefined ? null : clipId);
  return clipId === topic.id ? { ...topic, ...shared, coverClipId } : { ...topic, coverClipId };
}

/**
 * The topic with one clip less. If it was the one whose words the topic has, the topic takes those of
 * the oldest clip that stays: whoever takes a suggestion back takes back every word of it.
 * @param clips all clips of the topic, oldest first, the leaving one among them.
 */
export function leaveTopic(topic: Topic, clipId: string, clips: readonly { submitterId: string; clip: Clip }[]): Topic {
  const staying = clips.filter(({ clip }) => clip.id !== clipId);
  const speaker = clips.some(({ clip }) => clip.id === topic.id) ? topic.id : clips[0]?.clip.id;
  const next = speaker === clipId ? staying[0] : undefined;
  const { title, kind, departmentId, goalId } = next === undefined ? topic : openTopic(next.clip, topic.createdAt);
  return {
    ...topic,
    title,
    kind,
    departmentId,
    goalId,
    supporterCount: new Set(staying.map(({ submitterId }) => submitterId)).size,
    coverClipId: staying.find(({ clip }) => clip.picture !== null)?.clip.id ?? null,
  };
}

function definedOnly<T extends object>(changes: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const entries = Object.entries(changes).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [K in keyof T]?: Exclude<T[K], undefined> };
}
