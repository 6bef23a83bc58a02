import { useEffect, useMemo, useState } from 'preact/hooks';
import type { TopicRow } from '../../components/inbox/inbox-props.ts';
import type { TopicClearance } from '../../desk/clearance-views.ts';
import type { HeldTopic } from '../../protocol/search.ts';
import { type TopicAtHand, topicsAtHand } from '../../storage/topics-at-hand.ts';
import type { Session } from '../browser/session.ts';
import { useLive } from '../browser/use-live.ts';
import { archiveOf } from './use-archive.ts';

/** Who stays this long with a topic has seen it: then its neighbours are read, so that a key finds them there. Milliseconds. */
const AHEAD_AFTER = 80;

const NOT_ASKED: TopicClearance = { view: null, mayDrop: false };
const NOTHING: TopicAtHand = {
  ...{ detail: null, notes: [], assignments: [], questions: [], publications: [] },
  clearance: NOT_ASKED,
};

/** A topic that only the queue holds, as it came: only to be looked at. */
const shownOf = ({ topic, clips, notes, assignments, questions, publications, clearances }: HeldTopic): TopicAtHand => {
  const [clearance] = clearances;
  return {
    detail: {
      topic,
      clips: clips.map(({ clip, submitter }) => ({ clip, submitter })),
      waiting: false,
      // What it was merged with is in the archive too, and is found there.
      merged: { into: null, from: [] },
    },
    notes: [...notes],
    assignments: assignments.map((assignment) => ({ assignment, waiting: false })),
    questions: [...questions],
    publications: publications.filter(({ state }) => state !== 'cancelled'),
    clearance: clearance === undefined ? NOT_ASKED : { view: { clearance, waiting: false }, mayDrop: false },
  };
};

/** Where `j` and a decision lead, and where `k` does. Pure. */
export function neighboursOf(rows: readonly TopicRow[] | null, topicId: string | null): string[] {
  const at = rows?.findIndex(({ topic }) => topic.id === topicId) ?? -1;
  const found = at < 0 ? [] : [rows?.[at + 1], rows?.[at - 1]];
  return found.flatMap((row) => (row === undefined ? [] : [row.topic.id]));
}

/**
 * The selected topic with all that its pane shows: as this device holds it, kept current; else as the queue has it,
 * read once; `archived` is that one as it came. Its detail is null while neither is known.
 * @param neighbours where the next keys may lead
 */
export function useTopicAtHand(session: Session, topicId: string | null, neighbours: readonly string[]) {
  const { db } = session;
  const [ahead, setAhead] = useState<readonly string[]>([]);
  const ids = topicId === null || ahead.includes(topicId) ? ahead : [topicId];
  const read = useLive(() => topicsAtHand(db, ids), [db, ids.join(' ')]);

  const wanted = topicId === null ? '' : [topicId, ...neighbours].join(' ');
  useEffect(() => {
    if (wanted === '') return;
    const timer = setTimeout(() => setAhead(wanted.split(' ')), AHEAD_AFTER);
    return () => clearTimeout(timer);
  }, [wanted]);

  const here = topicId === null ? undefined : read?.get(topicId);
  const [there, setThere] = useState<HeldTopic | null>(null);
  const isMissing = here?.detail === null;
  useEffect(() => {
    if (!isMissing || topicId === null) return;
    const asking = new AbortController();
    archiveOf(session)
      .topic(topicId, asking.signal)
      .then((held) => !asking.signal.aborted && setThere(held))
      // No network, or nobody has it: the pane stays empty.
      .catch(() => undefined);
    return () => asking.abort();
  }, [session, topicId, isMissing]);

  const archived = isMissing && there?.topic.id === topicId ? there : null;
  const shown = useMemo(() => (archived === null ? null : shownOf(archived)), [archived]);
  return { atHand: shown ?? here ?? NOTHING, archived };
}
