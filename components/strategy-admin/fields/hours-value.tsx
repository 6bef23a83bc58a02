import { strategyChoices, strategy as words } from '../../../locales/words.ts';
import { useWords } from '../../language.tsx';
import { NEW_HOURS, WEEKDAYS } from '../entry-fields.ts';
import type { ValueProps } from './field-props.ts';
import { ValueLines } from './value-lines.tsx';

type Hours = { weekday: number; from: number; to: number };

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60) % 24).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
/** Midnight at the end of a day is written as that at its beginning. */
const minutesOf = (time: string, isEnd: boolean): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const sum = hours * 60 + minutes;
  return isEnd && sum === 0 ? 1_440 : sum;
};

/** Hours of weekdays, each on a line of its own. */
export function HoursValue({ id, value, invalid, describedBy, onValue }: ValueProps) {
  const t = useWords(words);
  const choice = useWords(strategyChoices);
  const lines: readonly Hours[] = Array.isArray(value) ? value : [];
  return (
    <ValueLines
      lines={lines}
      add={t('addHours')}
      remove={t('removeHours')}
      fresh={NEW_HOURS}
      onLines={onValue}
      inputs={(line, at, change) => (
        <>
          <select
            id={at === 0 ? id : undefined}
            class="input"
            aria-label={t('weekday')}
            aria-describedby={describedBy}
            value={String(line.weekday)}
            onChange={({ currentTarget }) => change({ ...line, weekday: Number(currentTarget.value) })}
          >
            {WEEKDAYS.map((day) => (
              <option key={day} value={String(day)}>
                {choice(`weekday${day}`)}
              </option>
            ))}
          </select>
          {(['from', 'to'] as const).map((end) => (
            <input
              key={end}
              class="input hours-time"
              type="time"
              aria-label={t(end)}
              aria-invalid={invalid || line.from >= line.to}
              value={clock(line[end])}
              onInput={({ currentTarget }) => change({ ...line, [end]: minutesOf(currentTarget.value, end === 'to') })}
            />
          ))}
        </>
      )}
    />
  );
}
