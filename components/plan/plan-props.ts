import type { ResultsFile } from '../../desk/results-file.ts';
import type { Absence } from '../../protocol/absence.ts';
import type { Figures } from '../../protocol/figures.ts';
import type { Publication, PublicationInput } from '../../protocol/publication.ts';
import type { RefusalKind } from '../../protocol/refusal.ts';
import type { Result, ResultInput } from '../../protocol/result.ts';
import type { Channel } from '../../protocol/strategy.ts';
import type { Topic } from '../../protocol/topic.ts';
import type { NotKeptBecause } from '../not-kept.tsx';
import type { SaveProblem, SyncProblem } from '../problems.ts';
import type { Strategy } from '../strategy.ts';
import type { DutySwap } from './duty-swap.ts';

export const PLAN_TABS = ['calendar', 'meeting', 'goals', 'coverage', 'flow'] as const;
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

export type GoalsView = {
  /** The newest measurement first. */
  results: readonly Result[];
  /** Published for a goal, and without a result: the oldest first. */
  unmeasured: readonly Topic[];
  /** Of the topics that were measured. */
  titles: ReadonlyMap<string, string>;
};

/** A file of results that was chosen: what each of its lines would do, or did. */
export type ResultsFileView = {
  unreadable: ResultsFile['unreadable'];
  lines: readonly {
    line: number;
    input: ResultInput;
    outcome: 'new' | 'changed' | 'same' | { refused: RefusalKind };
  }[];
  faults: readonly { line: number; fault: LineFault }[];
  /** How many were kept; null: not yet. */
  taken: number | null;
  /** Why none of them could be kept on this device. */
  notKept: SaveProblem | null;
};
type LineFault = ResultsFile['faults'][number]['fault'] | 'unknown_goal' | 'unknown_publication';

export type PlanScreenProps = {
  tab: PlanTab;
  /** Null while it loads. */
  plan: PlanView | null;
  /** Null while it loads. */
  agenda: readonly Topic[] | null;
  /** Null while it loads. */
  goals: GoalsView | null;
  /** Null: none was chosen. */
  resultsFile: ResultsFileView | null;
  figures: FiguresView;
  strategy: Strategy;
  /** Who is away, now or later. */
  absences: readonly Absence[];
  dutySwap: DutySwap;
  /** The form that stood open when the page was left. */
  draft: PlanDraft | null;
  /** The appearance that was saved last, as long as that can be taken back. */
  saved: { title: string } | null;
  letterKeys: boolean;
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
  onResultsFile(text: string): void;
  /** Keeps what the file has that is new or changed. */
  onImport(): void;
  onReload(): void;
  onPrint(): void;
  onUndoSave(): void;
  /** What was not kept once more. */
  onRetry(): void;
  onDismissNotKept(): void;
};
