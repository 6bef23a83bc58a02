import UsersRound from 'lucide/dist/esm/icons/users-round.mjs';
import { isOpen } from '../../desk/states.ts';
import { popup } from '../../locales/words.ts';
import type { AddressRow } from '../../protocol/topic.ts';
import { useWords } from '../language.tsx';
import { Notice } from '../notice.tsx';
import { StateBadge } from '../state-badge.tsx';

/** Said before the person writes a word: this page was suggested already, and what became of it (AD1). */
export function EarlierSuggestion({ earlier }: { earlier: AddressRow }) {
  const t = useWords(popup);
  return (
    <Notice tone="plain" icon={UsersRound} actions={<StateBadge state={earlier.state} />}>
      {t('earlier', { count: earlier.supporterCount })} {isOpen(earlier.state) ? t('earlierOpen') : t('earlierClosed')}
    </Notice>
  );
}
