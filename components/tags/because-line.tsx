import type { Because } from '../../desk/preselect/preselect.ts';
import { because as reasons, tags } from '../../locales/words.ts';
import { useFormat, useWords } from '../language.tsx';

type BecauseLineProps = {
  /** What was chosen for the person: "Department". */
  what: string;
  because: Because;
  /** The name of the next best; null if there is none. */
  instead: string | null;
  /** The key that takes it, as `aria-keyshortcuts` spells it. */
  shortcut: string;
  onInstead(): void;
};

/** Why something stands there that nobody chose, and the next best, one key away. */
export function BecauseLine({ what, because, instead, shortcut, onInstead }: BecauseLineProps) {
  const t = useWords(tags);
  const reason = useReason(because);
  return (
    <p class="because-line">
      <span class="because-reason foreign" title={reason}>
        {t('because', { what, reason })}
      </span>
      {instead === null ? null : (
        <button
          type="button"
          class="because-instead foreign"
          aria-keyshortcuts={shortcut}
          title={`${instead} (${shortcut})`}
          onClick={onInstead}
        >
          {t('instead', { name: instead })}
        </button>
      )}
    </p>
  );
}

function useReason(because: Because): string {
  const t = useWords(reasons);
  const format = useFormat();
  if (because.because === 'words') return format.list(because.words);
  return because.because === 'address' ? because.part : t(because.because);
}
