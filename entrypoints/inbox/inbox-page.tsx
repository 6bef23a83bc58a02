/** The editors' inbox: reads the database, hands rows to the screen, writes what the editor decides. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { InboxDecision, InboxFilter } from '../../components/inbox/inbox-props.ts';
import { InboxScreen } from '../../components/inbox/inbox-screen.tsx';
import { PageFrame } from '../../components/page-frame.tsx';
import type { State } from '../../protocol/topic.ts';
import { decide, undoDecision } from '../../storage/decide.ts';
import { inboxTopics, stateCounts } from '../../storage/inbox.ts';
import { discardParked } from '../../storage/parked.ts';
import { StorageError } from '../../storage/problems.ts';
import { readSettings } from '../../storage/settings.ts';
import { syncStatus } from '../../storage/status.ts';
import { ownPerson, strategy as readStrategy } from '../../storage/strategy.ts';
import { topicDetail } from '../../storage/topic-detail.ts';
import { requestSync } from '../browser/background-calls.ts';
import type { PictureShelf } from '../browser/picture-shelf.ts';
import type { Session } from '../browser/session.ts';
import { shownProblem } from '../browser/sync-problem.ts';
import { useLive } from '../browser/use-live.ts';
import { withoutJumps } from './arrivals.ts';

const PAGE = 200;
/** A decision can be taken back quietly for this long. Milliseconds. */
const UNDO_OFFERED = 30_000;

/** The list without the last decision on a topic. */
const without = (decided: readonly Decided[], topicId: string): readonly Decided[] => {
  const at = decided.findLastIndex((one) => one.topicId === topicId);
  return at < 0 ? decided : decided.toSpliced(at, 1);
};

type Decided = { topicId: string; title: string; to: State };

const NO_STRATEGY = { departments: [], goals: [], audiences: [] };
const FIRST: InboxFilter = { state: 'new', departmentId: null, goalId: null, kind: null, text: '' };

