import { load as words } from '../../locales/words.ts';
import { useWords } from '../language.tsx';
import { MinutesInput } from './minutes-input.tsx';

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
    <MinutesInput
      label={label}
      isHidden={isHidden}
      placeholder={t('usual')}
      value={said ?? ''}
      onMinutes={(minutes) => {
        if (minutes !== said) onSave(minutes);
      }}
    />
  );
}
