import { useEffect, useRef, useState } from 'preact/hooks';
import { stateOf } from '../../desk/topic-filter.ts';
import { common, inbox } from '../../locales/words.ts';
import { useWords } from '../language.tsx';
import type { InboxScreenProps } from './inbox-props.ts';
import { TopicRowView } from './topic-row-view.tsx';

type TopicListProps = Pick<
  InboxScreenProps,
  'rows' | 'filter' | 'strategy' | 'selectedId' | 'more' | 'onSelect' | 'onOpen' | 'onMore'
>;

/** Rows that are put on the page at once; more follow as the end comes into view. */
const STEP = 60;

/**
 * The list of topics. Long lists grow while they are scrolled and the browser skips drawing what is
 * out of sight: every row stays where find-in-page and screen readers expect it.
 */
export function TopicList({ rows, filter, strategy, selectedId, more, onSelect, onOpen, onMore }: TopicListProps) {
  const t = useWords(inbox);
  const list = useRef<HTMLOListElement>(null);
  const [shown, setShown] = useState(STEP);
  const selectedAt = rows?.findIndex((row) => row.topic.id === selectedId) ?? -1;
  const visible = rows?.slice(0, Math.max(shown, selectedAt + 1)) ?? [];
  const complete = visible.length === (rows?.length ?? 0);

  useFocusOnSelected(list, selectedId);

  if (rows === null) return <ListSkeleton />;
  return (
    <ol ref={list} class="rows" aria-label={t('list')}>
      {visible.map((row, at) => (
        <li key={row.topic.id} class="row-item">
          <TopicRowView
            row={row}
            strategy={strategy}
            selected={row.topic.id === selectedId}
            reachable={selectedId === null ? at === 0 : row.topic.id === selectedId}
            showState={stateOf(filter) === null}
            search={filter.text}
            onSelect={() => {
              if (row.topic.id !== selectedId) onSelect(row.topic.id);
            }}
            onOpen={() => onOpen(row.topic.id)}
          />
        </li>
      ))}
      {complete && !more ? null : (
        <MoreRows key={visible.length} onSeen={() => (complete ? onMore() : setShown(visible.length + STEP))} />
      )}
    </ol>
  );
}

/** Moves the focus along when `j` and `k` move the selection, but never takes it from another part of the page. */
function useFocusOnSelected(list: { current: HTMLOListElement | null }, selectedId: string | null): void {
  useEffect(() => {
    const row = list.current?.querySelector<HTMLElement>(`[data-topic="${selectedId}"]`);
    const active = document.activeElement;
    if (row == null) return;
    row.scrollIntoView({ block: 'nearest' });
    if (active === null || active === document.body || list.current?.contains(active))
      row.focus({ preventScroll: true });
  }, [list, selectedId]);
}

function MoreRows({ onSeen }: { onSeen(): void }) {
  const t = useWords(inbox);
  const end = useRef<HTMLLIElement>(null);
  const seen = useRef(onSeen);
  seen.current = onSeen;
  useEffect(() => {
    const watch = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && seen.current(),
      {
        rootMargin: '600px',
      },
    );
    if (end.current !== null) watch.observe(end.current);
    return () => watch.disconnect();
  }, []);
  return (
    <li ref={end} class="rows-more">
      <button type="button" class="button button-quiet" onClick={onSeen}>
        {t('more')}
      </button>
    </li>
  );
}

function ListSkeleton() {
  const says = useWords(common);
  return (
    <div class="rows" role="status" aria-label={says('loading')}>
      {Array.from({ length: 8 }, (_, at) => (
        <div key={at} class="row row-skeleton">
          <span class="picture skeleton" />
          <span class="row-title skeleton" />
          <span class="row-facts skeleton" />
        </div>
      ))}
    </div>
  );
}
