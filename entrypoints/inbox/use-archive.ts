import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ArchiveStanding } from '../../components/inbox/finding/finding-props.ts';
import { isOpen } from '../../desk/states.ts';
import { readQuery } from '../../desk/words/query.ts';
import { mayBeArchived, type SearchResponse } from '../../protocol/search.ts';
import type { Topic } from '../../protocol/topic.ts';
import type { TopicFilter } from '../../protocol/topic-filter.ts';
import { type Archive, createArchive } from '../../sync/archive.ts';
import { SyncError } from '../../sync/errors.ts';
import type { Session } from '../browser/session.ts';
import { lineOf } from '../browser/session-sync.ts';

/** Between the last key and the question to the queue: it is asked about words, not about letters. Milliseconds. */
const PAUSE = 300;

type Standing =
  | { kind: 'none' | 'searching' | 'offline' | 'failed' }
  | ({ kind: 'found'; topics: Topic[] } & Pick<SearchResponse, 'next'> & Total);
type Total = { total: { count: number; more: boolean } };

export const archiveOf = (session: Session): Archive => createArchive(lineOf(session));

/**
 * What the queue holds beside what this device does: asked a moment after the last key, for searches alone.
 * @param isHeld tells what stands in the list above already
 */
export function useArchive(session: Session, filter: TopicFilter, isHeld: (topicId: string) => boolean) {
  const archive = useMemo(() => archiveOf(session), [session]);
  const [standing, setStanding] = useState<Standing>({ kind: 'none' });
  const flight = useRef<AbortController | null>(null);
  const personId = session.account.person.id;

  const ask = useCallback(
    async (cursor: string | null, before: readonly Topic[], total: Total['total'] | null) => {
      flight.current?.abort();
      const asking = new AbortController();
      flight.current = asking;
      if (!navigator.onLine) return setStanding({ kind: 'offline' });
      try {
        const found = await archive.search(closedOf(filter), personId, cursor, asking.signal);
        if (asking.signal.aborted) return;
        const topics = [...before, ...found.topics];
        const counted = found.total ?? total ?? { count: topics.length, more: true };
        setStanding({ kind: 'found', topics, next: found.next, total: counted });
      } catch (error) {
        if (asking.signal.aborted) return;
        setStanding({ kind: error instanceof SyncError && error.kind === 'unreachable' ? 'offline' : 'failed' });
      }
    },
    [archive, filter, personId],
  );
  const begin = useCallback((): (() => void) => {
    flight.current?.abort();
    if (readQuery(filter.text).length === 0 || !mayBeArchived(filter)) {
      setStanding({ kind: 'none' });
      return () => undefined;
    }
    setStanding({ kind: 'searching' });
    const timer = setTimeout(() => void ask(null, [], null), PAUSE);
    return () => clearTimeout(timer);
  }, [filter, ask]);
  useEffect(begin, [begin]);

  const isOffline = standing.kind === 'offline';
  useEffect(() => {
    if (!isOffline) return;
    const again = () => void begin();
    addEventListener('online', again);
    return () => removeEventListener('online', again);
  }, [isOffline, begin]);

  const shown = useMemo((): ArchiveStanding => {
    if (standing.kind !== 'found') return standing;
    const topics = standing.topics.filter(({ id }) => !isHeld(id));
    const doubles = standing.topics.length - topics.length;
    return {
      kind: 'found',
      topics,
      total: { ...standing.total, count: Math.max(standing.total.count - doubles, topics.length) },
      more: standing.next !== null,
    };
  }, [standing, isHeld]);

  return {
    archive: shown,
    has: (topicId: string) => standing.kind === 'found' && standing.topics.some(({ id }) => id === topicId),
    more: () => {
      if (standing.kind === 'found' && standing.next !== null) void ask(standing.next, standing.topics, standing.total);
    },
    retry: () => void begin(),
  };
}

/** Nothing in the archive is open: whoever searches in a list of open topics is shown what is closed all the same. */
const closedOf = (filter: TopicFilter): TopicFilter =>
  filter.states.every(isOpen) ? { ...filter, states: [] } : filter;
