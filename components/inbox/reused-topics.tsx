import Recycle from 'lucide/dist/esm/icons/recycle.mjs';
import { inbox } from '../../locales/words.ts';
import { Icon } from '../icon.tsx';
import { useWords } from '../language.tsx';
import type { TopicHit } from './inbox-props.ts';

type ReusedTopicsProps = {
  /** The published topic that this one takes up again. */
  of: TopicHit | null;
  /** The topics that take this one up again. */
  by: readonly TopicHit[];
  onOpen(topicId: string): void;
};

/** Existing topics are used again (S8): both ends point to each other. */
export function ReusedTopics({ of, by, onOpen }: ReusedTopicsProps) {
  const t = useWords(inbox);
  const lines = [
    ...(of === null ? [] : [{ said: t('reuseOf'), hit: of }]),
    ...by.map((hit) => ({ said: t('reusedBy'), hit })),
  ];
  if (lines.length === 0) return null;
  return (
    <ul class="merged-topics" aria-label={t('reused')}>
      {lines.map(({ said, hit }) => (
        <li key={hit.id}>
          <Icon shapes={Recycle} /> <span>{said}</span>{' '}
          <button type="button" class="link foreign" onClick={() => onOpen(hit.id)}>
            {hit.title}
          </button>
        </li>
      ))}
    </ul>
  );
}
