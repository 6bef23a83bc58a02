/** The editors' inbox: reads the database, hands rows to the screen, writes what the editor decides. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { InboxDecision, InboxFilter } from '../../components/inbox/inbox-props.ts';
import { InboxScreen } from '../../components/inbox/inbox-screen.tsx';
import { PageFrame } from '../../components/page-frame.tsx';
import type { State } from '../../protocol/topic.ts';
import { openQuestionCount } from '../../storage/answer-question.ts';
import { decide, undoDecision } from '../../storage/decide.ts';
import { inboxTopics, stateCounts } from '../../storage/inbox.ts';
import { discardParked } from '../../storage/parked.ts';
import { readSettings } from '../../storage/settings.ts';
import { syncStatus } from '../../storage/status.ts';
import { ownPerson, strategy as readStrategy } from '../../storage/strategy.ts';
import { topicDetail } from '../../storage/topic-detail.ts';
import type { PictureShelf } from '../browser/picture-shelf.ts';
import type { Session } from '../browser/session.ts';
import { shownProblem } from '../browser/sync-problem.ts';
import { useLive } from '../browser/use-live.ts';
import { withoutJumps } from './arrivals.ts';
import { useActs } from './use-acts.ts';

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
  const { act, overtaken, ...acts } = useActs();
  const seen = useRef<ReadonlySet<string> | null>(null);

  const page = useLive(() => inboxTopics(db, filter, { limit, after: null }), [db, filter, limit]);
  const counts = useLive(() => stateCounts(db, filter), [db, filter]);
  const strategy = useLive(() => readStrategy(db), [db]);
  const person = useLive(() => ownPerson(db), [db]);
  const settings = useLive(() => readSettings(registry), [registry]);
  const status = useLive(() => syncStatus(db), [db]);
  const questions = useLive(() => openQuestionCount(db), [db]);
  const detail = useLive(
    async () => (selectedId === null ? null : await topicDetail(db, selectedId)),
    [db, selectedId],
  );

  const arrivals = useMemo(() => {
    if (page === undefined) return null;
    // What the first sync brings page by page has not arrived while somebody was reading.
    const first = status === undefined || status.schedule.lastSyncAt === null;
    const list = withoutJumps(page.topics, ({ topic }) => topic.id, first ? null : seen.current);
    seen.current = list.seen;
    return list;
  }, [page, status]);
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
  const fasterId = conflict === undefined ? overtaken?.topicId : conflict.topicId;
  const fasterTopic = useLive(async () => (fasterId ? await topicDetail(db, fasterId) : null), [db, fasterId]);

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

  const titleOf = (topicId: string): string =>
    decided.findLast((one) => one.topicId === topicId)?.title ??
    rows?.find(({ topic }) => topic.id === topicId)?.topic.title ??
    (detail?.topic.id === topicId ? detail.topic.title : '');

  const onDecide = (decision: InboxDecision) => {
    const { topicId, to } = decision;
    const title = titleOf(topicId);
    setLinkedId(null);
    advance(topicId);
    act(
      { topicId, title },
      () => decide(db, decision, Date.now()),
      () => setDecided((before) => [...before, { topicId, title, to }]),
    );
  };

  const onUndo = (topicId: string) => {
    setDecided((before) => without(before, topicId));
    seen.current = new Set([...(seen.current ?? []), topicId]);
    act(
      { topicId, title: titleOf(topicId) },
      () => undoDecision(db, topicId, Date.now()),
      () => {
        // The list holds it again a moment later; until then no other topic may take its place under the keys.
        setLinkedId(topicId);
        setSelectedId(topicId);
      },
    );
  };

  const lost = conflict ?? overtaken;
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
        lost == null
          ? null
          : { title: lost.title, by: winner?.actor?.name ?? null, state: fasterTopic?.topic.state ?? 'new' }
      }
      notKept={acts.notKept}
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
      onDecide={onDecide}
      onUndo={onUndo}
      onShowArrived={() => {
        seen.current = null;
        setFilter({ ...filter });
      }}
      onDismissConflict={() => {
        acts.dismissOvertaken();
        if (conflict !== undefined) void discardParked(db, conflict.id);
      }}
      onRetry={acts.retry}
      onDismissNotKept={acts.dismissNotKept}
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
      questions={questions ?? 0}
      onOpen={(page) => {
        if (page !== 'inbox') location.assign(`options.html#${page}`);
      }}
    >
      {screen}
    </PageFrame>
  );
}
