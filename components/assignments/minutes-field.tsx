import { load as words } from '../../locales/words.ts';
import { LIMITS } from '../../protocol/limits.ts';
import { useWords } from '../language.tsx';

type MinutesFieldProps = {
  label: string;
  /** What stands beside it says it already. */
  isHidden?: boolean;
  /** Null: nothing, so the usual number holds. */
  said: number | null;
  onSave(minutes: number | null): void;
};

/** Minutes of a week, kept when the field is left. */
export function MinutesField({ label, isHidden = false, said, onSave }: MinutesFieldProps) {
  const t = useWords(words);
  return (
    <label class="field">
      <span class={isHidden ? 'hidden-text' : 'field-label'}>{label}</span>
      <input
        class="input minutes"
        type="number"
        min={1}
        max={LIMITS.weekMinutes}
        step={1}
        placeholder={t('usual')}
        value={said ?? ''}
        onChange={({ currentTarget }) => {
          const minutes = minutesIn(currentTarget.value);
          if (minutes !== said) onSave(minutes);
        }}
      />
    </label>
  );
}

/** Whole minutes as somebody typed them; null where they say nothing. */
export function minutesIn(text: string): number | null {
  const minutes = Math.round(Number(text));
  return Number.isFinite(minutes) && minutes > 0 ? Math.min(minutes, LIMITS.weekMinutes) : null;
}
