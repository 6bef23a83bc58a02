import type { ValueProps } from './field-props.ts';

/** A number as the browser reads it; empty is nothing, and what is no number stays as it was typed until it is one. */
export function NumberValue({ id, value, invalid, describedBy, onValue }: ValueProps) {
  return (
    <input
      id={id}
      class="input"
      type="number"
      step="any"
      value={typeof value === 'number' ? String(value) : ''}
      aria-invalid={invalid}
      aria-describedby={describedBy}
      onInput={({ currentTarget }) => {
        const { valueAsNumber, validity } = currentTarget;
        onValue(Number.isFinite(valueAsNumber) ? valueAsNumber : validity.badInput ? 'bad' : null);
      }}
    />
  );
}
