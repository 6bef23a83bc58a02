import type { ComponentChildren, RefObject } from 'preact';
import type { AssignmentWish, SeenAssignment } from '../../desk/assignment-views.ts';
import type { WeekLoad } from '../../desk/load.ts';
import type { Reading } from '../../desk/reading.ts';
import type { TypedWords } from '../../desk/typed-words.ts';
import type { Absence } from '../../protocol/absence.ts';
import type { Clip } from '../../protocol/clip.ts';
import type { Note } from '../../protocol/note.ts';
import type { PersonRef } from '../../protocol/person.ts';
import type { RefusalKind } from '../../protocol/refusal.ts';
import type { TimeBudget } from '../../protocol/time-budget.ts';
import type { DeclineReason, HoldReason, State, Topic, TopicChanges } from '../../protocol/topic.ts';
import type { TopicFilter } from '../../protocol/topic-filter.ts';
import type { NotKeptBecause } from '../not-kept.tsx';
import type { SyncProblem } from '../problems.ts';
import type { Strategy } from '../strategy.ts';
import type { Finding } from './finding/finding-props.ts';
import type { ClearanceDraft, EvaluateDraft, PublishDraft } from './panels/panel-props.ts';

export type InboxFilter = TopicFilter;

export type TopicRow = {
  /** As a person sees it, waiting decisions applied (ST2). */
  topic: Topic;
  siteName: string | null;
  pictureUrl: string | null;
  /** A decision on it has not reached the queue yet. */
  waiting: boolean;
  /** How it stands to what was read of it on this device. */
  reading: Reading;
  /** Its changes are no news here. */
  muted: boolean;
  /** Who else has it before them right now. */
  lookedAtBy: string | null;
};

export type ClipOfTopic = { clip: Clip; submitter: PersonRef; pictureUrl: string | null };
export type TopicDetail = {
  topic: Topic;
  clips: readonly ClipOfTopic[];
  waiting: boolean;
  merged: { into: TopicHit | null; from: readonly TopicHit[] };
  reused: { of: TopicHit | null; by: readonly TopicHit[] };
  /** Who else has it before them right now. */
  lookedAtBy: string | null;
  /** Topics that may be about the same, the likeliest first. */
  alike: readonly FoundTopic[];
};

/** What an editor decided, before the caller adds ids and what it follows. */
export type InboxDecision = {
  topicId: string;
  to: State;
  reason: DeclineReason | null;
  sentence: string | null;
  holdUntil: number | null;
  holdReason: HoldReason | null;
  /** The topic it goes into, with `merged` only. */
  into: string | null;
  /** What is said of the topic before it moves: what was missing. */
  changes?: TopicChanges;
  /** Instead of what a colleague decided last, which is taken back for it. */
  replaces?: true;
};

/** One decision on all picked topics. */
export type PickedDecision = Omit<InboxDecision, 'topicId' | 'replaces'>;

/** What can be taken back: of one topic by its title, or of many by their count. */
export type InboxAct = { title: string; count: number } & (
  | {
      to: State;
      /** The title of the topic that it went into. */
      into?: string | null;
    }
  | { changed: Changed }
);
/** What of a topic beside its state. */
export type Changed = keyof TopicChanges | 'note' | 'assignment' | 'clearance';

/** What a decision on many, or taking one back, could not do: how many topics stay as they are, by why. */
export type LeftAsTheyWere = {
  did: 'decided' | 'undone';
  done: number;
  left: readonly { because: RefusalKind; count: number }[];
  /** What it is about, where it is one topic. */
  about?: { title: string; changed?: Changed };
};

/** A topic as the palette finds it. */
export type TopicHit = Pick<Topic, 'id' | 'title' | 'state'>;
/** One to choose from, with what tells it from others of its title. */
export type FoundTopic = TopicHit & Pick<Topic, 'departmentId' | 'createdAt' | 'lead'>;

