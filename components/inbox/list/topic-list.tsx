import { useEffect, useRef } from 'preact/hooks';
import { stateOf } from '../../../desk/topic-filter.ts';
import { inbox } from '../../../locales/words.ts';
import { useWords } from '../../language.tsx';
import { steady } from '../../steady.tsx';
import type { InboxScreenProps, TopicRow } from '../inbox-props.ts';
import { ListSkeleton } from './list-skeleton.tsx';
import { MoreRows } from './more-rows.tsx';
import { SteadyRow } from './steady-row.tsx';
import { useFocusOnSelected } from './use-focus-on-selected.ts';
import { useWindow } from './use-window.ts';
import { placesOf, WHOLE_UP_TO } from './window-of.ts';

type TopicListProps = Pick<
  InboxScreenProps,
  'rows' | 'total' | 'filter' | 'strategy' | 'selectedId' | 'picked' | 'more' | 'onSelect' | 'onOpen' | 'onMore'
> & {
  /** The box of a row was clicked; with Shift the stretch up to it is meant. */
  onBox(topicId: string, isPicked: boolean, withShift: boolean): void;
};

/** Rows that are fetched ahead of the end of a long list. */
const AHEAD = 60;

/** The list of topics, or that it is on its way. Much else is drawn anew at each key: the list only for its own sake. */
export const TopicList = steady(({ rows, ...props }: TopicListProps) =>
  rows === null ? <ListSkeleton /> : <TopicGrid rows={rows} {...props} />,
);

/**
 * A grid in which Tab reaches the row at hand and keys go on from it. Of a long list only what is in sight
 * stands on the page; `aria-rowindex` and `aria-rowcount` say where that is.
 */
function TopicGrid(props: TopicListProps & { rows: readonly TopicRow[] }) {
  const { rows, total, filter, strategy, selectedId, picked, more, onMore } = props;
  const t = useWords(inbox);
  const list = useRef<HTMLDivElement>(null);
  const count = rows.length;
  const isWhole = count <= WHOLE_UP_TO;
  const { stretch, rowHeight, sight } = useWindow(list, count);
  const selectedAt = rows.findIndex((row) => row.topic.id === selectedId);
  useFocusOnSelected(list, selectedId, selectedAt, rowHeight, sight);

  // A list that stands on the page as a whole asks by its end coming into sight, too.
  const runsOut = more && (isWhole ? selectedAt : Math.max(stretch.to, selectedAt)) > count - AHEAD;
  const fetchMore = useRef(onMore);
  fetchMore.current = onMore;
  useEffect(() => {
    if (runsOut && count > 0) fetchMore.current();
  }, [runsOut, count]);

  const idOf = (target: EventTarget | null) =>
    target instanceof Element ? target.closest<HTMLElement>('[data-topic]')?.dataset.topic : undefined;
  return (
    <div ref={list} class="rows">
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the keys of every row are in the table of commands */}
      <table
        class={isWhole ? 'rows-whole' : 'rows-window'}
        style={isWhole ? {} : { blockSize: `${count * rowHeight}px` }}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose rows are focused and picked is a grid
        role="grid"
        aria-label={t('list')}
        aria-multiselectable="true"
        aria-rowcount={more ? (total ?? -1) : count}
        onClick={(event) => {
          const id = idOf(event.target);
          if (id === undefined) return;
          if (event.target instanceof HTMLInputElement) props.onBox(id, event.target.checked, event.shiftKey);
          else if (!(event.target instanceof Element && event.target.closest('.row-box'))) props.onOpen(id);
        }}
        onFocusIn={(event) => {
          const id = idOf(event.target);
          if (id !== undefined && id !== selectedId) props.onSelect(id);
        }}
      >
        <tbody>
          {placesOf(stretch, selectedAt).map((at) => {
            const row = rows[at];
            if (row === undefined) return null;
            const { id } = row.topic;
            return (
              <SteadyRow
                key={id}
                row={row}
                at={at}
                top={isWhole ? null : at * rowHeight}
                strategy={strategy}
                selected={at === selectedAt}
                picked={picked.has(id)}
                reachable={selectedAt === -1 ? at === 0 : at === selectedAt}
                showState={stateOf(filter) === null}
                search={filter.text}
              />
            );
          })}
        </tbody>
      </table>
      {isWhole && more ? <MoreRows key={count} onSeen={onMore} /> : null}
    </div>
  );
}
