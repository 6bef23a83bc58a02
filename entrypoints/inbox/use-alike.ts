import { useEffect, useState } from 'preact/hooks';
import type { AccountDatabase } from '../../storage/database.ts';
import { type SimilarView, similarTopics } from '../../storage/similar-topics.ts';
import { useLive } from '../browser/use-live.ts';

/** Who goes through the list by `j` looks at nothing yet: until somebody stays, nothing is compared. */
const STAYS_MS = 150;

const NONE: readonly SimilarView[] = [];

/** [SM1] What is similar to the topic that is looked at; nothing while that is not known yet. */
export function useAlike(db: AccountDatabase, selectedId: string | null): readonly SimilarView[] {
  const [looked, setLooked] = useState<string | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setLooked(selectedId), STAYS_MS);
    return () => clearTimeout(timer);
  }, [selectedId]);
  const found = useLive(
    async () => (looked === null ? null : { topicId: looked, views: await similarTopics(db, looked) }),
    [db, looked],
  );
  return found != null && found.topicId === selectedId ? found.views : NONE;
}
