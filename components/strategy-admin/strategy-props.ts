import type { Colleague } from '../../protocol/person.ts';
import type { Rule } from '../../protocol/rule.ts';
import type { Goal } from '../../protocol/strategy.ts';
import type { EntrySection, StrategyView } from '../../protocol/strategy-edit.ts';
import type { FaultKind, SaidFault } from '../../protocol/strategy-fault.ts';
import type { EntryChange, StrategyVersion } from '../../protocol/strategy-history.ts';
import type { LineProblem } from '../problems.ts';
import type { Strategy } from '../strategy.ts';

export type StrategyTab = 'who' | 'confirm' | EntrySection | 'history' | 'file';

/** An entry as far as it was typed: what the form holds may not be an entry yet. */
export type Draft = Readonly<Record<string, unknown>> & { readonly id: string };

/** An entry that stands open, or that somebody began to change. */
export type OpenEntry = {
  section: EntrySection;
  /** As it was when it was opened; null: a new one. */
  base: Draft | null;
  draft: Draft;
  /** The version that `base` is of. */
  version: number;
};

/** What others did to the entry meanwhile. */
export type Conflict = { since: readonly StrategyVersion[] };

export type FieldProblems = Readonly<Record<string, FaultKind>>;

export type KeepingView = {
  /** As the queue has it; null while it loads or cannot be asked. */
  view: StrategyView | null;
  loading: boolean;
  /** Why it is not there, or why something was not saved. */
  problem: LineProblem | null;
  open: OpenEntry | null;
  /** Ids of entries with changes that were not saved, by section. */
  unsaved: Readonly<Partial<Record<EntrySection, readonly string[]>>>;
  saving: boolean;
  /** How often saving was refused: each time the first thing that is wrong is shown. */
  refusals: number;
  fieldProblems: FieldProblems;
  /** Faults that are of no field of the open entry. */
  faults: readonly SaidFault[];
  conflict: Conflict | null;
  /** What was just saved or taken out, as long as that can be taken back. */
  done: { section: EntrySection; text: 'saved' | 'removed'; name: string; losesWord: boolean } | null;
};

export type KeepingActs = {
  onReload(): void;
  onOpen(section: EntrySection, id: string | null): void;
  onDraft(draft: Draft): void;
  onSave(): void;
  onRemove(): void;
  onDiscard(): void;
  onClose(): void;
  /** Mine on top of theirs, or theirs alone. */
  onResolve(choice: 'overlay' | 'theirs'): void;
  onUndo(): void;
};

export type HistoryView = {
  versions: readonly StrategyVersion[] | null;
  more: boolean;
  problem: LineProblem | null;
};

export type FileView =
  | { step: 'idle' }
  | { step: 'checking' }
  | { step: 'preview'; changes: readonly EntryChange[]; waiting: readonly string[] }
  | { step: 'faulty'; faults: readonly SaidFault[] }
  | { step: 'changed' }
  | { step: 'done'; count: number }
  | { step: 'failed'; problem: LineProblem };

export type ConfirmView = {
  /** Goals that this person sponsors. */
  goals: readonly Goal[];
  busyId: string | null;
  problem: LineProblem | 'changed' | null;
  /** What was just given or taken back. */
  done: { act: 'confirmed' | 'takenBack'; goal: Goal } | null;
};

export type StrategyScreenProps = {
  tab: StrategyTab;
  tabs: readonly StrategyTab[];
  /** As this device holds it: for everybody, offline too. */
  strategy: Strategy & { companyRules?: readonly Rule[] };
  me: Colleague | { id: string; name: string };
  confirm: ConfirmView;
  keeping: KeepingView;
  history: HistoryView;
  file: FileView;
  /** Of the file that was picked last; empty before. */
  fileName: string;
  onTab(tab: StrategyTab): void;
  onConfirm(goal: Goal): void;
  onTakeBack(goalId: string): void;
  onOlder(): void;
  onReloadHistory(): void;
  onExport(): void;
  onPickFile(file: File): void;
  onApplyFile(): void;
  onCheckAgain(): void;
} & KeepingActs;
