import { plan as planWords } from '../../locales/words.ts';
import type { Topic } from '../../protocol/topic.ts';
import { useFormat, useWords } from '../language.tsx';
import { StateBadge } from '../state-badge.tsx';

type UndatedListProps = {
  topics: readonly Topic[];
  placingId: string | null;
  onPlace(topic: Topic): void;
  onOpenTopic(topicId: string): void;
};

/** What was accepted and has no place in the plan: nothing accepted is forgotten. */
export function UndatedList({ topics, placingId, onPlace, onOpenTopic }: UndatedListProps) {
  const t = useWords(planWords);
  const format = useFormat();
  return (
    <section class="panel" aria-labelledby="undated-title">
      <h2 id="undated-title">{t('undated', { count: topics.length })}</h2>
      <p class="soft">{t(topics.length === 0 ? 'noneUndated' : 'undatedText')}</p>
      <ul class="undated">
        {topics.map((topic) => (
          <li key={topic.id} class="undated-row">
            <button type="button" class="undated-title link foreign" onClick={() => onOpenTopic(topic.id)}>
              {topic.title}
            </button>
            <StateBadge state={topic.state} />
            <span class="small soft">{format.relative(topic.stateSince)}</span>
            <button
              data-place={topic.id}
              type="button"
              class="button"
              aria-pressed={placingId === topic.id}
              onClick={() => onPlace(topic)}
            >
              {t('place')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
