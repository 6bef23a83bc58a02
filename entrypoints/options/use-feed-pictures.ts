import { useEffect, useRef, useState } from 'preact/hooks';
import type { FeedItem } from '../../storage/feed.ts';
import { loadPicture } from '../../sync/pictures.ts';
import type { Session } from '../browser/session.ts';
import { transportOf } from '../browser/session-sync.ts';

/**
 * Pictures of what was published, by clip: most readers do not hold the clip, so the publication names its picture.
 * From this device where they are, else asked of the queue, one after the other and each once.
 */
export function useFeedPictures(session: Session, items: readonly FeedItem[]): ReadonlyMap<string, string> {
  const [urls, setUrls] = useState<ReadonlyMap<string, string>>(new Map());
  const asked = useRef(new Set<string>());

  useEffect(() => {
    let gone = false;
    const wanted = items.flatMap(({ publication: { picture } }) => picture ?? []);
    const fetchAll = async () => {
      for (const { clipId, hash } of wanted) {
        if (gone || asked.current.has(hash)) continue;
        asked.current.add(hash);
        // Offline or gone meanwhile: the card does without.
        const named = { id: clipId, hash };
        const found = await loadPicture(session.db, transportOf(session), named, Date.now()).catch(() => null);
        if (found === null || gone) continue;
        const url = URL.createObjectURL(new Blob([found.bytes], { type: found.type }));
        setUrls((before) => new Map(before).set(clipId, url));
      }
    };
    void fetchAll();
    return () => {
      gone = true;
    };
  }, [session, items]);
  return urls;
}
