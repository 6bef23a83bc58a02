import type { Because } from '../../desk/preselect/preselect.ts';
import { tags } from '../../locales/words.ts';
import { useReader, useWords } from '../language.tsx';
import { becauseText } from './because-text.ts';

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
  const reason = becauseText(useReader().language, because);
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
