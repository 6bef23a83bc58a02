import { textIn } from '../../locales/local-text.ts';
import type { Language } from '../../locales/t.ts';
import type { StrategyView } from '../../protocol/strategy-edit.ts';
import type { Choice, Directory } from './fields/field-props.ts';

/**
 * What an entry may refer to, by name: people of the strategy, and what is in use.
 * @param ownId of the entry itself, which is not offered to itself
 */
export function directoryOf(view: StrategyView, language: Language, ownId: string): Directory {
  const collator = new Intl.Collator(language);
  const sorted = (choices: Choice[]): Choice[] =>
    choices.sort((one, other) => collator.compare(one.label, other.label));
  return {
    people: sorted(
      view.people.filter(({ source }) => source === 'strategy').map(({ id, name }) => ({ id, label: name })),
    ),
    departments: sorted(
      view.departments
        .filter(({ id, active }) => active && id !== ownId)
        .map(({ id, name }) => ({ id, label: textIn(language, name) })),
    ),
    audiences: sorted(view.audiences.map(({ id, name }) => ({ id, label: textIn(language, name) }))),
    goals: sorted(
      view.goals
        .filter(({ state }) => state !== 'closed')
        .map(({ id, title }) => ({ id, label: textIn(language, title) })),
    ),
  };
}
