/** What comes next for a suggestion, as a sentence of `timeline`. Pure, so that it can be tested. */
import type { Topic } from '../../protocol/topic.ts';

export const NEXT_STEPS = [
  'nextRefused',
  'nextAccepted',
  'nextQuery',
  'nextAsked',
  'answerLate',
  'lateNobody',
  'answerBy',
  'nextHeld',
  'late',
] as const;
type Key = 'next' | (typeof NEXT_STEPS)[number];

export type NextStep =
  | { key: Exclude<Key, 'answerBy' | 'nextHeld' | 'late'> }
  | { key: 'answerBy' | 'nextHeld'; at: number }
  | { key: 'late'; name: string };

/**
 * Null: nothing does, or nobody can say.
 * @param isAsked the reader has a question about it before them; one that waits for its hour is not told to anybody [QU3]
 */
export function nextStep(topic: Topic | null, now: number, isAsked = false): NextStep | null {
  if (topic === null) return { key: 'next' };
  const isTaken = topic.state === 'accepted' || topic.state === 'in_work';
  if (isTaken && topic.clearance?.state === 'refused') return { key: 'nextRefused' };
  if (topic.state === 'accepted') return { key: 'nextAccepted' };
  if (topic.state === 'query') return { key: isAsked ? 'nextAsked' : 'nextQuery' };
  if (topic.state === 'held') return topic.holdUntil === null ? null : { key: 'nextHeld', at: topic.holdUntil };
  if (topic.state !== 'new') return null;
  // What nobody answered when the editor on duty was told either: now with a name (S12).
  if (topic.escalation?.level === 'head') {
    const { person } = topic.escalation;
    return person === null ? { key: 'lateNobody' } : { key: 'late', name: person.name };
  }
  if (topic.dueAt === null) return { key: 'next' };
  return topic.dueAt <= now ? { key: 'answerLate' } : { key: 'answerBy', at: topic.dueAt };
}
