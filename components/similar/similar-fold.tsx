import type { ComponentProps } from 'preact';
import { similar } from '../../locales/words.ts';
import { useWords } from '../language.tsx';
import { SimilarTopics } from './similar-topics.tsx';

/** The similar topics as a section of a topic; nothing where there are none. */
export function SimilarFold(props: ComponentProps<typeof SimilarTopics>) {
  const t = useWords(similar);
  if (props.entries.length === 0) return null;
  return (
    <details class="fold" open>
      <summary>{t('heading')}</summary>
      <SimilarTopics {...props} />
    </details>
  );
}
