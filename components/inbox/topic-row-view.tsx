import CloudOff from 'lucide/dist/esm/icons/cloud-off.mjs';
import UsersRound from 'lucide/dist/esm/icons/users-round.mjs';
import { inbox, kinds, states } from '../../locales/words.ts';
import { Icon } from '../icon.tsx';
import { useReader, useWords } from '../language.tsx';
import { Picture } from '../picture.tsx';
import { STATE_ICONS } from '../state-badge.tsx';
import type { Strategy } from '../strategy.ts';
import { departmentName, goalTitle } from '../tags/goal-text.ts';
import { Marked } from './finding/marked.tsx';
import type { TopicRow } from './inbox-props.ts';
import { TopicClock } from './topic-clock.tsx';

type TopicRowViewProps = {
  row: TopicRow;
  strategy: Strategy;
  selected: boolean;
  /** Tab comes here; the arrow keys go on from it. */
  reachable: boolean;
  /** Says the state too; left out where all rows have the same. */
  showState: boolean;
  /** What it was found by, to be marked. */
  search: string;
  onSelect(): void;
  onOpen(): void;
};

/** Two lines: the title and its clock; then department, goal, kind, supporters. */
export function TopicRowView(props: TopicRowViewProps) {
  const { row, strategy, selected, reachable, showState, search, onSelect, onOpen } = props;
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
    <button
      type="button"
      class="row"
      aria-current={selected ? 'true' : undefined}
      tabIndex={reachable ? 0 : -1}
      data-topic={topic.id}
      onClick={onOpen}
      onFocus={onSelect}
    >
      <Picture url={row.pictureUrl} kind={topic.kind} />
      <bdi class="row-title">
        <Marked text={topic.title} search={search} />
      </bdi>
      <span class="row-clock">
        {row.waiting ? (
          <span class="row-waiting" title={t('waiting')}>
            <Icon shapes={CloudOff} />
            <span class="hidden-text">{t('waiting')}</span>
          </span>
        ) : null}
        <TopicClock topic={topic} />
      </span>
      <span class="row-facts">
        {showState ? (
          <span class="row-state" style={{ '--state': `var(--state-${topic.state})` }}>
            <Icon shapes={STATE_ICONS[topic.state]} />
            {stateText(topic.state)}
            {' · '}
          </span>
        ) : null}
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
    </button>
  );
}
