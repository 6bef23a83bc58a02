import { useEffect, useState } from 'preact/hooks';
import type { FoundTopic, InboxScreenProps } from '../inbox-props.ts';

/** From this many letters on titles are looked at. */
const ENOUGH = 2;

export type TopicHits = {
  readonly hits: readonly FoundTopic[];
  /** Whether they answer what is typed now; until then the ones before stay on screen, so that nothing flickers. */
  readonly answered: boolean;
};

/** Topics whose titles fit what is typed; always those of the newest text, whatever order the answers come in. */
export function useTopicHits(text: string, find: InboxScreenProps['onFindTopics']): TopicHits {
  const [found, setFound] = useState<{ text: string; hits: readonly FoundTopic[] }>({ text: '', hits: [] });
  // biome-ignore lint/correctness/useExhaustiveDependencies: who asks is made anew with every rendering
  useEffect(() => {
    let isNewest = true;
    if (text.trim().length >= ENOUGH)
      // A search that fails has found nothing: else an Enter, and all keys behind it, would wait for ever.
      void find(text)
        .catch(() => [])
        .then((hits) => {
          if (isNewest) setFound({ text, hits });
        });
    return () => {
      isNewest = false;
    };
  }, [text]);
  return text.trim().length >= ENOUGH
    ? { hits: found.hits, answered: found.text === text }
    : { hits: [], answered: true };
}