/** Two editors decided on one topic: which of the two shall stand is a choice of whoever came second. */
export type Collision = {
  topicId: string;
  title: string;
  theirs: { by: string | null; at: number; state: State; sentence: string | null };
  /** Null when it was one decision on many topics, or taking one back. */
  mine: Pick<InboxDecision, 'to' | 'reason' | 'sentence'> | null;
  /** How mine can still come true. */
  way: 'decide' | 'replace' | null;
  /** So many wait to be settled, with this one. */
  of: number;
};

/** Panels stand above the decision bar and are about what is at hand; each has its entry in `panels/panel-registry.tsx`. */
export type PanelName =
  | 'decline'
  | 'merge'
  | 'hold'
  | 'ask'
  | 'publish'
  | 'evaluate'
  | 'clearance'
  | 'lead'
  | 'department'
  | 'goal'
  | 'labels'
  | 'embargo'
  | 'title'
  | 'note'
  | 'brief'
  | 'startWork'
  | 'assignment'
  | 'overload';
/** Where the panel that asks stands, and what becomes of it. */
export type AskPlace = {
  topicId: string;
  /** Ctrl+Enter submits it. */
  form: RefObject<HTMLFormElement | null>;
  /** The question is on its way: on to the next topic. */
  onAsked(): void;
  onClose(): void;
};
/** Where the panel that asks for a clearance stands, and what becomes of it. The topic stays where it is. */
export type AskClearancePlace = AskPlace & { draft: ClearanceDraft; onDraft(draft: ClearanceDraft): void };
/** Where the panel that publishes stands, and what becomes of it. */
export type PublishPlace = {
  topicId: string;
  /** Ctrl+Enter submits it. */
  form: RefObject<HTMLFormElement | null>;
  draft: PublishDraft;
  onDraft(draft: PublishDraft): void;
  /** It is on its way: on to the next topic. */
  onPublished(): void;
  onPublishNowhere(): void;
  onClose(): void;
};
/** Where the panel that evaluates stands, and what becomes of it. */
export type EvaluatePlace = {
  topicId: string;
  goalId: string | null;
  /** Ctrl+Enter submits it. */
  form: RefObject<HTMLFormElement | null>;
  draft: EvaluateDraft;
  onDraft(draft: EvaluateDraft): void;
  /** It is on its way: on to the next topic. */
  onEvaluated(): void;
  onClose(): void;
};
/** What stands open over the screen; a dialog is about nothing in particular. */
export type Overlay = PanelName | 'help' | 'palette';

