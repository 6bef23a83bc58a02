import type { Choice, ValueProps } from './field-props.ts';

/** One of several; with `none` it may be nothing. `label`: where no label stands beside it. */
export function ChoiceValue({
  id,
  value,
  invalid,
  describedBy,
  onValue,
  choices,
  none,
  label,
}: ValueProps & { choices: readonly Choice[]; none: string | null; label?: string }) {
  const chosen = typeof value === 'string' ? value : '';
  // Somebody who left, or an entry that is closed: still to be seen, and kept unless it is changed.
  const isUnknown = chosen !== '' && !choices.some((choice) => choice.id === chosen);
  return (
    <select
      id={id}
      class="input"
      value={chosen}
      aria-label={label}
      aria-invalid={invalid}
      aria-describedby={describedBy}
      onChange={({ currentTarget }) => onValue(currentTarget.value === '' ? null : currentTarget.value)}
    >
      {none === null ? null : <option value="">{none}</option>}
      {isUnknown ? <option value={chosen}>{chosen}</option> : null}
      {choices.map((choice) => (
        <option key={choice.id} value={choice.id}>
          {choice.label}
        </option>
      ))}
    </select>
  );
}
