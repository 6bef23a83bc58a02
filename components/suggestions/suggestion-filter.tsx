import '../filter-select.css';
import { states, suggestions as words } from '../../locales/words.ts';
import { STATES, type State } from '../../protocol/topic.ts';
import { useWords } from '../language.tsx';
import type { Suggestion } from './suggestion.ts';

/** Where a suggestion stands; one that the queue does not know yet is new. */
export const stateOf = ({ topic }: Suggestion): State => topic?.state ?? 'new';

type SuggestionFilterProps = {
  suggestions: readonly Suggestion[];
  state: State | null;
  onState(state: State | null): void;
};

/** The states in which there is something, each with how much. */
export function SuggestionFilter({ suggestions, state, onState }: SuggestionFilterProps) {
  const t = useWords(words);
  const stateText = useWords(states);
  const present = STATES.map((each) => ({ each, count: suggestions.filter((one) => stateOf(one) === each).length }));
  return (
    <select
      class="filter"
      aria-label={t('filter')}
      data-set={state !== null}
      value={state ?? ''}
      onChange={({ currentTarget }) => onState(STATES.find((each) => each === currentTarget.value) ?? null)}
    >
      <option value="">{t('all')}</option>
      {present
        .filter(({ each, count }) => count > 0 || each === state)
        .map(({ each, count }) => (
          <option key={each} value={each}>
            {stateText(each)} ({count})
          </option>
        ))}
    </select>
  );
}
