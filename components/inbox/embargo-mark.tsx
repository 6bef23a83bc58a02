import Lock from 'lucide/dist/esm/icons/lock.mjs';
import { topicEdit as words } from '../../locales/words.ts';
import { Icon } from '../icon.tsx';
import { useFormat, useReader, useWords } from '../language.tsx';

/** That a topic may not appear yet; nothing where it may. */
export function EmbargoMark({ until }: { until: number | null }) {
  const t = useWords(words);
  const format = useFormat();
  const { now } = useReader();
  if (until === null || until <= now) return null;
  return (
    <span class="mark">
      <Icon shapes={Lock} />
      {t('embargoUntil', { when: format.when(until) })}
    </span>
  );
}
