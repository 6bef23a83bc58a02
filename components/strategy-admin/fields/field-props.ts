import type { Language } from '../../../locales/t.ts';
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
  /** Of a value of several lines those that are wrong, by their number; none: all of it is. */
  wrongLines?: readonly number[];
  /** Of a text in two languages those that are wrong; none: both are. */
  wrongTexts?: readonly Language[];
  describedBy: string | undefined;
  onValue(value: unknown): void;
};

/** Whether this line of a value is marked as wrong. */
export const isWrongLine = ({ invalid, wrongLines = [] }: ValueProps, at: number): boolean =>
  invalid && (wrongLines.length === 0 || wrongLines.includes(at));
