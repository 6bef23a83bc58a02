import type { Reading } from '../../../desk/reading.ts';
import { inbox } from '../../../locales/words.ts';
import { useWords } from '../../language.tsx';

/** A full dot: not read yet. A ring: read, and changed since. Both are words for who does not see them. */
export function ReadingMark({ reading }: { reading: Reading }) {
  const t = useWords(inbox);
  if (reading === 'read') return null;
  const text = reading === 'unread' ? t('unread') : t('changed');
  return (
    <span class={`reading reading-${reading}`} title={text}>
      <span class="hidden-text">{text}: </span>
    </span>
  );
}
