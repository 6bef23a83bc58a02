import { useCallback, useMemo } from 'preact/hooks';
import type { Finding } from '../../components/inbox/finding/finding-props.ts';
import { topicLink } from '../../desk/list-address.ts';
import type { TopicFilter } from '../../protocol/topic-filter.ts';
import { deleteView, saveView } from '../../storage/saved-views.ts';
import { cardsOn } from '../../storage/topic-cards.ts';
import { requestSync } from '../browser/background-calls.ts';
import type { Session } from '../browser/session.ts';
import { useArchive } from './use-archive.ts';
import type { Lists } from './use-lists.ts';

/** What the screen needs to find topics beside its list: views, the archive, a link to the topic at hand. */
export function useFinding(
  session: Session,
  { shelf, views }: Pick<Lists, 'shelf' | 'views'>,
  filter: TopicFilter,
  fromArchive: boolean,
  selectedId: string | null,
) {
  const { db, account } = session;
  const held = useMemo(() => new Set(shelf === undefined ? [] : [...cardsOn(shelf)].map(({ id }) => id)), [shelf]);
  const isHeld = useCallback((topicId: string) => held.has(topicId), [held]);
  const { archive, has, more, retry } = useArchive(session, filter, isHeld);
  // What could not be kept is not there a moment later, for everybody to see; it is no topic and no decision.
  const keep = (write: Promise<void>) =>
    void write.then(
      () => requestSync(),
      () => undefined,
    );
  const finding: Omit<Finding, 'viewKey' | 'brought' | 'onView'> = {
    views,
    archive,
    fromArchive,
    link: selectedId === null ? null : topicLink(account.queueUrl, selectedId),
    onSaveView: (name, shared) => keep(saveView(db, { id: crypto.randomUUID(), name, filter, shared }, Date.now())),
    onDeleteView: (key) => keep(deleteView(db, key, Date.now())),
    onArchiveMore: more,
    onArchiveRetry: retry,
  };
  return { finding, isOnlyInQueue: (topicId: string) => has(topicId) && !isHeld(topicId) };
}
