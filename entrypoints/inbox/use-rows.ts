import { useMemo, useRef } from 'preact/hooks';
import type { TopicRow } from '../../components/inbox/inbox-props.ts';
import { readingOf } from '../../desk/reading.ts';
import type { AccountDatabase } from '../../storage/database.ts';
import { readMarks } from '../../storage/read-marks.ts';
import type { TopicPage } from '../../storage/views.ts';
import type { PictureShelf } from '../browser/picture-shelf.ts';
import { useLive } from '../browser/use-live.ts';
import { steadyRows } from './steady-rows.ts';

/** Topics of the list as rows of the screen: with their pictures, and with what was read of them here. */
export function useRows(
  db: AccountDatabase,
  shelf: PictureShelf,
  topics: TopicPage['topics'] | null,
  /** Names of others by the topic that they look at. */
  claims: ReadonlyMap<string, string>,
  personId: string,
): readonly TopicRow[] | null {
  const kept = useRef(new Map());
  const ids = useMemo(() => topics?.map(({ topic }) => topic.id) ?? [], [topics]);
  const marks = useLive(() => readMarks(db, ids), [db, ids]);
  const urls = topics?.map(({ topic }) => shelf.url(topic.coverClipId)) ?? [];
  // Pictures come one by one; what a picture is called does not change.
  const arrived = urls.join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: `arrived` stands for the urls
  return useMemo(() => {
    if (topics === null) return null;
    const rows = topics.map(({ topic, siteName, waiting }, at): TopicRow => {
      const mark = marks?.get(topic.id);
      // Until the marks are there nothing blinks as unread.
      const reading = marks === undefined ? 'read' : readingOf(topic, mark, personId);
      const lookedAtBy = claims.get(topic.id) ?? null;
      return {
        topic,
        siteName,
        waiting,
        pictureUrl: urls[at] ?? null,
        reading,
        muted: mark?.muted ?? false,
        lookedAtBy,
      };
    });
    return steadyRows(rows, kept.current);
  }, [topics, marks, claims, personId, arrived]);
}
