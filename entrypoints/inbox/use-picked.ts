import { useEffect, useState } from 'preact/hooks';
import type { SeenTopic } from '../../storage/decide-many.ts';

type Picked = ReadonlyMap<string, string | null>;

/**
 * The topics that are picked, each with the decision that stood last on it then: what a colleague decides
 * in between is never decided over unseen.
 * @param whole all topics of the view, null while there are more than are loaded
 */
export function usePicked(whole: readonly SeenTopic[] | null) {
  const [picked, setPicked] = useState<Picked>(new Map());

  // What left the view is not picked any more. Of a list that is loaded in part nobody knows.
  useEffect(() => {
    if (whole === null || picked.size === 0) return;
    const here = new Set(whole.map(({ topicId }) => topicId));
    if ([...picked.keys()].some((id) => !here.has(id)))
      setPicked(new Map([...picked].filter(([topicId]) => here.has(topicId))));
  }, [whole, picked]);

  return {
    picked,
    seen: (): SeenTopic[] => [...picked].map(([topicId, after]) => ({ topicId, after })),
    pick: (topics: readonly SeenTopic[]) =>
      setPicked((before) => new Map([...before, ...topics.map(({ topicId, after }) => [topicId, after] as const)])),
    drop: (topicIds: readonly string[]) =>
      setPicked((before) => new Map([...before].filter(([topicId]) => !topicIds.includes(topicId)))),
    dropAll: () => setPicked(new Map()),
  };
}
