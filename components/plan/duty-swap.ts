/** `changed`: others changed the rota meanwhile. */
export const SWAP_PROBLEMS = ['changed', 'offline', 'failed'] as const;

/** A swap of two weeks of the rota, as far as it went. Weeks by their Monday. */
export type DutySwap = {
  /** Whether this person may: a lead or an admin. */
  allowed: boolean;
  busy: boolean;
  /** What was just swapped and can be taken back. */
  done: { one: string; other: string } | null;
  /** Why nothing was swapped. */
  problem: (typeof SWAP_PROBLEMS)[number] | null;
  onSwap(one: string, other: string): void;
  onUndo(): void;
};
