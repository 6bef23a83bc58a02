import type { Absence } from '../../protocol/absence.ts';
import type { Figures } from '../../protocol/figures.ts';
import type { Publication, PublicationInput } from '../../protocol/publication.ts';
import type { Channel } from '../../protocol/strategy.ts';
import type { Topic } from '../../protocol/topic.ts';
import type { NotKeptBecause } from '../not-kept.tsx';
import type { SyncProblem } from '../problems.ts';
import type { Strategy } from '../strategy.ts';

export const PLAN_TABS = ['calendar', 'meeting', 'coverage', 'flow'] as const;
export type PlanTab = (typeof PLAN_TABS)[number];

/** A week of the plan: its first moment, and its number in the year (ISO 8601). */
export type PlanWeek = { from: number; number: number };

/** A form of the plan that stands open: an appearance, new or known, as far as it was typed, and the topic it is of. */
export type PlanDraft = { publication: PublicationInput; title: string; fresh: boolean };

/** `topic` is null while this device does not hold it. */
export type PlanItem = { publication: Publication; topic: Topic | null; waiting: boolean };

export type PlanView = {
  channels: readonly Channel[];
  weeks: readonly PlanWeek[];
  items: readonly PlanItem[];
  /** Accepted, and without a date on any channel. */
  undated: readonly Topic[];
};

/** `loading` also while older figures are shown. */
export type FiguresView = {
  figures: Figures | null;
  /** When these were counted; null without any. */
  countedAt: number | null;
  loading: boolean;
  /** Why there are no newer ones. */
  problem: SyncProblem | null;
};

export type PlanScreenProps = {
  tab: PlanTab;
  /** Null while it loads. */
  plan: PlanView | null;
  /** Null while it loads. */
  agenda: readonly Topic[] | null;
  figures: FiguresView;
  strategy: Strategy;
  /** Who is away, now or later. */
  absences: readonly Absence[];
  /** The form that stood open when the page was left. */
  draft: PlanDraft | null;
  /** A change that could not be kept on this device. */
  notKept: { title: string; because: NotKeptBecause } | null;
  onTab(tab: PlanTab): void;
  /** Weeks to go forward, or back when negative; 0 leads to this week. */
  onWeeks(by: number): void;
  /** What stands in the open form; null when it is closed. */
  onDraft(draft: PlanDraft | null): void;
  /** Whether it was kept; if not, `notKept` says why. */
  onSave(publication: PublicationInput): Promise<boolean>;
  /** Takes an accepted topic into work. */
  onBegin(topicId: string): void;
  onOpenTopic(topicId: string): void;
  onReload(): void;
  onPrint(): void;
  /** What was not kept once more. */
  onRetry(): void;
  onDismissNotKept(): void;
};
