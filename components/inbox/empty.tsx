import CircleCheck from 'lucide/dist/esm/icons/circle-check.mjs';
import MousePointerClick from 'lucide/dist/esm/icons/mouse-pointer-click.mjs';
import PartyPopper from 'lucide/dist/esm/icons/party-popper.mjs';
import SearchX from 'lucide/dist/esm/icons/search-x.mjs';
import { stateOf } from '../../desk/topic-filter.ts';
import { finding as findingWords, inbox, states } from '../../locales/words.ts';
import { EVERYTHING } from '../../protocol/topic-filter.ts';
import { EmptyState } from '../empty-state.tsx';
import { useWords } from '../language.tsx';
import { CommandButton } from './commands/command-button.tsx';
import { isNarrowed } from './finding/filter-chips.tsx';
import type { InboxScreenProps } from './inbox-props.ts';

type EmptyListProps = Pick<InboxScreenProps, 'filter' | 'counts' | 'decidedCount' | 'finding' | 'onFilter'> & {
  narrowed: boolean;
};

/** An empty list says why, and offers the one next step. */
export function EmptyList({ narrowed, filter, counts, decidedCount, finding, onFilter }: EmptyListProps) {
  const t = useWords(inbox);
  const stateText = useWords(states);
  const viewText = useWords(findingWords);
  const nothingIn = (view: string) => (
    <EmptyState icon={CircleCheck} title={t('emptyView')} text={t('emptyViewText', { view })} />
  );
  const state = stateOf(filter);
  const view = finding.views.find(({ key }) => key === finding.viewKey);
  if (narrowed && view !== undefined && filter.text === '')
    return nothingIn(view.kind === 'builtIn' ? viewText(view.name) : view.name);
  if (narrowed) {
    const ofState = state === null ? [] : [state];
    const isFiltered = isNarrowed({ ...filter, text: '' });
    return (
      <EmptyState icon={SearchX} title={isFiltered ? t('emptyFilter') : t('emptySearch', { text: filter.text })}>
        <button type="button" class="button" onClick={() => onFilter({ ...EVERYTHING, states: ofState })}>
          {t(filter.text === '' ? 'clear' : isFiltered ? 'clearAll' : 'clearSearch')}
        </button>
      </EmptyState>
    );
  }
  if (state !== 'new' && state !== null) return nothingIn(stateText(state));
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
