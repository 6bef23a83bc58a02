import '../../assignments/assignments.css';
import type { WeekLoad } from '../../../desk/load.ts';
import { load as words } from '../../../locales/words.ts';
import { LoadText } from '../../assignments/my-time.tsx';
import { useWords } from '../../language.tsx';

/** How full this week is, beside the button that would fill it further (S14, S16). Nothing where nobody said how much there is. */
export function OwnLoad({ weeks }: { weeks: readonly WeekLoad[] }) {
  const t = useWords(words);
  const [week] = weeks;
  if (week === undefined || week.budget === null) return null;
  return (
    <p class="small own-load" role="status">
      {t('heading')} · <LoadText {...week} />
    </p>
  );
}
