import ListChecks from 'lucide/dist/esm/icons/list-checks.mjs';
import { inbox } from '../../locales/words.ts';
import { useWords } from '../language.tsx';
import { Notice } from '../notice.tsx';
import type { InboxScreenProps } from './inbox-props.ts';

/** How far a decision on many topics is. The list can be used meanwhile. */
export function ManyProgress({ done, of }: NonNullable<InboxScreenProps['progress']>) {
  const t = useWords(inbox);
  return (
    <Notice tone="plain" icon={ListChecks}>
      <label class="many-progress">
        <span>{t('progress', { done, of })}</span>
        <progress value={done} max={of} />
      </label>
    </Notice>
  );
}
