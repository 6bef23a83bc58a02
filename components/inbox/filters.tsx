import '../filter-select.css';
import Search from 'lucide/dist/esm/icons/search.mjs';
import X from 'lucide/dist/esm/icons/x.mjs';
import type { RefObject } from 'preact';
import { textIn } from '../../locales/local-text.ts';
import { common, inbox, kinds } from '../../locales/words.ts';
import { CLIP_KINDS, type ClipKind } from '../../protocol/clip.ts';
import { LIMITS } from '../../protocol/limits.ts';
import { Icon } from '../icon.tsx';
import { KeyCap } from '../key-cap.tsx';
import { useReader, useWords } from '../language.tsx';
import { steady } from '../steady.tsx';
import { byName } from '../tags/by-name.ts';
import { FilterChips } from './finding/filter-chips.tsx';
import { MoreFilters } from './finding/more-filters.tsx';
import type { InboxScreenProps } from './inbox-props.ts';

type FiltersProps = Pick<InboxScreenProps, 'filter' | 'strategy' | 'letterKeys' | 'onFilter'> & {
  search: RefObject<HTMLInputElement | null>;
};

/** Keys go on from the row at hand, or from its topic where the list does not hold it. */
function leaveToRows(field: HTMLElement): void {
  field.blur();
  document.querySelector<HTMLElement>('[role=grid] [aria-current], article.topic')?.focus();
}

/** Search, and native lists that look like chips, each adding one more to what is wanted; what is, stands below. */
export const Filters = steady(({ filter, strategy, letterKeys, onFilter, search }: FiltersProps) => {
  const { language } = useReader();
  const t = useWords(inbox);
  const says = useWords(common);
  const kindText = useWords(kinds);

  const select = (
    label: string,
    chosen: readonly string[],
    choices: readonly (readonly [id: string, name: string])[],
    onChoose: (ids: string[]) => void,
  ) => (
    <select
      class="filter"
      aria-label={label}
      data-set={chosen.length > 0}
      value=""
      onChange={(event) => {
        const { value } = event.currentTarget;
        if (value !== '') onChoose([...chosen, value]);
        event.currentTarget.value = '';
      }}
    >
      <option value="">{label}</option>
      {choices
        .filter(([id]) => !chosen.includes(id))
        .map(([id, name]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
    </select>
  );

  return (
    <search class="filters" aria-label={t('filters')}>
      <div class="search">
        <label>
          <Icon shapes={Search} />
          <span class="hidden-text">{t('search')}</span>
          <input
            ref={search}
            type="search"
            maxLength={LIMITS.search}
            placeholder={t('search')}
            value={filter.text}
            onInput={(event) => onFilter({ ...filter, text: event.currentTarget.value })}
            onKeyDown={(event) => {
              if (event.key !== 'Escape') return;
              // What was searched for goes first; then whoever searches leaves the field.
              event.preventDefault();
              if (filter.text === '') leaveToRows(event.currentTarget);
              else onFilter({ ...filter, text: '' });
            }}
          />
        </label>
        {filter.text === '' ? null : (
          <button
            type="button"
            class="search-clear"
            aria-label={t('clearField')}
            onClick={() => {
              onFilter({ ...filter, text: '' });
              search.current?.focus();
            }}
          >
            <Icon shapes={X} />
          </button>
        )}
        {letterKeys && filter.text === '' ? <KeyCap keys="/" /> : null}
      </div>
      <div class="filter-line">
        {select(
          says('department'),
          filter.departmentIds,
          byName(strategy.departments, language).map(({ id, name }) => [id, textIn(language, name)]),
          (departmentIds) => onFilter({ ...filter, departmentIds }),
        )}
        {select(
          says('goal'),
          filter.goalIds,
          strategy.goals.map(({ id, title }) => [id, textIn(language, title)]),
          (goalIds) => onFilter({ ...filter, goalIds }),
        )}
        {select(
          t('kind'),
          filter.kinds,
          CLIP_KINDS.map((kind) => [kind, kindText(kind)]),
          (kinds) => onFilter({ ...filter, kinds: kinds as ClipKind[] }),
        )}
        <MoreFilters filter={filter} onFilter={onFilter} />
      </div>
      <FilterChips filter={filter} strategy={strategy} onFilter={onFilter} />
    </search>
  );
});
