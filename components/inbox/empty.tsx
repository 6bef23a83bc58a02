import CircleCheck from 'lucide/dist/esm/icons/circle-check.mjs';
import MousePointerClick from 'lucide/dist/esm/icons/mouse-pointer-click.mjs';
import SearchX from 'lucide/dist/esm/icons/search-x.mjs';
import { inbox } from '../../locales/words.ts';
import { EmptyState } from '../empty-state.tsx';
import { useWords } from '../language.tsx';

export function EmptyList({ narrowed }: { narrowed: boolean }) {
  const t = useWords(inbox);
  return narrowed ? (
    <EmptyState icon={SearchX} title={t('emptyFilter')} />
  ) : (
    <EmptyState icon={CircleCheck} title={t('empty')} text={t('emptyText')} />
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
