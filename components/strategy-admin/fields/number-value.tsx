import { useState } from 'preact/hooks';
import type { ValueProps } from './field-props.ts';

/**
 * A number as the browser reads it; empty is nothing. What is typed stays as it stands until the field is left: of
 * "1.0" on the way to "1.05" a 1 would be made, and of that a 15.
 */
export function NumberValue({ id, value, invalid, describedBy, onValue }: ValueProps) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <input
      id={id}
      class="input"
      type="number"
      step="any"
      value={typed ?? (typeof value === 'number' ? String(value) : '')}
      aria-invalid={invalid}
      aria-describedby={describedBy}
      onInput={({ currentTarget }) => {
        const { valueAsNumber, validity } = currentTarget;
        setTyped(currentTarget.value);
        onValue(Number.isFinite(valueAsNumber) ? valueAsNumber : validity.badInput ? 'bad' : null);
      }}
      onBlur={() => setTyped(null)}
    />
  );
}
