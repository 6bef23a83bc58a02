import { useId } from 'preact/hooks';
import { thanks } from '../locales/words.ts';
import { useWords } from './language.tsx';
import './settings/settings.css';

type ThanksChoiceProps = { agreed: boolean; onAgree(agreed: boolean): void };

/** Whether the person is named beside what they suggested: no, unless they say so here [SH3]. */
export function ThanksChoice({ agreed, onAgree }: ThanksChoiceProps) {
  const t = useWords(thanks);
  const id = useId();
  return (
    <div class="switch-choice">
      <label class="switch-line">
        <input
          type="checkbox"
          class="switch"
          checked={agreed}
          aria-describedby={id}
          onChange={({ currentTarget }) => onAgree(currentTarget.checked)}
        />
        {t('choice')}
      </label>
      <p id={id} class="small soft">
        {t('hint')}
      </p>
    </div>
  );
}
