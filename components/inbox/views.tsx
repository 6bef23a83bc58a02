import ClockAlert from 'lucide/dist/esm/icons/clock-alert.mjs';
import Layers from 'lucide/dist/esm/icons/layers.mjs';
import { LANES } from '../../desk/states.ts';
import { stateOf, withState } from '../../desk/topic-filter.ts';
import { formatNumber } from '../../locales/amounts.ts';
import { deskClock, inbox, states } from '../../locales/words.ts';
import { STATES, type State } from '../../protocol/topic.ts';
import { Icon } from '../icon.tsx';
import { KeyCap } from '../key-cap.tsx';
import { useReader, useWords } from '../language.tsx';
import { STATE_ICONS } from '../state-badge.tsx';
import { steady } from '../steady.tsx';
import { useCommands } from './commands/commands-context.ts';
import { isNarrowed } from './finding/filter-chips.tsx';
import type { Finding } from './finding/finding-props.ts';
import { markedView } from './finding/marked-view.ts';
import { type NamedViews, ViewList } from './finding/view-list.tsx';
import type { InboxScreenProps } from './inbox-props.ts';

/** As many as are counted. */
const OVERDUE_SHOWN = 100;

const LANE_WORDS = [
  ['inbox', 'laneInbox'],
  ['plan', 'lanePlan'],
  ['done', 'laneDone'],
] as const;

type ViewsProps = Pick<InboxScreenProps, 'counts' | 'filter' | 'letterKeys' | 'overdue' | 'onFilter'> &
  NamedViews &
  Pick<Finding, 'viewKey' | 'brought'>;

/** The named views, then the nine states in their three lanes, each with how many topics stand in it. */
export const Views = steady((props: ViewsProps) => {
  const { counts, filter, brought, letterKeys, overdue, onFilter, views, viewKey, onView, onSaveView, onDeleteView } =
    props;
  const t = useWords(inbox);
  const stateText = useWords(states);
  const { language } = useReader();
  const marked = markedView(views, filter);
  const isList = (state: State | null) =>
    marked === null && (state === null ? filter.states.length === 0 : stateOf(filter) === state);
  const view = (state: State | null) => {
    const count = state === null ? null : (counts[state] ?? 0);
    return (
      <li key={state}>
        <button
          type="button"
          class="view"
          aria-current={isList(state) ? 'true' : undefined}
          style={state === null ? {} : { '--state': `var(--state-${state})` }}
          onClick={() => onFilter(withState(filter, state, brought))}
        >
          <Icon shapes={state === null ? Layers : STATE_ICONS[state]} />
          <span class="view-name">{state === null ? t('allStates') : stateText(state)}</span>
          {count === null || count === 0 ? null : <span class="view-count">{formatNumber(language, count)}</span>}
        </button>
      </li>
    );
  };
  return (
    <nav class="views" aria-label={t('views')}>
      {/* First, in the order of their digits: the first entry is `g 1`. */}
      <ViewList
        finding={{ views, onView, onSaveView, onDeleteView }}
        marked={marked}
        letterKeys={letterKeys}
        canSave={viewKey === null && isNarrowed(filter)}
      />
      {LANE_WORDS.map(([lane, word]) => (
        <section key={lane} class="lane">
          <h2 class="lane-name">{t(word)}</h2>
          <ul>{STATES.filter((state) => LANES[state] === lane).map(view)}</ul>
          {lane === 'inbox' && overdue.length > 0 ? <OverdueButton count={overdue.length} /> : null}
        </section>
      ))}
      <ul class="lane">{view(null)}</ul>
    </nav>
  );
});

/** The way to what nobody answered in time; of more than a hundred it says no more. */
function OverdueButton({ count }: { count: number }) {
  const { applies, run, letterKeys } = useCommands();
  const t = useWords(deskClock);
  return (
    <button
      type="button"
      class="view view-overdue"
      aria-disabled={!applies('goOverdue')}
      aria-keyshortcuts={letterKeys ? 'g f' : undefined}
      onClick={() => applies('goOverdue') && run('goOverdue')}
    >
      <Icon shapes={ClockAlert} />
      <span class="view-name">
        {count < OVERDUE_SHOWN ? t('overdue', { count }) : t('overdueMany', { count: count - 1 })}
      </span>
      {letterKeys ? <KeyCap keys="g f" /> : null}
    </button>
  );
}
