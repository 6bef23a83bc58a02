/** The inbox with what it always has, in which each state changes something. */
import type { InboxScreenProps, Overlay } from '../../../components/inbox/inbox-props.ts';
import { InboxScreen } from '../../../components/inbox/inbox-screen.tsx';
import { PublishPanel } from '../../../components/inbox/panels/publish-panel.tsx';
import { PageFrame } from '../../../components/page-frame.tsx';
import { EvaluatePanel } from '../../../components/results/evaluate-panel.tsx';
import { EVERYTHING } from '../../../protocol/topic-filter.ts';
import { HARBOUR } from '../samples/clips.ts';
import { PEOPLE, STRATEGY } from '../samples/company.ts';
import { HARBOUR_DETAIL, PLANNED, ROWS } from '../samples/desk.ts';
import { FINDING } from '../samples/finding.ts';

const nothing = () => {};

export const BASE: InboxScreenProps = {
  rows: ROWS,
  total: ROWS.length,
  more: false,
  counts: { new: 8, query: 0, held: 3, accepted: 5, in_work: 2, published: 41, evaluated: 12, declined: 17, merged: 4 },
  filter: { ...EVERYTHING, states: ['new'] },
  finding: { ...FINDING, viewKey: 'incoming' },
  strategy: STRATEGY,
  selectedId: HARBOUR.id,
  topic: HARBOUR_DETAIL,
  open: false,
  arrived: 0,
  picked: new Set(),
  acts: [],
  canUndo: false,
  progress: null,
  leftAsTheyWere: null,
  decidedCount: 0,
  recent: [],
  collision: null,
  notKept: [],
  problem: null,
  unsent: 0,
  person: PEOPLE.jonas.name,
  meId: PEOPLE.jonas.id,
  notes: [],
  assignments: [],
  absences: [],
  load: [],
  onGiveAssignment: nothing,
  onCancelAssignment: nothing,
  overdue: [],
  onEditTopic: nothing,
  onAddNote: nothing,
  letterKeys: true,
  onFilter: nothing,
  onSelect: nothing,
  onOpen: nothing,
  onBack: nothing,
  onDecide: nothing,
  onPick: nothing,
  onPickAll: nothing,
  onPickNone: nothing,
  onDecidePicked: nothing,
  onUndoLast: nothing,
  onMarkRead: nothing,
  onMarkPickedRead: nothing,
  onMute: nothing,
  onDismissLeft: nothing,
  onOpenPage: nothing,
  onFindTopics: async () => [],
  onUsed: nothing,
  renderClearance: () => null,
  renderAskClearance: () => null,
  renderQuestions: () => null,
  renderAsk: () => null,
  renderPublish: (place) => (
    <PublishPanel
      {...place}
      clearance={null}
      embargoUntil={null}
      channels={STRATEGY.channels}
      timeZone={STRATEGY.rules.timeZone}
      planned={PLANNED}
      onPublish={nothing}
    />
  ),
  renderEvaluate: (place) => (
    <EvaluatePanel
      {...place}
      goal={STRATEGY.goals.find(({ id }) => id === 'vertrauen') ?? null}
      strategy={STRATEGY}
      appeared={[]}
      onEvaluate={nothing}
    />
  ),
  onShowArrived: nothing,
  onKeepTheirs: nothing,
  onTakeMine: nothing,
  onUnmerge: nothing,
  onTakeOver: nothing,
  onRetry: nothing,
  onDismissNotKept: nothing,
  onMore: nothing,
};

export const show =
  (change: Partial<InboxScreenProps> = {}) =>
  () => (
    <PageFrame current="inbox" person={PEOPLE.jonas.name} desk unsent={change.unsent ?? 0} parked={0} onOpen={nothing}>
      <InboxScreen {...BASE} {...change} />
    </PageFrame>
  );

export const panel = (initialOverlay: Overlay, change: Partial<InboxScreenProps> = {}) =>
  show({ initialOverlay, ...change });
