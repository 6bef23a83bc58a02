/** The editors' inbox: reads the database, hands rows to the screen, writes what the editor decides. */
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { DeskClosed } from '../../components/desk-closed.tsx';
import type { InboxFilter, TopicRow } from '../../components/inbox/inbox-props.ts';
import { InboxScreen } from '../../components/inbox/inbox-screen.tsx';
import { type Leaving, leave, nextTopic } from '../../components/inbox/next-topic.ts';
import { useReader } from '../../components/language.tsx';
import { type FramePage, PageFrame } from '../../components/page-frame.tsx';
import type { AskDraft } from '../../components/questions/ask-draft.ts';
import { readListAddress, topicInLink } from '../../desk/list-address.ts';
import { isSameFilter, leftOf } from '../../desk/topic-filter.ts';
import type { TypedWords } from '../../desk/typed-words.ts';
import { EVERYTHING } from '../../protocol/topic-filter.ts';
import { othersClaims } from '../../storage/claims.ts';
import { seenAs } from '../../storage/decide-many.ts';
import { keepTyped } from '../../storage/keep-typed.ts';
import { rememberCommand } from '../../storage/recent-commands.ts';
import { frameAddress } from '../browser/frame-address.ts';
import type { PictureShelf } from '../browser/picture-shelf.ts';
import type { Session } from '../browser/session.ts';
import { shownProblem } from '../browser/sync-problem.ts';
import { useLive } from '../browser/use-live.ts';
import { withoutJumps } from './arrivals.ts';
import { FIRST_ROWS, type FirstList, filterOf, INCOMING } from './first-list.ts';
import { SimilarBlock } from './similar-block.tsx';
import { topicSlots } from './topic-slots.tsx';
import { useAlike } from './use-alike.ts';
import { takeOver, useClaim } from './use-claim.ts';
import { useCollision } from './use-collision.ts';
import { useDeskActs } from './use-desk-acts.ts';
import { useDeskReads } from './use-desk-reads.ts';
import { useFinding } from './use-finding.ts';
import { useListAddress } from './use-list-address.ts';
import { useLists } from './use-lists.ts';
import { useOutsideList } from './use-outside-list.ts';
import { usePanelOn } from './use-panel-on.ts';
import { usePicked } from './use-picked.ts';
import { useReading } from './use-reading.ts';
import { useReturn } from './use-return.ts';
import { useRows } from './use-rows.ts';
import { useShownPage } from './use-shown-page.ts';
import { neighboursOf, useTopicAtHand } from './use-topic-at-hand.ts';

const PAGE = 200;
/** The rest of a list's first page follows its first rows in such steps: keys that wait go before. Milliseconds, rows. */
const REST_AFTER = 250;
const REST_AT_ONCE = 80;
/** Of so many that were decided on last, what `z` may bring back is read ahead. */
const BACK_AHEAD = 2;
/** Titles that the palette offers. */
const HITS = 8;

/** Where the screen's other pages are. */
const PAGES = { suggestions: 'options.html#suggestions', plan: 'plan.html', coverage: 'plan.html#coverage' } as const;

const NO_CLAIMS: ReadonlyMap<string, string> = new Map();

type InboxPageProps = { session: Session; shelf: PictureShelf; first: FirstList };

