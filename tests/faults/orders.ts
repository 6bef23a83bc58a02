/**
 * What the harness tells a queue to suffer. An order travels as a header of a forwarded request, so that it
 * belongs to that request whichever process serves it; the queue's own code never sees it (`preload.ts`).
 */
export const ORDER_HEADER = 'x-harness-order';

/** Where a queue can die while it serves a push. */
export const KILL_STEPS = [
  'before begin',
  'in the middle of applying',
  'after applying',
  'before commit',
  'after commit',
  'before the answer',
  'in the middle of the answer',
  'after the answer',
] as const;
export type KillStep = (typeof KILL_STEPS)[number];

export type Order =
  | { name: 'die'; at: KillStep }
  /** For so many transactions nothing is written that needs more room. */
  | { name: 'disk full'; transactions: number }
  /** The clock of the machine is so far off. Milliseconds. */
  | { name: 'clock'; offset: number };

/** What a queue does wrong all the time, to show that the harness finds it. By the environment, see `preload.ts`. */
export const DEFECTS = [
  'forgets outcomes',
  'leaves a change out of the log',
  'keeps a clip twice',
  'answers before commit',
] as const;
export type Defect = (typeof DEFECTS)[number];
export const DEFECT_VARIABLE = 'CLIPDESK_HARNESS_DEFECT';
