/** What the schema and the YAML reader found, as kinds that each screen has its sentence for. */
import type { ErrorCode } from 'yaml';
import type * as z from 'zod/mini';
import type { FaultKind } from '../../protocol/strategy-fault.ts';
import type { StrategyFault } from './references.ts';

const YAML_KINDS: Partial<Record<ErrorCode, FaultKind>> = {
  BAD_INDENT: 'yaml_indent',
  TAB_AS_INDENT: 'yaml_indent',
  MISSING_CHAR: 'yaml_open',
  DUPLICATE_KEY: 'yaml_twice',
  BLOCK_AS_IMPLICIT_KEY: 'yaml_colon',
  MULTILINE_IMPLICIT_KEY: 'yaml_indent',
};
export const yamlKind = (code: ErrorCode): FaultKind => YAML_KINDS[code] ?? 'yaml';

const EXPECTED: Record<string, FaultKind> = {
  number: 'not_number',
  int: 'not_number',
  string: 'not_text',
  array: 'not_list',
  object: 'not_fields',
  record: 'not_fields',
  boolean: 'not_yes_no',
};

/** Texts that may be written once for each language. */
const TEXTS = ['name', 'title', 'text', 'owes', 'wants', 'measure', 'unit'];

/**
 * One issue of the schema as faults: each unknown field is one of its own.
 * @param file as it was read, for the issue does not say whether there was anything
 */
export function faultsOf(issue: z.core.$ZodIssue, file: unknown): StrategyFault[] {
  const path = issue.path.map((part) => (typeof part === 'symbol' ? '' : part));
  const { message } = issue;
  if (issue.code === 'unrecognized_keys') {
    const isCut = TEXTS.includes(String(path.at(-1)));
    // Of a text that was cut off at its comma the field names nothing.
    if (isCut) return [{ path, kind: 'cut_text', message }];
    return issue.keys.map((key) => ({ path: [...path, key], kind: 'unknown_field', message }));
  }
  const value = valueAt(file, path);
  if (value === undefined) return [{ path, kind: 'missing', message }];
  if (typeof value === 'string' && value.trim() === '') return [{ path, kind: 'too_little', message }];
  if (issue.code === 'invalid_value')
    return [{ path, kind: 'not_offered', message, wanted: issue.values.map(String).join(', ') }];
  return [{ path, kind: kindOf(issue), message }];
}

function kindOf(issue: z.core.$ZodIssue): FaultKind {
  switch (issue.code) {
    case 'invalid_type':
      return EXPECTED[issue.expected] ?? 'wrong_form';
    case 'invalid_key':
      return 'bad_id';
    case 'invalid_union':
      return issue.errors.flat().some((each) => each.code === 'invalid_type' && each.expected === 'string')
        ? 'not_text'
        : 'wrong_form';
    case 'too_big':
      return issue.origin === 'string' || issue.origin === 'array' ? 'too_long' : 'wrong_form';
    case 'too_small':
      return issue.origin === 'string' || issue.origin === 'array' ? 'too_little' : 'wrong_form';
    case 'custom':
      return isTagged(issue.params?.kind) ? issue.params.kind : 'wrong_form';
    default:
      return 'wrong_form';
  }
}

const TAGGED = ['not_day', 'not_time'] as const;
const isTagged = (kind: unknown): kind is (typeof TAGGED)[number] => TAGGED.some((each) => each === kind);

const valueAt = (file: unknown, path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>(
    (value, part) =>
      typeof value === 'object' && value !== null ? (value as Record<string | number, unknown>)[part] : undefined,
    file,
  );