export function InboxPage({ session, shelf, first }: InboxPageProps) {
  const { db } = session;
  const { now } = useReader();
  const [filter, setFilter] = useState(() => first.list?.filter ?? filterOf(location.hash));
  const [limit, setLimit] = useState(FIRST_ROWS);
  const [selectedId, setSelectedId] = useState<string | null>(
    () => readListAddress(location.hash).topicId ?? first.list?.page.topics[0]?.topic.id ?? null,
  );
  /** The topic that a link led to; it stays though the list may not hold it, until something was decided or another list chosen. */
  const [linkedId, setLinkedId] = useState(() => readListAddress(location.hash).topicId);
  /** Selected before in a list that is shown again: it may stand further down than the rows that are read by now. */
  const [againId, setAgainId] = useState<string | null>(null);
  const [open, setOpen] = useState(linkedId !== null);
  const seen = useRef<ReadonlySet<string> | null>(null);
  /** What was decided on from this page and may still stand in the list. */
  const decided = useRef<Leaving>(new Map());
  const shownFilter = useRef<InboxFilter | undefined>(undefined);
  const panelOn = usePanelOn();

  /** Rows are on the screen. What somebody can do without for a moment is not read before. */
  const [hasRows, setHasRows] = useState(false);
  const reads = useDeskReads(session, first, hasRows);
  const { strategy, person, status } = reads;
  const lists = useLists(db, session.account.person.id, strategy, filter, limit, {
    first: first.list,
    hasRows,
  });
  const { page, pageFilter, isChanging } = useShownPage(lists, filter);

  const arrivals = useMemo(() => {
    if (page === undefined) return null;
    // What the first sync brings page by page has not arrived while somebody was reading.
    const first = status === undefined || status.schedule.lastSyncAt === null;
    // Nothing has arrived in a list that was not shown before.
    const isOther = shownFilter.current !== pageFilter;
    const list = withoutJumps(page.topics, ({ topic }) => topic.id, first || isOther ? null : seen.current);
    seen.current = list.seen;
    shownFilter.current = pageFilter;
    return list;
  }, [page, pageFilter, status]);
  const claims = useLive(() => othersClaims(db, now), [db, now], { when: hasRows }) ?? NO_CLAIMS;
  const rows = useRows(db, shelf, arrivals?.rows ?? null, claims, session.account.person.id);
  // Where the next keys may lead: up, down, and back to what was decided on.
  const near = [...neighboursOf(rows, selectedId), ...[...decided.current.keys()].slice(-BACK_AHEAD)];
  const { atHand, archived } = useTopicAtHand(session, selectedId, near);
  const isInList = rows?.some(({ topic }) => topic.id === selectedId) ?? false;
  // Keys mean what the list holds, or what was opened on purpose: nothing that another list left behind.
  const isOutside = useOutsideList(selectedId, rows !== null && !isChanging && !isInList);
  const isAtHand = isInList || selectedId === linkedId || selectedId === panelOn.topicId;
  const detail = isAtHand ? atHand.detail : null;
  const { finding, isOnlyInQueue } = useFinding(session, lists, filter, archived !== null, selectedId);

  useEffect(() => {
    if (rows !== null) setHasRows(true);
  }, [rows]);
  /** Rows of the list's first page are still to come. */
  const mayFollow = page?.next != null && limit < PAGE;
  // The rows in sight are there: now those that are not.
  useEffect(() => {
    if (!mayFollow || pageFilter !== filter) return;
    const timer = setTimeout(() => setLimit(Math.min(PAGE, limit + REST_AT_ONCE)), REST_AFTER);
    return () => clearTimeout(timer);
  }, [limit, mayFollow, pageFilter, filter]);

  // There is always one to decide on: 1, 3 and h mean the row that is marked, as soon as the list is there.
  const settledOn = useRef<InboxFilter | undefined>(undefined);
  /** The list as it was with the topic at hand in it. */
  const rowsWithIt = useRef<readonly TopicRow[]>([]);
  useLayoutEffect(() => {
    if (rows === null || isChanging || pageFilter === undefined) return;
    const isOther = settledOn.current !== undefined && !isSameFilter(settledOn.current, pageFilter);
    settledOn.current = pageFilter;
    const isHere = rows.some(({ topic }) => topic.id === selectedId);
    if (isHere || isOther) rowsWithIt.current = rows;
    if (againId !== null && selectedId === againId && !isHere && mayFollow) return;
    setAgainId(null);
    // Whatever arrives, what somebody writes is about this topic; only they themselves go to another one.
    if (panelOn.isOpen() && !isOther) return;
    if (isHere || (selectedId !== null && selectedId === linkedId)) return;
    // Where it stood, what stands there now. Not what was decided on just now and has not left the list yet.
    const here = new Set(rows.map(({ topic }) => topic.id));
    const around = rowsWithIt.current.filter(({ topic }) => topic.id === selectedId || here.has(topic.id));
    const next = nextTopic(around, selectedId, decided.current) ?? nextTopic(rows, null, decided.current);
    // Not over what was opened while this list was drawn.
    setSelectedId((now) => (now === selectedId ? next : now));
  }, [rows, selectedId, linkedId, againId, mayFollow, isChanging, pageFilter, panelOn]);

  const isWhole = page !== undefined && page.next === null && (arrivals?.waiting ?? 0) === 0;
  const whole = useMemo(() => (isWhole ? page.topics.map(({ topic }) => seenAs(topic)) : null), [isWhole, page]);
  const picked = usePicked(panelOn.isOnPicked ? null : whole);
  const reading = useReading(db, detail == null ? null : detail.topic.id);

  const showTopic = (topicId: string) => {
    setLinkedId(topicId);
    setSelectedId(topicId);
  };
  const acts = useDeskActs({
    db,
    rows,
    archived,
    current: detail?.topic.id === selectedId ? (detail?.topic ?? null) : null,
    merged: detail?.merged.from ?? [],
    onBack(topicIds) {
      // The list holds them again a moment later; until then no other topic may take their place under the keys.
      seen.current = new Set([...(seen.current ?? []), ...topicIds]);
      for (const topicId of topicIds) decided.current.delete(topicId);
      if (topicIds[0] !== undefined && !panelOn.isOpen()) showTopic(topicIds[0]);
    },
    onUnmerged(topicIds) {
      if (topicIds[0] !== undefined && !panelOn.isOpen()) showTopic(topicIds[0]);
    },
  });

  const returning = useReturn(detail?.topic ?? null);
  const drafts = useRef(new Map<string, AskDraft>());
  const alike = useAlike(session, selectedId, lists.shelf !== undefined);
  const collision = useCollision(db, acts.overtaken, acts.dismissOvertaken);
  useClaim(session, status !== undefined && status.schedule.pausedBecause === null ? selectedId : null);

  const refilter = (next: InboxFilter) => {
    const linked = topicInLink(next.text);
    if (linked !== null) return onOpen(linked);
    seen.current = null;
    picked.dropAll();
    setLimit(FIRST_ROWS);
    // What stood beside the list before is nothing of this one.
    if (!isSameFilter(next, filter)) setLinkedId(null);
    setFilter(next);
  };
  const onOpen = (topicId: string) => {
    if (rows?.some(({ topic }) => topic.id === topicId)) setSelectedId(topicId);
    else showTopic(topicId);
    reading.mark([topicId], true);
    setOpen(true);
  };
  const viewKey = useListAddress({
    ...{ first: INCOMING, filter, selectedId, views: lists.views, viewsKnown: lists.savedViewsKnown },
    onFilter: refilter,
    onTopic: onOpen,
    onTopicAgain(topicId) {
      setLinkedId(null);
      setAgainId(topicId);
      setSelectedId(topicId);
    },
  });
  const brought = useRef(EVERYTHING);
  brought.current = viewKey === null ? leftOf(brought.current, filter) : filter;

  /** No word is lost where the desk is closed to whoever writes. */
  const keepWords = (typed: readonly TypedWords[]) => {
    const asked = [...drafts.current].map(([topicId, { text }]) => ({
      topicId,
      title: '',
      as: 'question' as const,
      text,
    }));
    const words = [...typed, ...asked, ...acts.wordsNotKept()].filter(({ text }) => text.trim() !== '');
    drafts.current.clear();
    if (words.length > 0) void keepTyped(db, words, Date.now()).catch(() => undefined);
  };

  const screen = () => (
    <InboxScreen
      rows={rows}
      total={page?.total ?? null}
      more={page?.next != null}
      counts={lists.stateCounts}
      filter={filter}
      finding={{
        ...{ ...finding, viewKey, brought: brought.current, onView: (view) => refilter(view.filter) },
        notInList: isOutside && !finding.fromArchive,
      }}
      strategy={strategy}
      selectedId={selectedId}
      topic={
        detail
          ? {
              ...detail,
              lookedAtBy: claims.get(detail.topic.id) ?? null,
              alike: alike.map(({ topic }) => topic),
              clips: detail.clips.map((each) => ({
                ...each,
                pictureUrl: each.clip.picture === null ? null : shelf.url(each.clip.id),
              })),
            }
          : null
      }
      notes={atHand.notes}
      assignments={atHand.assignments}
      absences={reads.absences}
      budgets={reads.budgets}
      load={reads.load}
      onGiveAssignment={acts.giveAssignment}
      onCancelAssignment={acts.cancelAssignment}
      overdue={lists.overdue}
      similar={
        detail ? (
          <SimilarBlock
            key={detail.topic.id}
            session={session}
            topic={detail.topic}
            found={alike}
            strategy={strategy}
            onOpen={onOpen}
            onReuse={(reuseOf) => acts.edit(detail.topic.id, { reuseOf })}
            onMerge={(into) => {
              setLinkedId(null);
              const { id: topicId } = detail.topic;
              acts.decideOne({
                topicId,
                to: 'merged',
                into,
                reason: null,
                sentence: null,
                holdUntil: null,
                holdReason: null,
              });
            }}
          />
        ) : null
      }
      open={open}
      arrived={arrivals?.waiting ?? 0}
      picked={picked.picked}
      acts={acts.acts}
      takenBack={acts.takenBack}
      canUndo={acts.canUndo}
      progress={acts.progress}
      leftAsTheyWere={acts.left}
      decidedCount={acts.decidedCount}
      recent={reads.recent}
      collision={collision.collision}
      notKept={acts.notKept}
      problem={status === undefined ? null : shownProblem(status.schedule)}
      unsent={reads.unsent}
      person={person.name}
      meId={session.account.person.id}
      letterKeys={reads.letterKeys}
      onFilter={refilter}
      onSelect={(topicId) => {
        if (topicId !== null && isOnlyInQueue(topicId)) setLinkedId(topicId);
        setSelectedId(topicId);
      }}
      onOpen={onOpen}
      onBack={() => setOpen(false)}
      onPick={(topicIds, isPicked) => {
        const wanted = rows?.filter(({ topic }) => topicIds.includes(topic.id)).map(({ topic }) => seenAs(topic));
        if (isPicked) picked.pick(wanted ?? []);
        else picked.drop(topicIds);
      }}
      onPickAll={() => {
        if (page?.next === null) picked.pick(rows?.map(({ topic }) => seenAs(topic)) ?? []);
        else void lists.every().then(picked.pick);
      }}
      onPickNone={picked.dropAll}
      onDecide={(decision) => {
        setLinkedId(null);
        const row = rows?.find(({ topic }) => topic.id === decision.topicId);
        if (row !== undefined) leave(decided.current, row.topic);
        acts.decideOne(decision);
      }}
      onDecidePicked={(decision) => {
        setLinkedId(null);
        acts.decidePicked(picked.seen(), decision);
        picked.dropAll();
      }}
      keysWait={returning.waits || isChanging}
      onPanel={panelOn.set}
      onUndoLast={() => returning.follow(acts.undoLast())}
      onEditTopic={acts.edit}
      onAddNote={acts.note}
      onMarkRead={reading.mark}
      onLeave={keepWords}
      onMarkPickedRead={(isRead) => reading.mark([...picked.picked.keys()], isRead)}
      onMute={reading.mute}
      onShowArrived={() => {
        seen.current = null;
        setFilter({ ...filter });
      }}
      onDismissLeft={acts.dismissLeft}
      onKeepTheirs={() => void collision.keepTheirs()}
      onTakeMine={() => void collision.takeMine().catch(() => undefined)}
      onUnmerge={acts.unmerge}
      onTakeOver={(topicId) => takeOver(session, topicId)}
      onRetry={acts.retry}
      onDismissNotKept={acts.dismissNotKept}
      onMore={() => setLimit((before) => (page?.next && before >= PAGE ? before + PAGE : before))}
      onOpenPage={(page) => location.assign(PAGES[page])}
      onFindTopics={(text) => lists.find({ ...EVERYTHING, text }, HITS)}
      {...topicSlots({
        ...{ session, strategy, atHand, acts, onOpen, topic: detail?.topic ?? null },
        measured: reads.measured,
        similarIds: alike.map(({ topic }) => topic.id),
        drafts: drafts.current,
        onDecided: () => setLinkedId(null),
      })}
      onUsed={(key) => void rememberCommand(db, key).catch(() => undefined)}
    />
  );
  const openPage = (page: FramePage) => (page !== 'inbox' || !reads.isOfDesk) && location.assign(frameAddress(page));
  return (
    <PageFrame
      current={reads.isOfDesk ? 'inbox' : null}
      person={person.name}
      desk={reads.isOfDesk}
      unsent={reads.unsent}
      parked={status?.parked.length ?? 0}
      questions={reads.questions}
      clearances={reads.clearances}
      onOpen={openPage}
    >
      {reads.isOfDesk ? screen() : <DeskClosed parked={status?.parked.length ?? 0} onOpen={openPage} />}
    </PageFrame>
  );
}
