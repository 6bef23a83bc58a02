import X from 'lucide/dist/esm/icons/x.mjs';
import { narrowedBy } from '../../../desk/topic-filter.ts';
import { finding, inbox, kinds, states } from '../../../locales/words.ts';
import { EVERYTHING, type TopicFilter } from '../../../protocol/topic-filter.ts';
import { Icon } from '../../icon.tsx';
import { useFormat, useReader, useWords } from '../../language.tsx';
import type { Strategy } from '../../strategy.ts';
import { departmentName, goalTitle } from '../../tags/goal-text.ts';
import { dayOf } from './day-of.ts';

type FilterChipsProps = { filter: TopicFilter; strategy: Strategy; onFilter(filter: TopicFilter): void };

const LISTS = ['states', 'departmentIds', 'goalIds', 'kinds', 'labels'] as const;
const FLAGS = ['overdue', 'dueToday', 'waitsForMe', 'forMeeting'] as const;

/** What narrows the list, each with a way to take it off. One state alone is the list itself and no chip. */
export function FilterChips({ filter, strategy, onFilter }: FilterChipsProps) {
  const { language } = useReader();
  const t = useWords(finding);
  const says = useWords(inbox);
  const stateText = useWords(states);
  const kindText = useWords(kinds);
  const format = useFormat();

  const nameOf = {
    states: stateText,
    departmentIds: (id: string) => departmentName(id, strategy, language),
    goalIds: (id: string) => goalTitle(id, strategy, language),
    kinds: kindText,
    labels: (label: string) => label,
  } as Record<(typeof LISTS)[number], (value: string) => string>;

  const chips: { key: string; text: string; without: TopicFilter }[] = [];
  for (const field of LISTS) {
    const values: readonly string[] = filter[field];
    if (field === 'states' && values.length <= 1) continue;
    for (const value of values)
      chips.push({
        key: `${field} ${value}`,
        text: nameOf[field](value),
        without: { ...filter, [field]: values.filter((other) => other !== value) },
      });
  }
  for (const flag of FLAGS)
    if (filter[flag]) chips.push({ key: flag, text: t(flag), without: { ...filter, [flag]: false } });
  if (filter.leadId !== null)
    chips.push({
      key: 'lead',
      text: filter.leadId === 'me' ? t('leadMe') : says('lead', { name: filter.leadId }),
      without: { ...filter, leadId: null },
    });
  for (const [field, word] of [
    ['createdFrom', 'since'],
    ['createdTo', 'until'],
  ] as const) {
    const moment = filter[field];
    if (moment !== null)
      chips.push({
        key: field,
        text: t(word, { date: format.written(dayOf(moment)) }),
        without: { ...filter, [field]: null },
      });
  }
  if (chips.length === 0) return null;
  return (
    <ul class="filter-chips" aria-label={t('active')}>
      {chips.map(({ key, text, without }) => (
        <li key={key}>
          <button type="button" class="filter-chip" onClick={() => onFilter(without)}>
            <span class="hidden-text">{t('remove')}: </span>
            <bdi>{text}</bdi>
            <Icon shapes={X} />
          </button>
        </li>
      ))}
      {chips.length > 1 ? (
        <li>
          <button
            type="button"
            class="button button-quiet"
            onClick={() =>
              onFilter({ ...EVERYTHING, text: filter.text, states: filter.states.length === 1 ? filter.states : [] })
            }
          >
            {says('clear')}
          </button>
        </li>
      ) : null}
    </ul>
  );
}

/** True while anything but one state narrows the list. */
export const isNarrowed = (filter: TopicFilter): boolean =>
  narrowedBy(filter).some((field) => field !== 'states' || filter.states.length > 1);
