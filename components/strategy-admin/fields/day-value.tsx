import { isPossibleDay, LAST_DAY } from '../../plan/day-at.ts';
import type { ValueProps } from './field-props.ts';

const DAY_MS = 86_400_000;

/** A calendar day, kept as its first millisecond in UTC, the end of a period as its last. */
export function DayValue({ id, value, invalid, describedBy, onValue, last }: ValueProps & { last: boolean }) {
  return (
    <input
      id={id}
      class="input"
      type="date"
      max={LAST_DAY}
      value={typeof value === 'number' ? new Date(value).toISOString().slice(0, 10) : ''}
      aria-invalid={invalid}
      aria-describedby={describedBy}
      onInput={({ currentTarget }) => {
        const at = Date.parse(`${currentTarget.value}T00:00:00Z`);
        onValue(Number.isNaN(at) || !isPossibleDay(currentTarget.value) ? null : last ? at + DAY_MS - 1 : at);
      }}
    />
  );
}
