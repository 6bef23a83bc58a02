/** What can go wrong in front of a person. Each kind has its sentences in `locales/`, never its own text. */

/** Why a tab could not be read. The popup then asks for address and title by hand. */
export const CAPTURE_FAILURES = ['restricted', 'store', 'crashed', 'navigated', 'unreadable'] as const;
export type CaptureFailure = (typeof CAPTURE_FAILURES)[number];

/** Why a save did not commit. Nothing is half-saved; the form keeps every word. */
export const SAVE_PROBLEMS = [
  'storage_full',
  'storage_failed',
  'address_invalid',
  'clip_invalid',
  'too_late',
  'rule_refuses',
  'rule_not_accepted',
] as const;
export type SaveProblem = (typeof SAVE_PROBLEMS)[number];

/** Why the outbox does not leave right now. None of them loses anything. */
export const SYNC_PROBLEMS = [
  'offline',
  'unreachable',
  'not_a_queue',
  'sign_in',
  'update_extension',
  'update_queue',
  'busy',
  'failed',
] as const;
export type SyncProblem = (typeof SYNC_PROBLEMS)[number];

/** Why something that only the queue can do was not done. Nothing waits in an outbox: it has to be tried again. */
export const LINE_PROBLEMS = ['offline', 'unreachable', 'not_a_queue', 'sign_in', 'busy', 'failed'] as const;
export type LineProblem = (typeof LINE_PROBLEMS)[number];

/** Why joining a queue, or signing in there, did not work. */
export const JOIN_PROBLEMS = [
  'invitation_missing',
  'code_malformed',
  'code_missing',
  'code_used',
  'code_unknown',
  'name_missing',
  'address_missing',
  'other_address',
  'cancelled',
  'refused',
  'provider_down',
  'wrong_answer',
  'no_sign_in',
  'unreachable',
  'not_a_queue',
  'update_extension',
  'update_queue',
  'busy',
  'failed',
] as const;
export type JoinProblem = (typeof JOIN_PROBLEMS)[number];
