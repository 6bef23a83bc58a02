/** What can be wrong with a strategy, of which each screen has its sentence. */
import type { Problem } from './problem.ts';

export const FAULT_KINDS = [
  /** The file is no YAML. */
  'yaml',
  'unknown_field',
  'missing',
  /** Not what stands in this place: another kind of value, too long, a date that there is not. */
  'wrong_form',
  /** It names an entry that there is not. */
  'not_there',
  'below_itself',
  'account_taken',
  'period_reversed',
  /** Called active, and something is missing until it can be. */
  'still_lacks',
  'not_monday',
  /** Admins do not take their own role. */
  'own_admin',
] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

/** `line` is null where there is no file; `message` is for those who read files and logs. */
export type SaidFault = { path: string; line: number | null; kind: FaultKind; message: string };

const isKind = (kind: string | undefined): kind is FaultKind => FAULT_KINDS.some((each) => each === kind);

export const faultsOf = ({ errors = [] }: Problem): SaidFault[] =>
  errors.map(({ path, message, kind, line = null }) => ({
    path,
    line,
    message,
    kind: isKind(kind) ? kind : 'wrong_form',
  }));
