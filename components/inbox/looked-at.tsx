import Eye from 'lucide/dist/esm/icons/eye.mjs';
import { inbox } from '../../locales/words.ts';
import { Icon } from '../icon.tsx';
import { useWords } from '../language.tsx';

/** Somebody else has it before them right now: courtesy, nothing is locked [CM1]. */
export function LookedAt({ name, short = false }: { name: string | null; short?: boolean }) {
  const t = useWords(inbox);
  if (name === null) return null;
  const text = t('lookedAt', { name });
  return (
    <span class="looked-at" title={text}>
      <Icon shapes={Eye} />
      <span class={short ? 'hidden-text' : 'foreign'}>{text}</span>
    </span>
  );
}
