import CircleAlert from 'lucide/dist/esm/icons/circle-alert.mjs';
import { assignments as words } from '../../locales/words.ts';
import { useWords } from '../language.tsx';
import { Notice } from '../notice.tsx';

/** Says, where somebody just pressed, that it could not be kept on this device. */
export function NotKeptHere({ failed }: { failed: boolean }) {
  const t = useWords(words);
  return failed ? (
    <Notice tone="danger" icon={CircleAlert} urgent>
      {t('notKept')}
    </Notice>
  ) : null;
}
