/** What is wrong with an entry as far as this device can see; whether it fits the others the queue says. */
import { LANGUAGES, type Language } from '../../locales/t.ts';
import { ENTRY_SCHEMAS, type EntrySection } from '../../protocol/strategy-edit.ts';
import type { FaultKind, SaidFault } from '../../protocol/strategy-fault.ts';
import { fieldOf } from './entry-fields.ts';
import { hasPlace, holdsOf } from './rule-place.ts';
import type { Draft, FieldProblems } from './strategy-props.ts';
import { isBlank, tidied, trimmed } from './tidied.ts';

/** @param base the entry before it was changed; null: it is new */
export function problemsOf(section: EntrySection, typed: Draft, base: Draft | null = null): FieldProblems {
  const draft = tidied(section, typed, base);
  const parsed = ENTRY_SCHEMAS[section].safeParse(draft);
  const found: Record<string, FaultKind> = {};
  for (const { path, code } of parsed.error?.issues ?? []) {
    const field = String(path[0] ?? 'id');
    const isText = fieldOf(section, field)?.kind === 'localText' || fieldOf(section, field)?.kind === 'text';
    found[field] ??= isEmpty(draft[field]) ? 'missing' : isText && code === 'too_big' ? 'too_long' : 'wrong_form';
  }
  const { periodFrom, periodTo } = draft;
  if (typeof periodFrom === 'number' && typeof periodTo === 'number' && periodTo < periodFrom)
    found.periodTo ??= 'period_reversed';
  // A file may leave it out, and older goals do; whoever has the form before them is asked, for units do not say it.
  if (section === 'goals' && !isEmpty(draft.measure) && isEmpty(draft.counting)) found.counting ??= 'missing';
  if (section === 'rules') {
    const holds = holdsOf(typed, base);
    // A rule for the whole company is never what is left when nobody chose.
    if (holds === null) found.holds = 'missing';
    else if (holds === 'here' && !hasPlace(draft)) found.hosts ??= 'missing';
  }
  return found;
}

/** Which lines of a field are wrong, by their number; none where the field as a whole is. */
export function wrongLines(section: EntrySection, typed: Draft, field: string): number[] {
  const draft = trimmed(section, typed);
  const lines = draft[field];
  if (!Array.isArray(lines)) return [];
  const issues = ENTRY_SCHEMAS[section].safeParse(draft).error?.issues ?? [];
  const wrong = issues.flatMap(({ path: [name, at] }) => (name === field && typeof at === 'number' ? [at] : []));
  return [...new Set(wrong)].filter((at) => !isBlank(lines[at]));
}

/** Of a text in two languages those that are wrong; where it is missing in both, that in which it is read here. */
export function wrongTexts(section: EntrySection, typed: Draft, field: string, reads: Language): Language[] {
  const draft = trimmed(section, typed);
  if (isEmpty(draft[field])) return [reads];
  const issues = ENTRY_SCHEMAS[section].safeParse(draft).error?.issues ?? [];
  return LANGUAGES.filter((language) => issues.some(({ path: [name, at] }) => name === field && at === language));
}

const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === '' ||
  (typeof value === 'object' && Object.keys(value).length === 0);

/** Faults that the queue said, at the fields of the open entry; the rest are of others. */
export function faultsAtFields(
  section: EntrySection,
  id: string,
  faults: readonly SaidFault[],
): { fields: FieldProblems; rest: SaidFault[] } {
  const fields: Record<string, FaultKind> = {};
  // The desk is a section that is one entry: no id stands in the paths of its faults.
  const prefix = section === 'desk' ? 'desk.' : `${section}.${id}.`;
  const rest: SaidFault[] = [];
  for (const fault of faults) {
    const field = fault.path.startsWith(prefix) ? (fault.path.slice(prefix.length).split('.')[0] ?? '') : '';
    // An id may have dots in it, and whether a goal is active follows from its fields: of neither there is a field.
    if (!Object.hasOwn(ENTRY_SCHEMAS[section].shape, field)) rest.push(fault);
    else fields[field] ??= fault.kind;
  }
  return { fields, rest };
}
