import { similar } from '../../locales/words.ts';
import type { Topic } from '../../protocol/topic.ts';
import { useReader, useWords } from '../language.tsx';
import { StateBadge } from '../state-badge.tsx';
import type { Strategy } from '../strategy.ts';
import { departmentName } from '../tags/goal-text.ts';
import { BecauseWords } from './because-words.tsx';
import './similar.css';

type SimilarEntry = {
  /** As a person sees it, waiting decisions applied (ST2). */
  topic: Pick<Topic, 'id' | 'title' | 'state' | 'departmentId' | 'supporterCount'>;
  /** What both have. */
  words: readonly string[];
};

type SimilarTopicsProps = {
  /** The most similar first; nothing is shown for none. */
  entries: readonly SimilarEntry[];
  strategy: Strategy;
  /** Whether the topic that is looked at may be merged into another as it stands. */
  mayMerge: boolean;
  /** Whether that other may take it in. */
  mayTakeIn(entry: SimilarEntry): boolean;
  /** Shows a topic beside the one that is looked at. */
  onOpen(topicId: string): void;
  /** Merges the topic that is looked at into this one [MG2]. */
  onMerge(topicId: string): void;
  onReject(topicId: string): void;
  /** The one that the topic takes up again so far. */
  reuseOf: string | null;
  /** Whether that other may be taken up again [SM6]. */
  mayReuse(entry: SimilarEntry): boolean;
  /** Null: takes none up any more. */
  onReuse(topicId: string | null): void;
};

/** What the desk has that seems to be of the same matter, why it seems so, and what to do about it [SM1]. */
export function SimilarTopics({
  entries,
  strategy,
  mayMerge,
  mayTakeIn,
  onOpen,
  onMerge,
  onReject,
  reuseOf,
  mayReuse,
  onReuse,
}: SimilarTopicsProps) {
  const t = useWords(similar);
  const { language } = useReader();
  if (entries.length === 0) return null;
  return (
    <ul class="similar-list" aria-label={t('heading')}>
      {entries.map((entry) => {
        const { id, title, state, departmentId, supporterCount } = entry.topic;
        return (
          <li key={id} class="similar-row">
            <p class="similar-title foreign" dir="auto">
              {title}
            </p>
            <p class="similar-facts">
              <StateBadge state={state} />
              <bdi>{departmentName(departmentId, strategy, language)}</bdi>
              {supporterCount > 1 ? <span>{t('supporters', { count: supporterCount })}</span> : null}
              <BecauseWords words={entry.words} />
            </p>
            <p class="similar-actions">
              <button
                type="button"
                class="button button-quiet"
                aria-label={`${t('open')}: ${title}`}
                onClick={() => onOpen(id)}
              >
                {t('open')}
              </button>
              {mayMerge && mayTakeIn(entry) ? (
                <button type="button" class="button" aria-label={`${t('merge')}: ${title}`} onClick={() => onMerge(id)}>
                  {t('merge')}
                </button>
              ) : null}
              {mayReuse(entry) ? (
                <button
                  type="button"
                  class="button"
                  aria-pressed={reuseOf === id}
                  aria-label={`${t('takeUp')}: ${title}`}
                  onClick={() => onReuse(reuseOf === id ? null : id)}
                >
                  {t('takeUp')}
                </button>
              ) : null}
              <button
                type="button"
                class="button button-quiet"
                aria-label={`${t('reject')}: ${title}`}
                onClick={() => onReject(id)}
              >
                {t('reject')}
              </button>
            </p>
          </li>
        );
      })}
    </ul>
  );
}
