/** An entry as it is saved: what was left empty while it was typed is left out. */
import type { EntrySection } from '../../protocol/strategy-edit.ts';
import { FIELDS } from './entry-fields.ts';
import { holdsOf } from './rule-place.ts';
import type { Draft } from './strategy-props.ts';

/** Lines in which nothing stands are none, and a rule for everywhere names no place. */
export function tidied(section: EntrySection, draft: Draft, base: Draft | null): Draft {
  const { holds: _, ...typed } = trimmed(section, draft);
  const lists = linesOf(section).map((name) => [name, listed(typed[name]).filter((line) => !isBlank(line))] as const);
  const entry: Draft = { ...typed, id: draft.id, ...Object.fromEntries(lists) };
  return section === 'rules' && holdsOf(draft, base) === 'everywhere' ? { ...entry, hosts: [], paths: [] } : entry;
}

/** The same with every line in its place, so that a fault of one is found by its number. */
export function trimmed(section: EntrySection, draft: Draft): Draft {
  const lists = linesOf(section).map((name) => [name, listed(draft[name]).map(trimmedLine)] as const);
  const texts = FIELDS[section].flatMap(({ name, kind }) =>
    kind === 'text'
      ? [[name, trimmedText(draft[name])] as const]
      : kind === 'localText'
        ? [[name, trimmedTexts(draft[name])] as const]
        : [],
  );
  return { ...draft, ...Object.fromEntries(texts), ...Object.fromEntries(lists) };
}

const trimmedText = (text: unknown): unknown => (typeof text === 'string' ? text.trim() || null : text);

/** Of two languages the one in which nothing stands is left out. */
function trimmedTexts(texts: unknown): unknown {
  if (typeof texts !== 'object' || texts === null) return texts;
  const said = Object.entries(texts).flatMap(([language, text]) => {
    const trimmed = trimmedText(text);
    return trimmed === null ? [] : [[language, trimmed] as const];
  });
  return said.length === 0 ? null : Object.fromEntries(said);
}

const linesOf = (section: EntrySection): string[] =>
  FIELDS[section].filter(({ kind }) => kind === 'lines' || kind === 'places').map(({ name }) => name);

const listed = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const trimmedLine = (line: unknown): unknown => (typeof line === 'string' ? line.trim() : line);

/** Nothing was typed into this line. */
export const isBlank = (line: unknown): boolean =>
  typeof line === 'string'
    ? line.trim() === ''
    : typeof line === 'object' && line !== null && Object.keys(line).length === 0;
