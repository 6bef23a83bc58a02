import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ViewEntry } from '../../components/inbox/finding/finding-props.ts';
import { readListAddress, writeListAddress } from '../../desk/list-address.ts';
import { isSameFilter } from '../../desk/topic-filter.ts';
import type { TopicFilter } from '../../protocol/topic-filter.ts';

/** Milliseconds. */
const AT_REST = 250;

type Given = {
  first: TopicFilter;
  filter: TopicFilter;
  selectedId: string | null;
  views: readonly ViewEntry[];
  /** Whether a view that is not among `views` does not exist. */
  viewsKnown: boolean;
  onFilter(filter: TopicFilter): void;
  /** A link leads to it, whatever list it is in. */
  onTopic(topicId: string): void;
  /** It was selected when its list was shown before. */
  onTopicAgain(topicId: string): void;
};

/** Stands at the addresses that this page wrote itself: one without it is a link that somebody followed. */
const WRITTEN_HERE = { writtenBy: 'inbox' };
const isWrittenHere = (state: unknown): boolean =>
  typeof state === 'object' && state !== null && 'writtenBy' in state && state.writtenBy === WRITTEN_HERE.writtenBy;

/** The address says which list and topic are shown; going back and forward shows them again. */
export function useListAddress({ first, filter, selectedId, views, viewsKnown, onFilter, ...calls }: Given) {
  const viewKey = views.find((view) => isSameFilter(view.filter, filter))?.key ?? null;
  /** The view that the address names and that is not known yet. */
  const [coming, setComing] = useState<string | null>(() => readListAddress(location.hash).view);
  /** The list that the address was written for last; null: what it says is still to be shown. */
  const written = useRef<TopicFilter | null>(null);

  const show = useRef((_hash: string, _isAgain: boolean) => {});
  show.current = (hash, isAgain) => {
    const address = readListAddress(hash);
    const view = views.find(({ key }) => key === address.view);
    setComing(view === undefined ? address.view : null);
    const next = view?.filter ?? address.filter ?? first;
    written.current = next;
    if (!isSameFilter(next, filter)) onFilter(next);
    if (address.topicId === null) return;
    if (isAgain) calls.onTopicAgain(address.topicId);
    else calls.onTopic(address.topicId);
  };

  // Before anything is painted: the rows may be there at once.
  useLayoutEffect(() => {
    const listen = ({ state }: PopStateEvent) => show.current(location.hash, isWrittenHere(state));
    addEventListener('popstate', listen);
    return () => removeEventListener('popstate', listen);
  }, []);

  useEffect(() => {
    if (coming === null) return;
    const view = views.find(({ key }) => key === coming);
    if (view === undefined && !viewsKnown) return;
    setComing(null);
    written.current = view?.filter ?? filter;
    if (view !== undefined) onFilter(view.filter);
  }, [coming, views, viewsKnown, filter, onFilter]);

  useEffect(() => {
    if (coming !== null) return;
    const isFirst = isSameFilter(filter, first);
    const list = { view: isFirst ? null : viewKey, filter: isFirst || viewKey !== null ? null : filter };
    const addressWith = (topicId: string | null) => `${location.pathname}${writeListAddress({ ...list, topicId })}`;
    const before = written.current;
    written.current = filter;
    // Each list is a place to come back to; what is typed and selected in it is not.
    const isNewPlace = before !== null && !isSameFilter({ ...before, text: '' }, { ...filter, text: '' });
    // Selected is still what was in the list before it.
    if (isNewPlace) history.pushState(WRITTEN_HERE, '', addressWith(null));
    // Browsers are slow at it and refuse it when it comes too often: who runs through the list by `j` comes to rest first.
    const timer = setTimeout(() => history.replaceState(WRITTEN_HERE, '', addressWith(selectedId)), AT_REST);
    return () => clearTimeout(timer);
  }, [filter, first, viewKey, selectedId, coming]);

  return viewKey;
}
