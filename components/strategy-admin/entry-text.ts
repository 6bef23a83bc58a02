/** How entries, fields and values are called on the screen. */
import { textIn } from '../../locales/local-text.ts';
import type { Language } from '../../locales/t.ts';
import { DEFAULT_DESK_RULES } from '../../protocol/desk-rules.ts';
import type { EntrySection, StrategyView } from '../../protocol/strategy-edit.ts';
import type { Draft } from './strategy-props.ts';

type Texts = { de?: string; en?: string };

/** What an entry is called: its name, a goal its title, else its id. */
export function entryName(entry: Draft, language: Language): string {
  const said = entry.title ?? entry.name;
  if (typeof said === 'string') return said || entry.id;
  return textIn(language, said as Texts | null) || entry.id;
}

/** The entries of a section, by name. Whoever came by invitation alone stands behind those of the strategy. */
export function entriesOf(view: StrategyView, section: EntrySection, language: Language): Draft[] {
  const entries = draftsOf(view, section);
  const collator = new Intl.Collator(language);
  return [...entries].sort((one, other) => collator.compare(entryName(one, language), entryName(other, language)));
}

function draftsOf(view: StrategyView, section: EntrySection): readonly Draft[] {
  if (section === 'goals')
    return view.goals.map(({ sponsorConfirmedAt: _, state, ...goal }) => ({ ...goal, closed: state === 'closed' }));
  if (section === 'people') return view.people.map(({ source: _, ...person }) => person);
  // There is always a desk: where nobody said otherwise, that with the usual times.
  if (section === 'desk') return [view.desk[0] ?? DEFAULT_DESK_RULES];
  return view[section];
}

export const isResting = (entry: Draft): boolean => entry.active === false || entry.closed === true;
