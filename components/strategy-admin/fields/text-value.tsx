import type { ValueProps } from './field-props.ts';

/** One line of text; empty is nothing. */
export function TextValue({ id, value, invalid, describedBy, onValue }: ValueProps) {
  return (
    <input
      id={id}
      class="input"
      value={typeof value === 'string' ? value : ''}
      aria-invalid={invalid}
      aria-describedby={describedBy}
      onInput={({ currentTarget }) => onValue(currentTarget.value === '' ? null : currentTarget.value)}
    />
  );
}
