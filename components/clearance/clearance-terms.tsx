import { clearance as words } from '../../locales/words.ts';
import type { ClearanceMark } from '../../protocol/clearance.ts';
import { useFormat, useWords } from '../language.tsx';

/** Under which conditions, and from when on, something may be published; nothing where there are none. */
export function ClearanceTerms({ mark }: { mark: Pick<ClearanceMark, 'conditions' | 'embargoUntil'> | null }) {
  const t = useWords(words);
  const format = useFormat();
  if (mark === null || (mark.conditions === null && mark.embargoUntil === null)) return null;
  return (
    <div class="clearance-terms">
      {mark.conditions === null ? null : (
        <p class="foreign" dir="auto">
          {t('conditions', { text: mark.conditions })}
        </p>
      )}
      {mark.embargoUntil === null ? null : (
        // A day is asked for; the hour at which it begins is the desk's, not the reader's.
        <p>{t('embargo', { when: format.date(mark.embargoUntil) })}</p>
      )}
    </div>
  );
}
