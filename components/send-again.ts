import type { RefusalKind } from '../protocol/refusal.ts';

/** No second sending changes these: what it was about has moved on, is gone, or is not this person's to do. */
const FOR_GOOD: readonly RefusalKind[] = [
  'not_allowed',
  'not_found',
  'forbidden_transition',
  'too_late',
  'question_closed',
  'own_clearance',
  'already_cleared',
  'id_taken',
];

/** Whether it may help to send a refused entry once more. */
export const maySendAgain = (refusal: RefusalKind): boolean => !FOR_GOOD.includes(refusal);
