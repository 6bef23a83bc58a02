/** How a topic stands to what one editor has read of it. */
import type { Topic } from '../protocol/topic.ts';

/** `changed`: it was read, and since then others decided on it or supported it. */
export type Reading = 'unread' | 'changed' | 'read';

/** What a device remembers of a topic that was read there. */
export type Remembered = {
  /** False once it was marked as unread again. */
  isRead: boolean;
  /** How many decisions and supporters it had then. */
  decisions: number;
  supporters: number;
  /** What changes on it is no news any more. */
  muted: boolean;
};

/** What this person did to a topic is no news to them. */
export function readingOf(topic: Topic, remembered: Remembered | undefined, personId: string): Reading {
  if (remembered === undefined || !remembered.isRead) return 'unread';
  if (remembered.muted) return 'read';
  const decidedByOthers = topic.decisions.slice(remembered.decisions).some(({ actor }) => actor?.id !== personId);
  return decidedByOthers || topic.supporterCount > remembered.supporters ? 'changed' : 'read';
}
