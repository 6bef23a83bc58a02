import { useEffect } from 'preact/hooks';
import type { AccountDatabase } from '../../storage/database.ts';
import { markRead, mute } from '../../storage/read-marks.ts';

/** Shown for as long as this, a topic was read; who runs through the list by `j` has not read it. Milliseconds. */
const READ_AFTER = 1_000;

/** Marks what is shown as read, and as the editor says. That a mark is not kept is no loss. */
export function useReading(db: AccountDatabase, shownId: string | null) {
  const mark = (topicIds: readonly string[], isRead: boolean) =>
    void markRead(db, topicIds, isRead).catch(() => undefined);

  // Marked as unread while it is shown, a topic stays so until it is opened anew.
  useEffect(() => {
    if (shownId === null) return;
    const timer = setTimeout(() => void markRead(db, [shownId], true).catch(() => undefined), READ_AFTER);
    return () => clearTimeout(timer);
  }, [db, shownId]);

  return { mark, mute: (topicId: string, muted: boolean) => void mute(db, topicId, muted).catch(() => undefined) };
}
