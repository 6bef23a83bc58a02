import { isPossibleDay, LAST_DAY } from '../../plan/day-at.ts';
import '../../filter-select.css';
import { finding } from '../../../locales/words.ts';
import type { TopicFilter } from '../../../protocol/topic-filter.ts';
import { useWords } from '../../language.tsx';
import { dayOf } from './day-of.ts';

type MoreFiltersProps = { filter: TopicFilter; onFilter(filter: TopicFilter): void };

const FLAGS = ['overdue', 'dueToday', 'waitsForMe', 'forMeeting'] as const;

/** Clocks, meeting, lead and dates: rarely needed, so folded away; the platform's own fields. */
export function MoreFilters({ filter, onFilter }: MoreFiltersProps) {
  const t = useWords(finding);
  const date = (label: string, value: number | null, set: (moment: number | null) => void) => (
    <label class="field-label">
      {label}
      <input
        type="date"
        class="input"
        max={LAST_DAY}
        value={value === null ? '' : dayOf(value)}
        onChange={(event) => {
          const { value: day } = event.currentTarget;
          set(day === '' || !isPossibleDay(day) ? null : new Date(`${day}T00:00`).getTime());
        }}
      />
    </label>
  );
  return (
    <details class="more-filters">
      <summary class="filter">{t('more')}</summary>
      <div class="more-filters-fields">
        {FLAGS.map((flag) => (
          <label key={flag} class="panel-choice">
            <input
              type="checkbox"
              checked={filter[flag]}
              onChange={(event) => onFilter({ ...filter, [flag]: event.currentTarget.checked })}
            />
            {t(flag)}
          </label>
        ))}
        <label class="panel-choice">
          <input
            type="checkbox"
            checked={filter.leadId === 'me'}
            onChange={(event) => onFilter({ ...filter, leadId: event.currentTarget.checked ? 'me' : null })}
          />
          {t('leadMe')}
        </label>
        {date(t('createdFrom'), filter.createdFrom, (createdFrom) => onFilter({ ...filter, createdFrom }))}
        {date(t('createdTo'), filter.createdTo, (day) =>
          onFilter({ ...filter, createdTo: day === null ? null : new Date(day).setHours(23, 59, 59, 999) }),
        )}
      </div>
    </details>
  );
}
