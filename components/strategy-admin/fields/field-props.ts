import type { Pool } from '../entry-fields.ts';

export type Choice = { id: string; label: string };
/** What entries refer to, by name. */
export type Directory = Readonly<Record<Pool, readonly Choice[]>>;

/** Of an input for one value: how it is labelled and described is the frame's matter (`field-row.tsx`). */
export type ValueProps = {
  /** Of the element that takes the focus. */
  id: string;
  value: unknown;
  invalid: boolean;
  describedBy: string | undefined;
  onValue(value: unknown): void;
};
