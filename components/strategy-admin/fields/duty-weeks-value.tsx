import { mondayAt, weeksLater } from '../../../desk/load.ts';
import { strategy as words } from '../../../locales/words.ts';
import { useReader, useWords } from '../../language.tsx';
import { LAST_DAY } from '../../plan/day-at.ts';
import { ChoiceValue } from './choice-value.tsx';
import { type Choice, isWrongLine, type ValueProps } from './field-props.ts';
import { ValueLines } from './value-lines.tsx';

type Week = { monday: string; personId: string };

/** What is wrong with a week is its Monday, unless it is nobody's. */
const lacksPerson = ({ monday, personId }: Week): boolean => monday !== '' && personId === '';

/** Who is on duty in which week, each on a line of its own. */
export function DutyWeeksValue(props: ValueProps & { people: readonly Choice[] }) {
  const { id, value, describedBy, onValue, people } = props;
  const t = useWords(words);
  const { now } = useReader();
  const weeks: readonly Week[] = Array.isArray(value) ? value : [];
  const last = weeks.at(-1)?.monday;
  const next = last === undefined || last === '' ? mondayAt({ timeZone: 'UTC' }, now) : weeksLater(last, 1);
  return (
    <ValueLines
      lines={weeks}
      add={t('addWeek')}
      remove={t('removeLine')}
      fresh={{ monday: next, personId: '' }}
      onLines={onValue}
      inputs={(week, at, change) => (
        <>
          <input
            id={at === 0 ? id : undefined}
            class="input duty-monday"
            type="date"
            step={7}
            min="1970-01-05"
            max={LAST_DAY}
            value={week.monday}
            aria-label={t('weekFrom')}
            aria-invalid={isWrongLine(props, at) && !lacksPerson(week)}
            aria-describedby={describedBy}
            onInput={({ currentTarget }) => change({ ...week, monday: currentTarget.value })}
          />
          <span class="duty-person">
            <ChoiceValue
              id={`${id}-${at}`}
              value={week.personId}
              invalid={isWrongLine(props, at) && lacksPerson(week)}
              describedBy={describedBy}
              label={t('onDuty')}
              none={t('none')}
              choices={people}
              onValue={(personId) => change({ ...week, personId: typeof personId === 'string' ? personId : '' })}
            />
          </span>
        </>
      )}
    />
  );
}
