import type { Ref } from 'preact';
import { LIMITS } from '../../protocol/limits.ts';

type MinutesInputProps = {
  label: string;
  /** What stands beside it says it already. */
  isHidden?: boolean;
  title?: string;
  placeholder?: string;
  field?: Ref<HTMLInputElement>;
  value?: number | string;
  /** While it is typed. */
  onText?(text: string): void;
  /** When it is left. */
  onMinutes?(minutes: number | null): void;
};

/** Where somebody types minutes of work: whole ones, as many as a week may have. */
export function MinutesInput(props: MinutesInputProps) {
  const { label, isHidden = false, title, field, onText, onMinutes, ...input } = props;
  return (
    <label class="field">
      <span class={isHidden ? 'hidden-text' : 'field-label'} title={title}>
        {label}
      </span>
      <input
        {...input}
        ref={field ?? null}
        class="input minutes"
        type="number"
        min={1}
        max={LIMITS.weekMinutes}
        step={1}
        onInput={({ currentTarget }) => onText?.(currentTarget.value)}
        onChange={({ currentTarget }) => onMinutes?.(minutesIn(currentTarget.value))}
      />
    </label>
  );
}

/** Whole minutes as somebody typed them; null where they say nothing. */
export function minutesIn(text: string): number | null {
  const minutes = Math.round(Number(text));
  return Number.isFinite(minutes) && minutes > 0 ? Math.min(minutes, LIMITS.weekMinutes) : null;
}
