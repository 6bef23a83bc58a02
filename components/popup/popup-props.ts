import type { ClipDraft } from '../../protocol/clip.ts';
import type { Rule } from '../../protocol/rule.ts';
import type { SimilarTopic } from '../../protocol/similar.ts';
import type { AddressRow } from '../../protocol/topic.ts';
import type { CaptureFailure, SaveProblem } from '../problems.ts';
import type { PopupQuestions } from '../questions/popup-questions.tsx';
import type { RulesView } from '../rules/rules-view.ts';
import type { Strategy } from '../strategy.ts';
import type { Suggestion } from '../suggestions/suggestion.ts';
import type { Preselected } from '../tags/preselected.ts';

/** How far the inside of a document is known: it is being read, or something is to be said of it. */
export type DocumentState =
  /** `progress` says how far; null at first. */
  | { kind: 'reading'; progress: string | null }
  /** `note`: what is to be said of it. `allow`: the name of the button that asks for its site; null for none. */
  | { kind: 'note'; note: string; allow: string | null };

/** What of a captured page the popup shows. */
export type PageView = Pick<
  ClipDraft,
  'address' | 'siteName' | 'byline' | 'published' | 'kind' | 'excerpt' | 'quote' | 'cut' | 'access'
> & {
  /** An object or data URL of the picture; null while it is made or when there is none. */
  pictureUrl: string | null;
  /** Null for pages, and for documents that were read. */
  document: DocumentState | null;
};

/** What a person enters; kept as a draft by the caller at every change. */
export type ClipFormValues = {
  /** Entered by hand only where the page could not be read. */
  address: string;
  title: string;
  /** Null only while the strategy was not pulled yet. */
  departmentId: string | null;
  goalId: string | null;
  note: string;
};

export type ClipForm = {
  values: ClipFormValues;
  strategy: Strategy;
  /** The strategy was pulled and names no department: nothing can be suggested yet, and what is typed is kept. */
  noDepartments?: boolean;
  preselected: Preselected;
  saving: boolean;
  problem: SaveProblem | null;
};

export type PopupState =
  | (ClipForm & {
      kind: 'form';
      /** Null while the page is read, and for good when `failure` says why it could not be. */
      page: PageView | null;
      /** Set: address and title are asked for. */
      failure: CaptureFailure | null;
      /** What the rules for company information say of it; null before anybody knows [IN1]. */
      rules: RulesView | null;
      /** A colleague suggested this page already (AD1). */
      earlier: AddressRow | null;
      /** What is known already that seems to be of the same matter. */
      similar: readonly SimilarTopic[];
      /** These values come from a form that was closed before it was saved. */
      restored: boolean;
    })
  /** After the commit (ST1). `sent`: the queue acknowledged it already. */
  | { kind: 'saved'; title: string; sent: boolean; joined: boolean }
  /** The clip was just taken back; that can be taken back too. */
  | { kind: 'withdrawn'; title: string }
  /** This page was clipped by this person before. Editable as long as `isEditable(topic.state)`. */
  | (ClipForm & {
      kind: 'mine';
      suggestion: Suggestion;
      /** Rules that kept the queue from taking it: sending it again accepts them [IN4]. */
      accept: readonly Rule[];
    })
  /** `invited`: the tab in front shows the invitation page of a queue. */
  | { kind: 'not_joined'; invited: boolean }
  /** The database could not be opened or has no room: nothing was saved. */
  | { kind: 'broken'; problem: SaveProblem };

export type OtherPage = 'confirm' | 'suggestions' | 'questions' | 'inbox' | 'status' | 'settings' | 'join';

/** The line at the foot: how much is unsent, who is signed in, where else to go. */
export type PopupFoot = {
  unsent: number;
  parked: number;
  person: string | null;
  queue: string | null;
  /** Shows the way to the inbox. */
  desk: boolean;
  /** Goals that wait for this person's word as their sponsor (S6). */
  toConfirm: number;
};

export type PopupScreenProps = {
  state: PopupState;
  foot: PopupFoot;
  /** Null before the device was asked. */
  questions: PopupQuestions | null;
  onChange(values: Partial<ClipFormValues>): void;
  /** Saves a form, or the changes of a clip of one's own; one that was parked is sent again. */
  onSave(): void;
  /** Saves a form as one more voice for this similar topic. */
  onJoinTopic(topicId: string): void;
  /** Shows where something published stands. */
  onReuse(topicId: string): void;
  onWithdraw(): void;
  onUndoWithdraw(): void;
  /** Forgets a restored draft and starts from the page again. */
  onDiscardDraft(): void;
  onRetry(): void;
  /** Asks the browser for the site of a document that it does not give us without. */
  onAllowSite(): void;
  /** Marks in the page what was read of it. */
  onShowRead(): void;
  /** Goes on to the page for joining, with the invitation in front if there is one. */
  onJoin(): void;
  onOpen(page: OtherPage): void;
  onAnswer(questionId: string, answer: string): void;
  /** Gives up an answer that the queue did not take. */
  onDiscardAnswer(entryId: string): void;
  onClose(): void;
};
