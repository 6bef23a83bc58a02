import { ENTRY_SECTIONS, type EntrySection, type StrategyView } from '../../protocol/strategy-edit.ts';

export type Place = { section: EntrySection; id: string; field: string | null };

/** The entry and the field that a path like `departments.hr.contactId` is of; null: of none that is there. */
export function placeOf(path: string, view: StrategyView): Place | null {
  const section = ENTRY_SECTIONS.find((each) => path.startsWith(`${each}.`));
  if (section === undefined) return null;
  const rest = path.slice(section.length + 1);
  // An id may have dots in it: the longest one that fits is meant.
  const [id] = view[section]
    .map((entry) => entry.id)
    .filter((each) => rest === each || rest.startsWith(`${each}.`))
    .sort((one, other) => other.length - one.length);
  if (id === undefined) return null;
  return { section, id, field: rest.slice(id.length + 1).split('.')[0] || null };
}
