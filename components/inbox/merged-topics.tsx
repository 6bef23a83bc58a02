import Merge from 'lucide/dist/esm/icons/merge.mjs';
import { inbox } from '../../locales/words.ts';
import { Icon } from '../icon.tsx';
import { useWords } from '../language.tsx';
import type { TopicHit } from './inbox-props.ts';

type MergedTopicsProps = {
  /** The topic that took this one in. */
  into: TopicHit | null;
  /** The topics that this one took in. */
  from: readonly TopicHit[];
  onOpen(topicId: string): void;
  onUnmerge(topicId: string): void;
};

/** Both ends of a merge point to each other, and each can be parted again. */
export function MergedTopics({ into, from, onOpen, onUnmerge }: MergedTopicsProps) {
  const t = useWords(inbox);
  if (into === null && from.length === 0) return null;
  return (
    <div class="merged-topics">
      {into === null ? null : (
        <p>
          <Icon shapes={Merge} /> {t('mergedInto')}{' '}
          <button type="button" class="link foreign" onClick={() => onOpen(into.id)}>
            {into.title}
          </button>
        </p>
      )}
      {from.length === 0 ? null : (
        <ul aria-label={t('mergedFrom')}>
          {from.map((hit) => (
            <li key={hit.id}>
              <Icon shapes={Merge} /> <span>{t('mergedFromOne')}</span>{' '}
              <button type="button" class="link foreign" onClick={() => onOpen(hit.id)}>
                {hit.title}
              </button>{' '}
              <button type="button" class="button button-quiet" onClick={() => onUnmerge(hit.id)}>
                {t('unmerge')}
                <span class="hidden-text">: {hit.title}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
