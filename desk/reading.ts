/** How a topic stands to what one editor has read of it. */
import type { ClearanceState } from '../protocol/clearance.ts';
import type { Topic } from '../protocol/topic.ts';

/** `changed`: it was read, and since then others decided on it, supported it, or gave or refused its clearance. */
export type Reading = 'unread' | 'changed' | 'read';

/** What a device remembers of a topic that was read there. */
export type Remembered = {
  /** False once it was marked as unread again. */
  isRead: boolean;
  /** How many decisions and supporters it had then. */
  decisions: number;
  supporters: number;
  /** How its clearance stood; null where there was none. */
  clearance: ClearanceState | null;
  /** What changes on it is no news any more. */
  muted: boolean;
};

/** A clearer's answer is news; that one is waited for, or no longer, the desk said itself or sees on the row. */
const isAnswer = (state: ClearanceState | null): boolean =>
  state !== null && state !== 'open' && state !== 'not_needed';

/** What this person did to a topic is no news to them. */
export function readingOf(topic: Topic, remembered: Remembered | undefined, personId: string): Reading {
  if (remembered === undefined || !remembered.isRead) return 'unread';
  if (remembered.muted) return 'read';
  const decidedByOthers = topic.decisions.slice(remembered.decisions).some(({ actor }) => actor?.id !== personId);
  const clearance = topic.clearance?.state ?? null;
  if (isAnswer(clearance) && clearance !== remembered.clearance) return 'changed';
  return decidedByOthers || topic.supporterCount > remembered.supporters ? 'changed' : 'read';
}
