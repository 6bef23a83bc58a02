import { useEffect, useState } from 'preact/hooks';
import type { Topic } from '../../protocol/topic.ts';
import type { MadeDecision } from '../../storage/decide-many.ts';

/** Longer than this after it was written no key waits for it to be seen. Milliseconds. */
const AT_MOST = 3_000;

/**
 * From the key that takes something back to where the topic stands before the editor as it was: whoever presses `z`
 * and goes on at once means that topic, and not the one that is still shown.
 * @param shown the topic in the pane
 */
export function useReturn(shown: Topic | null) {
  const [coming, setComing] = useState<'writing' | MadeDecision | null>(null);

  const isThere =
    coming !== null &&
    coming !== 'writing' &&
    shown?.id === coming.topicId &&
    shown.decisions.some(({ id }) => id === coming.decisionId);
  useEffect(() => {
    if (isThere) setComing(null);
  }, [isThere]);
  useEffect(() => {
    if (coming === null || coming === 'writing') return;
    const timer = setTimeout(() => setComing(null), AT_MOST);
    return () => clearTimeout(timer);
  }, [coming]);

  return {
    waits: coming !== null && !isThere,
    /** @param undoing what is written to take it back; of many the first is shown */
    follow(undoing: Promise<readonly MadeDecision[]>): void {
      setComing('writing');
      // What could not be written is said elsewhere; no key waits for it.
      void undoing.then(
        ([first]) => setComing(first ?? null),
        () => setComing(null),
      );
    },
  };
}
