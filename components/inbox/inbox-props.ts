import type { ComponentChildren } from 'preact';
import type { Clip } from '../../protocol/clip.ts';
import type { PersonRef } from '../../protocol/person.ts';
import type { DeclineReason, State, Topic } from '../../protocol/topic.ts';
import type { TopicFilter } from '../../protocol/topic-filter.ts';
import type { NotKeptBecause } from '../not-kept.tsx';
import type { SyncProblem } from '../problems.ts';
import type { Strategy } from '../strategy.ts';
import type { Finding } from './finding/finding-props.ts';

export type InboxFilter = TopicFilter;

export type TopicRow = {
  /** As a person sees it, waiting decisions applied (ST2). */
  topic: Topic;
  siteName: string | null;
  pictureUrl: string | null;
  /** A decision on it has not reached the queue yet. */
  waiting: boolean;
};

export type ClipOfTopic = { clip: Clip; submitter: PersonRef; pictureUrl: string | null };
export type TopicDetail = { topic: Topic; clips: readonly ClipOfTopic[]; waiting: boolean };

/** What an editor decided, before the caller adds ids and what it follows. */
export type InboxDecision = {
  topicId: string;
  to: State;
  reason: DeclineReason | null;
  sentence: string | null;
  holdUntil: number | null;
};

export type InboxPanel = 'decline' | 'hold' | 'help';

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
  /** What the caller shows of topics similar to the selected one. */
  similar?: ComponentChildren;
  /** Whether the topic covers the list on a narrow screen. */
  open: boolean;
  /** Topics that came while the list was being read and are not in `rows` yet. */
  arrived: number;
  /** The last decision, as long as a toast offers to take it back. */
  decided: { topicId: string; title: string; to: State } | null;
  /** Somebody else was faster: what they decided stands. */
  conflict: { title: string; by: string | null; state: State } | null;
  /** Decisions and undoings that could not be kept on this device, the last of each topic. */
  notKept: readonly { topicId: string; title: string; because: NotKeptBecause }[];
  /** Why nothing leaves; shown as a strip, nothing is blocked. */
  problem: SyncProblem | null;
  unsent: number;
  person: string;
  letterKeys: boolean;
  /** Which panel stands open at first; used by the gallery. */
  initialPanel?: InboxPanel;
  onFilter(filter: InboxFilter): void;
  onSelect(topicId: string): void;
  onOpen(topicId: string): void;
  onBack(): void;
  onDecide(decision: InboxDecision): void;
  /** Takes back the last decision on this topic. */
  onUndo(topicId: string): void;
  onShowArrived(): void;
  onDismissConflict(): void;
  /** The same decision or undoing once more. */
  onRetry(topicId: string): void;
  onDismissNotKept(topicId: string): void;
  /** The end of `rows` comes into view and `more` says that there are more. */
  onMore(): void;
};
