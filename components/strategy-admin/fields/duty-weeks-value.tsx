import Plus from 'lucide/dist/esm/icons/plus.mjs';
import X from 'lucide/dist/esm/icons/x.mjs';
import { mondayAt, weeksLater } from '../../../desk/load.ts';
import { strategy as words } from '../../../locales/words.ts';
import { Icon } from '../../icon.tsx';
import { useReader, useWords } from '../../language.tsx';
import { ChoiceValue } from './choice-value.tsx';
import type { Choice, ValueProps } from './field-props.ts';

type Week = { monday: string; personId: string };

/** Who is on duty in which week, each on a line of its own. */
export function DutyWeeksValue(props: ValueProps & { people: readonly Choice[] }) {
  const { id, value, invalid, describedBy, onValue, people } = props;
  const t = useWords(words);
  const { now } = useReader();
  const weeks: readonly Week[] = Array.isArray(value) ? value : [];
  const change = (at: number, week: Partial<Week> | null) =>
    onValue(weeks.flatMap((each, index) => (index === at ? (week === null ? [] : { ...each, ...week }) : [each])));
  const last = weeks.at(-1)?.monday;
  const next = last === undefined || last === '' ? mondayAt({ timeZone: 'UTC' }, now) : weeksLater(last, 1);
  return (
    <div class="value-lines">
      {[...weeks.entries()].map(([at, week]) => (
        <div key={at} class="value-line">
          <input
            id={at === 0 ? id : undefined}
            class="input duty-monday"
            type="date"
            step={7}
            min="1970-01-05"
            value={week.monday}
            aria-label={t('weekFrom')}
            aria-invalid={invalid}
            aria-describedby={describedBy}
            onInput={({ currentTarget }) => change(at, { monday: currentTarget.value })}
          />
          <span class="duty-person">
            <ChoiceValue
              id={`${id}-${at}`}
              value={week.personId}
              invalid={invalid}
              describedBy={undefined}
              label={t('onDuty')}
              none={t('none')}
              choices={people}
              onValue={(personId) => change(at, { personId: typeof personId === 'string' ? personId : '' })}
            />
          </span>
          <button
            type="button"
            class="button button-quiet button-square"
            aria-label={t('removeLine')}
            onClick={() => change(at, null)}
          >
            <Icon shapes={X} />
          </button>
        </div>
      ))}
      <button
        type="button"
        class="button button-quiet value-add"
        onClick={() => onValue([...weeks, { monday: next, personId: '' }])}
      >
        <Icon shapes={Plus} />
        {t('addWeek')}
      </button>
    </div>
  );
}
