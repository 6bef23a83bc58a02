import '../tokens.css';
import '../base.css';
import './feed.css';
import CloudOff from 'lucide/dist/esm/icons/cloud-off.mjs';
import Megaphone from 'lucide/dist/esm/icons/megaphone.mjs';
import { useRef } from 'preact/hooks';
import { syncProblems, feed as words } from '../../locales/words.ts';
import { EmptyState } from '../empty-state.tsx';
import { useWords } from '../language.tsx';
import { LoadingCards } from '../loading-cards.tsx';
import { Notice } from '../notice.tsx';
import { useCardKeys } from '../suggestions/use-card-keys.ts';
import { useFocusOnceThere } from '../use-focus-once-there.ts';
import { FeedCard } from './feed-card.tsx';
import type { FeedScreenProps } from './feed-props.ts';

/** What was published, for everybody (S9): to be read, and where it may be, to be passed on. */
export function FeedScreen(props: FeedScreenProps) {
  const { items, topicId, problem, letterKeys } = props;
  const t = useWords(words);
  const explain = useWords(syncProblems);
  const list = useRef<HTMLOListElement>(null);
  useCardKeys(list, letterKeys);
  const isThere = items !== null && topicId !== null && items.some(({ topic }) => topic.id === topicId);
  useFocusOnceThere(list, topicId === null ? null : `[data-topic="${topicId}"]`, isThere);
  return (
    <main class="sheet feed">
      <header class="feed-head">
        <h1>{t('heading')}</h1>
        <p class="soft">{t('intro')}</p>
      </header>
      {problem === null ? null : (
        <Notice tone="warning" icon={CloudOff}>
          {explain(problem)} {t('offline')}
        </Notice>
      )}
      {items === null ? <LoadingCards count={1} /> : null}
      {items?.length === 0 ? <EmptyState icon={Megaphone} title={t('empty')} text={t('emptyText')} /> : null}
      <ol ref={list} class="feed-list">
        {items?.map((item) => (
          <li
            key={item.publication.id}
            class="card"
            data-topic={item.topic.id}
            aria-label={item.topic.title}
            tabIndex={-1}
          >
            <FeedCard {...props} item={item} />
          </li>
        ))}
      </ol>
    </main>
  );
}
