import Search from 'lucide/dist/esm/icons/search.mjs';
import X from 'lucide/dist/esm/icons/x.mjs';
import type { RefObject } from 'preact';
import { textIn } from '../../locales/local-text.ts';
import { common, inbox, kinds } from '../../locales/words.ts';
import { CLIP_KINDS, type ClipKind } from '../../protocol/clip.ts';
import { Icon } from '../icon.tsx';
import { KeyCap } from '../key-cap.tsx';
import { useReader, useWords } from '../language.tsx';
import type { InboxFilter, InboxScreenProps } from './inbox-props.ts';

type FiltersProps = Pick<InboxScreenProps, 'filter' | 'strategy' | 'letterKeys' | 'onFilter'> & {
  search: RefObject<HTMLInputElement | null>;
  /** The list of goals, which `g z` goes to. */
  goals: RefObject<HTMLSelectElement | null>;
};

/** True while anything but the view narrows the list. */
export const isNarrowed = ({ departmentId, goalId, kind, text }: InboxFilter): boolean =>
  departmentId !== null || goalId !== null || kind !== null || text !== '';

/** Search, and three native lists that look like chips: every platform's own way of choosing works. */
export function Filters({ filter, strategy, letterKeys, onFilter, search, goals }: FiltersProps) {
  const { language } = useReader();
  const t = useWords(inbox);
  const says = useWords(common);
  const kindText = useWords(kinds);

  const select = (
    label: string,
    all: string,
    value: string | null,
    choices: readonly (readonly [id: string, name: string])[],
    onChoose: (id: string | null) => void,
    ref: RefObject<HTMLSelectElement | null> | null = null,
  ) => (
    <select
      ref={ref}
      class="filter"
      aria-label={label}
      data-set={value !== null}
      value={value ?? ''}
      onChange={(event) => onChoose(event.currentTarget.value || null)}
    >
      <option value="">{all}</option>
      {choices.map(([id, name]) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );

  return (
    <search class="filters" aria-label={t('filters')}>
      <label class="search">
        <Icon shapes={Search} />
        <span class="hidden-text">{t('search')}</span>
        <input
          ref={search}
          type="search"
          placeholder={t('search')}
          value={filter.text}
          onInput={(event) => onFilter({ ...filter, text: event.currentTarget.value })}
          onKeyDown={(event) => {
            if (event.key === 'Escape') event.currentTarget.blur();
          }}
        />
        {letterKeys && filter.text === '' ? <KeyCap keys="/" /> : null}
      </label>
      <div class="filter-line">
        {select(
          says('department'),
          t('allDepartments'),
          filter.departmentId,
          strategy.departments.map(({ id, name }) => [id, textIn(language, name)]),
          (departmentId) => onFilter({ ...filter, departmentId }),
        )}
        {select(
          says('goal'),
          t('allGoals'),
          filter.goalId,
          strategy.goals.map(({ id, title }) => [id, textIn(language, title)]),
          (goalId) => onFilter({ ...filter, goalId }),
          goals,
        )}
        {select(
          t('kind'),
          t('allKinds'),
          filter.kind,
          CLIP_KINDS.map((kind) => [kind, kindText(kind)]),
          (kind) => onFilter({ ...filter, kind: kind as ClipKind | null }),
        )}
        {isNarrowed(filter) ? (
          <button
            type="button"
            class="button button-quiet button-square filter-clear"
            title={t('clear')}
            aria-label={t('clear')}
            onClick={() => onFilter({ ...filter, departmentId: null, goalId: null, kind: null, text: '' })}
          >
            <Icon shapes={X} />
          </button>
        ) : null}
      </div>
    </search>
  );
}
