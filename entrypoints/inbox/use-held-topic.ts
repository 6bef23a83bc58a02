import { useEffect, useState } from 'preact/hooks';
import type { HeldTopic } from '../../protocol/search.ts';
import type { AccountDatabase } from '../../storage/database.ts';
import { topicDetail } from '../../storage/topic-detail.ts';
import type { TopicDetail } from '../../storage/views.ts';
import type { Session } from '../browser/session.ts';
import { useLive } from '../browser/use-live.ts';
import { archiveOf } from './use-archive.ts';

type Found = { topicId: string; detail: TopicDetail | null };
type Archived = { held: HeldTopic; detail: TopicDetail };

const detailOf = async (db: AccountDatabase, topicId: string): Promise<Found> => ({
  topicId,
  detail: await topicDetail(db, topicId),
});

/**
 * The selected topic: as this device holds it, kept current; else as the queue has it, read once and
 * only to be looked at; `archived` is that one as it came. Null while neither is known.
 */
export function useHeldTopic(session: Session, topicId: string | null) {
  const { db } = session;
  const here = useLive(async () => (topicId === null ? null : await detailOf(db, topicId)), [db, topicId]);
  const [there, setThere] = useState<Archived | null>(null);
  const isMissing = here != null && here.topicId === topicId && here.detail === null;

  useEffect(() => {
    if (!isMissing || topicId === null) return;
    const asking = new AbortController();
    archiveOf(session)
      .topic(topicId, asking.signal)
      .then((held) => {
        const { topic, clips } = held;
        const own = clips.map(({ clip, submitter }) => ({ clip, submitter }));
        // What it was merged with, or takes up again, is in the archive too, and is found there.
        const [merged, reused] = [
          { into: null, from: [] },
          { of: null, by: [] },
        ];
        if (!asking.signal.aborted) setThere({ held, detail: { topic, clips: own, waiting: false, merged, reused } });
      })
      // No network, or nobody has it: the pane stays empty.
      .catch(() => undefined);
    return () => asking.abort();
  }, [session, topicId, isMissing]);

  const archived = isMissing && there?.held.topic.id === topicId ? there : null;
  return { detail: here?.detail ?? archived?.detail ?? null, archived: archived?.held ?? null };
}