export type InboxScreenProps = {
  /** Null while they load; in the order to be shown. */
  rows: readonly TopicRow[] | null;
  /** How many there are in all under this filter, rows not handed over included; null when not counted. */
  total: number | null;
  /** There are more rows than were handed over. */
  more: boolean;
  counts: Readonly<Partial<Record<State, number>>>;
  filter: InboxFilter;
  finding: Finding;
  strategy: Strategy;
  selectedId: string | null;
  /** The selected topic; null while it loads or when none is selected. */
  topic: TopicDetail | null;
  /** What the editors noted for each other about the selected topic, oldest first. */
  notes: readonly Note[];
  /** Who does what for the selected topic. */
  assignments: readonly SeenAssignment[];
  /** Who is away, now or later. */
  absences: readonly Absence[];
  /** What others have of time, for whoever may know that [TB2]; else nothing. */
  budgets?: readonly TimeBudget[] | null;
  /** How full one's own weeks are, this one first. */
  load: readonly WeekLoad[];
  /** Ids of what is overdue, the longest first; of more than a hundred the first hundred. */
  overdue: readonly string[];
  /** What the caller shows of topics similar to the selected one. */
  similar?: ComponentChildren;
  /** Whether the topic covers the list on a narrow screen. */
  open: boolean;
  /** Topics that came while the list was being read and are not in `rows` yet. */
  arrived: number;
  /** Topics that the next decision is about, by id, rows that were not handed over included. */
  picked: Pick<ReadonlySet<string>, 'has' | 'size'>;
  /** What was decided last, as long as a toast offers to take it back, the latest at the end. */
  acts: readonly InboxAct[];
  /** What was taken back last, as long as a toast says so. */
  takenBack?: InboxAct | null;
  /** Something was decided here that can be taken back, be it still on its way to the disk. */
  canUndo: boolean;
  /** Something is being taken back, or another list was chosen, and is not seen yet: keys wait, for they mean what comes. */
  keysWait?: boolean;
  /** How far a decision on many topics is; null when none is under way. */
  progress: { done: number; of: number } | null;
  leftAsTheyWere: LeftAsTheyWere | null;
  /** How many topics were decided since the page was opened: an empty list says so. */
  decidedCount: number;
  /** Entries of the palette that were used last, by their key, the newest first. */
  recent: readonly string[];
  /** Somebody else was faster. */
  collision: Collision | null;
  /** Decisions and undoings that could not be kept on this device, the last of each topic or of many. */
  notKept: readonly { topicId: string; title: string; count: number; because: NotKeptBecause }[];
  /** Why nothing leaves; shown as a strip, nothing is blocked. */
  problem: SyncProblem | null;
  unsent: number;
  person: string;
  meId: string;
  letterKeys: boolean;
  /** What stands open at first; used by the gallery. */
  initialOverlay?: Overlay;
  onFilter(filter: InboxFilter): void;
  /** Null: none is left. */
  onSelect(topicId: string | null): void;
  onOpen(topicId: string): void;
  onBack(): void;
  /** A panel stands open on this target now, by its key; null: none does. What it is about must stay. */
  onPanel?(key: string | null): void;
  onPick(topicIds: readonly string[], isPicked: boolean): void;
  /** Every topic of the view, rows that were not handed over included. */
  onPickAll(): void;
  onPickNone(): void;
  onDecide(decision: InboxDecision): void;
  onDecidePicked(decision: PickedDecision): void;
  onEditTopic(topicId: string, changes: TopicChanges): void;
  onAddNote(topicId: string, text: string): void;
  onGiveAssignment(wish: AssignmentWish): void;
  onCancelAssignment(topicId: string, assignmentId: string): void;
  /** Takes back what was decided here last; when there is nothing, the last decision on the topic at hand. */
  onUndoLast(): void;
  onMarkRead(topicIds: readonly string[], isRead: boolean): void;
  onMarkPickedRead(isRead: boolean): void;
  onMute(topicId: string, muted: boolean): void;
  onDismissLeft(): void;
  /** Leaves for another page; `coverage` is the plan's board of departments and goals. */
  /** The screen is taken away from under the editor: what was typed and not sent. */
  onLeave?(typed: TypedWords[]): void;
  onOpenPage(page: 'suggestions' | 'plan' | 'coverage'): void;
  /** Topics whose titles fit, for the palette; the best first. */
  onFindTopics(text: string): Promise<readonly FoundTopic[]>;
  onUsed(key: string): void;
  /** What was asked about a topic, with what can be done about it. */
  renderQuestions(topicId: string): ComponentChildren;
  renderAsk(place: AskPlace): ComponentChildren;
  renderPublish(place: PublishPlace): ComponentChildren;
  renderEvaluate(place: EvaluatePlace): ComponentChildren;
  /** How its clearance stands, with what can be done about it; and the panel that asks for one. */
  renderClearance(topicId: string): ComponentChildren;
  renderAskClearance(place: AskClearancePlace): ComponentChildren;
  onShowArrived(): void;
  onKeepTheirs(): void;
  onTakeMine(): void;
  /** Takes a merge back: the topic that went comes to the inbox again. */
  onUnmerge(topicId: string): void;
  /** Shows this person as the one who looks at it, whoever did before. */
  onTakeOver(topicId: string): void;
  /** The same decision or undoing once more. */
  onRetry(topicId: string): void;
  onDismissNotKept(topicId: string): void;
  /** The end of `rows` comes into view and `more` says that there are more. */
  onMore(): void;
};
