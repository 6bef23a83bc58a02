import { textIn } from '../../locales/local-text.ts';
import type { Language } from '../../locales/t.ts';
import type { StrategyView } from '../../protocol/strategy-edit.ts';
import type { Choice, Directory } from './fields/field-props.ts';

/**
 * What an entry may refer to, by name: people of the strategy, and what is in use.
 * @param ownDepartment the id of the department that is edited, which is no part of itself; null for entries of other
 * sections: a rule or a goal may be called like the department it is for
 */
export function directoryOf(view: StrategyView, language: Language, ownDepartment: string | null): Directory {
  const collator = new Intl.Collator(language);
  const sorted = (choices: Choice[]): Choice[] =>
    choices.sort((one, other) => collator.compare(one.label, other.label));
  return {
    people: sorted(
      view.people.filter(({ source }) => source === 'strategy').map(({ id, name }) => ({ id, label: name })),
    ),
    departments: sorted(
      view.departments
        .filter(({ id, active }) => active && id !== ownDepartment)
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
