import BellOff from 'lucide/dist/esm/icons/bell-off.mjs';
import CloudOff from 'lucide/dist/esm/icons/cloud-off.mjs';
import UsersRound from 'lucide/dist/esm/icons/users-round.mjs';
import { useMemo } from 'preact/hooks';
import { inbox, kinds, states } from '../../../locales/words.ts';
import { ClearanceMark } from '../../clearance/clearance-mark.tsx';
import { Icon } from '../../icon.tsx';
import { useReader, useWords } from '../../language.tsx';
import { Picture } from '../../picture.tsx';
import { STATE_ICONS } from '../../state-badge.tsx';
import type { Strategy } from '../../strategy.ts';
import { departmentName, goalTitle } from '../../tags/goal-text.ts';
import { Marked } from '../finding/marked.tsx';
import type { TopicRow } from '../inbox-props.ts';
import { LookedAt } from '../looked-at.tsx';
import { EscalationMark, TopicClock } from '../topic-clock.tsx';
import { ReadingMark } from './reading-mark.tsx';

export type TopicRowViewProps = {
  row: TopicRow;
  /** Its place in the list, from 0. */
  at: number;
  /** How far down it is drawn in a long list, pixels; null where it follows the one before. */
  top: number | null;
  strategy: Strategy;
  selected: boolean;
  picked: boolean;
  /** Tab comes here; the arrow keys go on from it. */
  reachable: boolean;
  /** Says the state too; left out where all rows have the same. */
  showState: boolean;
  /** What it was found by, to be marked. */
  search: string;
};

/**
 * A box to pick it by; then two lines: the title and its clock; department, goal, kind, supporters. Clicks are
 * the list's. Drawn anew only when something of it changed: of two hundred rows a key changes two.
 */
export function TopicRowView(props: TopicRowViewProps) {
  const { row, at, top, selected, picked, reachable } = props;
  const t = useWords(inbox);
  const { row: of, strategy, showState, search } = props;
  const content = useMemo(
    () => <RowContent row={of} strategy={strategy} showState={showState} search={search} />,
    [of, strategy, showState, search],
  );
  return (
    <tr
      class={`row row-${row.reading}`}
      style={top === null ? {} : { insetBlockStart: `${top}px` }}
      aria-rowindex={at + 1}
      aria-selected={picked}
      aria-current={selected ? 'true' : undefined}
      tabIndex={reachable ? 0 : -1}
      data-topic={row.topic.id}
    >
      <td class="row-box">
        <label class="row-box-area">
          <span class="hidden-text">{t('pick', { title: row.topic.title })}</span>
          <input type="checkbox" tabIndex={-1} checked={picked} />
        </label>
      </td>
      {content}
    </tr>
  );
}

type RowContentProps = Pick<TopicRowViewProps, 'row' | 'strategy' | 'showState' | 'search'>;

function RowContent({ row, strategy, showState, search }: RowContentProps) {
  const { topic } = row;
  const { language } = useReader();
  const t = useWords(inbox);
  const kindText = useWords(kinds);
  const stateText = useWords(states);
  const facts = [
    departmentName(topic.departmentId, strategy, language),
    topic.goalId !== null && goalTitle(topic.goalId, strategy, language),
    row.siteName ?? kindText(topic.kind),
  ].filter((fact) => fact !== false);

  return (
    <td class="row-content">
      <Picture url={row.pictureUrl} kind={topic.kind} />
      <span class="row-title">
        <ReadingMark reading={row.reading} />
        <bdi>
          <Marked text={topic.title} search={search} />
        </bdi>
      </span>
      <span class="row-clock">
        <LookedAt name={row.lookedAtBy} short />
        <ClearanceMark short mark={topic.clearance} />
        {row.waiting ? (
          <span class="row-waiting" title={t('waiting')}>
            <Icon shapes={CloudOff} />
            <span class="hidden-text">{t('waiting')}</span>
          </span>
        ) : null}
        {row.muted ? (
          <span class="row-muted" title={t('muted')}>
            <Icon shapes={BellOff} />
            <span class="hidden-text">{t('muted')}</span>
          </span>
        ) : null}
        <TopicClock short topic={topic} rules={strategy.rules} />
      </span>
      <span class="row-facts">
        {showState ? (
          <span class="row-state" style={{ '--state': `var(--state-${topic.state})` }}>
            <Icon shapes={STATE_ICONS[topic.state]} />
            {stateText(topic.state)}
            {' · '}
          </span>
        ) : null}
        <EscalationMark short topic={topic} />
        <bdi>
          <Marked text={facts.join(' · ')} search={search} />
        </bdi>
      </span>
      {topic.supporterCount > 1 ? (
        <span class="row-supporters" title={t('supporters', { count: topic.supporterCount })}>
          <Icon shapes={UsersRound} />
          <span aria-hidden="true">{topic.supporterCount}</span>
          <span class="hidden-text">{t('supporters', { count: topic.supporterCount })}</span>
        </span>
      ) : null}
    </td>
  );
}
