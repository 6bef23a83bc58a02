import type { InputHTMLAttributes, RefObject } from 'preact';
import { useState } from 'preact/hooks';

type TypedDateProps = Pick<
  InputHTMLAttributes<HTMLInputElement>,
  'id' | 'min' | 'max' | 'aria-describedby' | 'aria-invalid'
> & {
  type: 'date' | 'datetime-local';
  /** What is known, as the field writes it; empty: nothing. */
  value: string;
  onValue(text: string): void;
  field?: RefObject<HTMLInputElement | null>;
};

/**
 * A field for a day or a moment that the page keeps as a number. A year is typed digit by digit, and the first three of
 * them are no day of ours: what stands in the field stays there until it is left, or nobody could type a date.
 */
export function TypedDate({ value, onValue, field, ...input }: TypedDateProps) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <input
      {...input}
      ref={field ?? null}
      class="input"
      value={typed ?? value}
      onInput={({ currentTarget }) => {
        setTyped(currentTarget.value);
        onValue(currentTarget.value);
      }}
      onBlur={() => setTyped(null)}
    />
  );
}
