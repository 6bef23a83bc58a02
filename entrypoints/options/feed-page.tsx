/** "Published": what became of suggestions of the whole house, to be read and passed on (S9). */
import { FeedScreen } from '../../components/feed/feed-screen.tsx';
import { EMPTY_STRATEGY } from '../../components/strategy.ts';
import { countShare, readFeed } from '../../storage/feed.ts';
import { readSettings } from '../../storage/settings.ts';
import { syncStatus } from '../../storage/status.ts';
import { strategy as readStrategy } from '../../storage/strategy.ts';
import { requestSync } from '../browser/background-calls.ts';
import type { Session } from '../browser/session.ts';
import { shownProblem } from '../browser/sync-problem.ts';
import { useLive } from '../browser/use-live.ts';
import { useFeedPictures } from './use-feed-pictures.ts';

const NOTHING: Awaited<ReturnType<typeof readFeed>> = [];

/** @param topicId what the address leads to; null: to all of it */
export function FeedPage({ session, topicId }: { session: Session; topicId: string | null }) {
  const { db, registry } = session;
  // An embargo ends by the clock alone.
  const minute = Math.floor(Date.now() / 60_000);
  const items = useLive(() => readFeed(db, Date.now()), [db, minute]);
  const strategy = useLive(() => readStrategy(db), [db]);
  const settings = useLive(() => readSettings(registry), [registry]);
  const status = useLive(() => syncStatus(db), [db]);
  const pictures = useFeedPictures(session, items ?? NOTHING);
  return (
    <FeedScreen
      items={
        items?.map((item) => ({ ...item, pictureUrl: pictures.get(item.publication.picture?.clipId ?? '') ?? null })) ??
        null
      }
      topicId={topicId}
      strategy={strategy ?? EMPTY_STRATEGY}
      problem={status === undefined ? null : shownProblem(status.schedule)}
      letterKeys={settings?.letterKeys ?? true}
      nativeShare={'share' in navigator ? (data) => navigator.share(data) : null}
      onCopy={(text) => navigator.clipboard.writeText(text)}
      onShared={(publicationId, network) => {
        // That a count is lost is no loss to whoever passed it on.
        countShare(db, publicationId, network, Date.now()).then(
          () => requestSync(),
          () => undefined,
        );
      }}
    />
  );
}
