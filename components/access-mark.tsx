import CircleAlert from 'lucide/dist/esm/icons/circle-alert.mjs';
import { access as words } from '../locales/words.ts';
import type { Access } from '../protocol/clip.ts';
import { Icon } from './icon.tsx';
import { useWords } from './language.tsx';

/** Says when less than the page was there to read. Never stops anybody: an editor may want it all the same. */
export function AccessMark({ access }: { access: Access }) {
  const t = useWords(words);
  if (access === 'full') return null;
  return (
    <p class="mark small soft" data-access={access}>
      <Icon shapes={CircleAlert} />
      {t(access)}
    </p>
  );
}