export function InboxPage({ session, shelf }: { session: Session; shelf: PictureShelf }) {
  const { db, registry } = session;
  const [filter, setFilter] = useState(FIRST);
  const [limit, setLimit] = useState(PAGE);
  const [selectedId, setSelectedId] = useState<string | null>(() => location.hash.slice(1) || null);
  /** The topic that a link led to; it stays though the list may not hold it, until something was decided. */
  const [linkedId, setLinkedId] = useState(selectedId);
  const [open, setOpen] = useState(selectedId !== null);
  /** What was decided in the last half minute, oldest first: z takes back one after the other. */
  const [decided, setDecided] = useState<readonly Decided[]>([]);
  const [overtaken, setOvertaken] = useState<{ title: string; topicId: string } | null>(null);
  const seen = useRef<ReadonlySet<string> | null>(null);

  const page = useLive(() => inboxTopics(db, filter, { limit, after: null }), [db, filter, limit]);
  const counts = useLive(() => stateCounts(db, filter), [db, filter]);
  const strategy = useLive(() => readStrategy(db), [db]);
  const person = useLive(() => ownPerson(db), [db]);
  const settings = useLive(() => readSettings(registry), [registry]);
  const status = useLive(() => syncStatus(db), [db]);
  const detail = useLive(
    async () => (selectedId === null ? null : await topicDetail(db, selectedId)),
    [db, selectedId],
  );

  const arrivals = useMemo(() => {
    if (page === undefined) return null;
    const list = withoutJumps(page.topics, ({ topic }) => topic.id, seen.current);
    seen.current = list.seen;
    return list;
  }, [page]);
  const rows = arrivals?.rows ?? null;

  useEffect(() => {
    if (decided.length === 0) return;
    const timer = setTimeout(() => setDecided([]), UNDO_OFFERED);
    return () => clearTimeout(timer);
  }, [decided]);

  // There is always one to decide on: 1, 3 and h mean the row that is marked, as soon as the list is there.
  useEffect(() => {
    if (rows === null) return;
    const stays = selectedId !== null && (selectedId === linkedId || rows.some(({ topic }) => topic.id === selectedId));
    if (!stays) setSelectedId(rows[0]?.topic.id ?? null);
  }, [rows, selectedId, linkedId]);

  useEffect(() => {
    // A link to the topic that is open, to be sent to a colleague at the desk.
    history.replaceState(null, '', selectedId === null ? location.pathname : `#${selectedId}`);
  }, [selectedId]);

  const conflicts = status?.parked.filter(({ action }) => action === 'decide') ?? [];
  const conflict = conflicts[0];
  const fasterTopic = useLive(
    async () => (conflict?.topicId ? await topicDetail(db, conflict.topicId) : null),
    [db, conflict?.topicId],
  );

  const refilter = (next: InboxFilter) => {
    seen.current = null;
    setLimit(PAGE);
    setFilter(next);
  };

  /** The list goes on where it was: to the row after the one that was decided. */
  const advance = (from: string) => {
    if (rows === null) return;
    const at = rows.findIndex(({ topic }) => topic.id === from);
    const next = rows[at + 1] ?? rows[at - 1];
    if (at >= 0) setSelectedId(next?.topic.id ?? null);
  };

  const act = async (topicId: string, write: () => Promise<unknown>): Promise<boolean> => {
    try {
      await write();
      requestSync();
      return true;
    } catch (error) {
      // The rules on this device saw it already: a colleague's decision came in while this one was made.
      if (!(error instanceof StorageError)) throw error;
      setOvertaken({ topicId, title: rows?.find(({ topic }) => topic.id === topicId)?.topic.title ?? '' });
      return false;
    }
  };

  const onDecide = async (decision: InboxDecision) => {
    const row = rows?.find(({ topic }) => topic.id === decision.topicId)?.topic ?? detail?.topic;
    setLinkedId(null);
    advance(decision.topicId);
    if (await act(decision.topicId, () => decide(db, decision, Date.now())))
      setDecided((before) => [...before, { topicId: decision.topicId, title: row?.title ?? '', to: decision.to }]);
  };

  const onUndo = async (topicId: string) => {
    setDecided((before) => without(before, topicId));
    seen.current = new Set([...(seen.current ?? []), topicId]);
    if (!(await act(topicId, () => undoDecision(db, topicId, Date.now())))) return;
    // The list holds it again a moment later; until then no other topic may take its place under the keys.
    setLinkedId(topicId);
    setSelectedId(topicId);
  };

  const winner = fasterTopic?.topic.decisions.at(-1);
  const screen = (
    <InboxScreen
      rows={
        rows?.map(({ topic, siteName, waiting }) => ({
          topic,
          siteName,
          waiting,
          pictureUrl: shelf.url(topic.coverClipId),
        })) ?? null
      }
      total={page?.total ?? null}
      more={page?.next != null}
      counts={counts ?? {}}
      filter={filter}
      strategy={strategy ?? NO_STRATEGY}
      selectedId={selectedId}
      topic={
        detail
          ? {
              ...detail,
              clips: detail.clips.map((each) => ({
                ...each,
                pictureUrl: each.clip.picture === null ? null : shelf.url(each.clip.id),
              })),
            }
          : null
      }
      open={open}
      arrived={arrivals?.waiting ?? 0}
      decided={decided.at(-1) ?? null}
      conflict={
        conflict !== undefined
          ? { title: conflict.title, by: winner?.actor?.name ?? null, state: fasterTopic?.topic.state ?? 'new' }
          : overtaken !== null
            ? { title: overtaken.title, by: null, state: detail?.topic.state ?? 'new' }
            : null
      }
      problem={status === undefined ? null : shownProblem(status.schedule)}
      unsent={status?.unsent ?? 0}
      person={person?.name ?? session.account.person.name}
      letterKeys={settings?.letterKeys ?? true}
      onFilter={refilter}
      onSelect={setSelectedId}
      onOpen={(topicId) => {
        setSelectedId(topicId);
        setOpen(true);
      }}
      onBack={() => setOpen(false)}
      onDecide={(decision) => void onDecide(decision)}
      onUndo={(topicId) => void onUndo(topicId)}
      onShowArrived={() => {
        seen.current = null;
        setFilter({ ...filter });
      }}
      onDismissConflict={() => {
        setOvertaken(null);
        if (conflict !== undefined) void discardParked(db, conflict.id);
      }}
      onMore={() => setLimit((before) => (page?.next ? before + PAGE : before))}
    />
  );
  return (
    <PageFrame
      current="inbox"
      person={person?.name ?? session.account.person.name}
      desk
      unsent={status?.unsent ?? 0}
      parked={status?.parked.length ?? 0}
      onOpen={(page) => {
        if (page !== 'inbox') location.assign(`options.html#${page}`);
      }}
    >
      {screen}
    </PageFrame>
  );
}
