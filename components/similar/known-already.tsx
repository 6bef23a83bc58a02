import { isOpen, isPublished } from '../../desk/states.ts';
import { similar } from '../../locales/words.ts';
import type { SimilarTopic } from '../../protocol/similar.ts';
import { useReader, useWords } from '../language.tsx';
import { StateBadge } from '../state-badge.tsx';
import type { Strategy } from '../strategy.ts';
import { departmentName } from '../tags/goal-text.ts';
import { BecauseWords } from './because-words.tsx';
import './similar.css';
import { useFloatingDetails } from './use-floating-details.ts';

type KnownAlreadyProps = {
  /** Empty as long as nothing is known [SM2]. */
  topics: readonly SimilarTopic[];
  strategy: Strategy;
  saving: boolean;
  /** Saves the clip as one more voice for this topic [SM4]. */
  onJoinTopic(topicId: string): void;
  /** Shows where something published stands, to be used again (S8). */
  onReuse(topicId: string): void;
};

/** Said before the person saves: what is known already that seems to be of the same matter. One line; what it opens floats over the form. */
export function KnownAlready({ topics, strategy, saving, onJoinTopic, onReuse }: KnownAlreadyProps) {
  const t = useWords(similar);
  const { language } = useReader();
  const nameOf = ({ title, departmentId }: SimilarTopic) =>
    title ?? t('fromDepartment', { department: departmentName(departmentId, strategy, language) });
  const [first] = topics;
  const { details, close, ...floating } = useFloatingDetails();
  return (
    <div class="known-already" aria-live="polite">
      {first === undefined ? null : (
        <details ref={details} {...floating}>
          <summary>
            <span class="known-already-line" dir="auto">
              {t('known', { count: topics.length })} {nameOf(first)}
            </span>
          </summary>
          <ul class="similar-list">
            {topics.map((topic) => (
              <li key={topic.topicId} class="similar-row">
                <p class="similar-title foreign" data-nameless={topic.title === null} dir="auto">
                  {nameOf(topic)}
                </p>
                <p class="similar-facts">
                  <StateBadge state={topic.state} />
                  {topic.supporterCount > 0 ? <span>{t('supporters', { count: topic.supporterCount })}</span> : null}
                  <BecauseWords words={topic.words} />
                </p>
                {isOpen(topic.state) ? (
                  <button
                    type="button"
                    class="button"
                    disabled={saving}
                    aria-label={`${t('join')}: ${nameOf(topic)}`}
                    onClick={() => {
                      close();
                      onJoinTopic(topic.topicId);
                    }}
                  >
                    {t('join')}
                  </button>
                ) : null}
                {topic.title !== null && isPublished(topic.state) ? (
                  <button
                    type="button"
                    class="button"
                    aria-label={`${t('reuse')}: ${topic.title}`}
                    onClick={() => onReuse(topic.topicId)}
                  >
                    {t('reuse')}
                  </button>
                ) : null}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
