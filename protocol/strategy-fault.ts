/** What can be wrong with a strategy, of which each screen has its sentence. */
import type { Problem } from './problem.ts';

export const FAULT_KINDS = [
  /** The file is no YAML: for one of the reasons below, or for another. */
  'yaml',
  'yaml_indent',
  /** A bracket or a quotation mark was never closed. */
  'yaml_open',
  'yaml_twice',
  /** A colon within a text that has no quotation marks. */
  'yaml_colon',
  /** Not a file of text. */
  'no_text_file',
  'file_too_large',
  'unknown_field',
  /** A text in braces that was cut off at its comma. */
  'cut_text',
  'missing',
  'not_number',
  'not_text',
  'not_list',
  /** Fields with their values are wanted. */
  'not_fields',
  'not_yes_no',
  /** Not one of `wanted`. */
  'not_offered',
  'not_day',
  'not_time',
  'bad_id',
  'too_long',
  'too_little',
  /** Anything else that does not fit in this place. */
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

/**
 * `line` is null where there is no file; `message` is for those who read files and logs; `wanted` is what fits
 * instead, as it would be written, where that can be listed.
 */
export type SaidFault = { path: string; line: number | null; kind: FaultKind; message: string; wanted?: string };

const isKind = (kind: string | undefined): kind is FaultKind => FAULT_KINDS.some((each) => each === kind);

export const faultsOf = ({ errors = [] }: Problem): SaidFault[] =>
  errors.map(({ path, message, kind, line = null, wanted }) => ({
    path,
    line,
    message,
    kind: isKind(kind) ? kind : 'wrong_form',
    ...(wanted === undefined ? {} : { wanted }),
  }));
