import CircleCheck from 'lucide/dist/esm/icons/circle-check.mjs';
import MousePointerClick from 'lucide/dist/esm/icons/mouse-pointer-click.mjs';
import PartyPopper from 'lucide/dist/esm/icons/party-popper.mjs';
import SearchX from 'lucide/dist/esm/icons/search-x.mjs';
import { stateOf } from '../../desk/topic-filter.ts';
import { inbox } from '../../locales/words.ts';
import { EmptyState } from '../empty-state.tsx';
import { useWords } from '../language.tsx';
import { CommandButton } from './commands/command-button.tsx';
import type { InboxScreenProps } from './inbox-props.ts';

type EmptyListProps = Pick<InboxScreenProps, 'filter' | 'counts' | 'decidedCount'> & { narrowed: boolean };

/** An empty list says why, and offers the one next step. */
export function EmptyList({ narrowed, filter, counts, decidedCount }: EmptyListProps) {
  const t = useWords(inbox);
  if (narrowed) return <EmptyState icon={SearchX} title={t('emptyFilter')} />;
  const state = stateOf(filter);
  if (state !== 'new' && state !== null) return <EmptyState icon={CircleCheck} title={t('emptyView')} />;
  const accepted = counts.accepted ?? 0;
  const next = accepted > 0 ? { children: <CommandButton name="goPlan" /> } : {};
  return decidedCount > 0 ? (
    <EmptyState icon={PartyPopper} title={t('emptyDone', { count: decidedCount })} text={t('emptyText')} {...next} />
  ) : (
    <EmptyState icon={CircleCheck} title={t('empty')} text={t('emptyText')} {...next} />
  );
}

export function NothingSelected({ letterKeys }: { letterKeys: boolean }) {
  const t = useWords(inbox);
  return (
    <EmptyState
      icon={MousePointerClick}
      title={t('select')}
      {...(letterKeys ? { text: t('selectHint', { next: 'j', previous: 'k', open: 'o' }) } : {})}
    />
  );
}
