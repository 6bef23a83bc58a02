import type { RefObject } from 'preact';
import type { AssignmentWish } from '../../../desk/assignment-views.ts';
import { NO_FLAGS } from '../../../desk/clearances.ts';
import type { Offer } from '../../../desk/load.ts';
import type { Language } from '../../../locales/t.ts';
import type { Absence } from '../../../protocol/absence.ts';
import type { AssignmentRole } from '../../../protocol/assignment.ts';
import type { ClearanceAsk } from '../../../protocol/clearance.ts';
import type { PersonRef } from '../../../protocol/person.ts';
import type { TimeBudget } from '../../../protocol/time-budget.ts';
import type { DeclineReason, HoldReason, State, Topic, TopicChanges } from '../../../protocol/topic.ts';
import type { Strategy } from '../../strategy.ts';
import type { BriefDraft } from '../brief/brief-draft.ts';
import type { FoundTopic, InboxScreenProps } from '../inbox-props.ts';

/** The key of a target that is all that is picked. */
export const PICKED = 'picked';

/** What a decision is about: the topic that is shown, or all that are picked. */
export type Target = {
  /** Drafts are kept by it: no word is handed on to another topic. */
  key: string;
  /** Null when the picked ones are meant. */
  topic: Topic | null;
  /** Which topics it is about, and how many. */
  ids: InboxScreenProps['picked'];
  count: number;
  /** Where it may be moved to; of the picked ones, any of them. */
  allows: readonly State[];
};

/** What was typed in panels and not sent yet. */
export type PanelDraft = {
  reason: DeclineReason | null;
  sentence: string;
  /** Somebody began to say why it waits: a date no longer decides at once. */
  holdBegun: boolean;
  holdReason: HoldReason;
  holdSentence: string;
  holdAt: number | null;
  publish: PublishDraft;
  evaluate: EvaluateDraft;
  brief: BriefDraft;
  assignment: AssignmentDraft;
  clearance: ClearanceDraft;
  /** For the editors only. */
  note: string;
};

/**
 * `where`: a channel, or something planned, by its id; null: the first. `day` as a date field writes it; null: today.
 * `address`: null as long as nobody typed one; then what the plan says holds.
 */
export type PublishDraft = { where: string | null; day: string | null; address: string | null };

/** `value` as it is typed; `publicationId` null: the first appearance; `day` null: today. */
export type EvaluateDraft = { value: string; day: string | null; publicationId: string | null; lesson: string };
/** What is asked for beyond what holds already; `day` as its field writes it, empty: the usual time. */
export type ClearanceDraft = { level: ClearanceAsk['level']; flags: ClearanceAsk['flags']; note: string; day: string };
/** `day` and `minutes` as their fields write them. */
type AssignmentDraft = {
  toId: string | null;
  role: AssignmentRole;
  deliverable: string;
  day: string;
  minutes: string;
};

export const NO_DRAFT: PanelDraft = {
  reason: null,
  sentence: '',
  holdBegun: false,
  holdReason: 'not_yet',
  holdSentence: '',
  holdAt: null,
  publish: { where: null, day: null, address: null },
  evaluate: { value: '', day: null, publicationId: null, lesson: '' },
  brief: {},
  assignment: { toId: null, role: 'expert', deliverable: '', day: '', minutes: '' },
  clearance: { level: 'internal', flags: NO_FLAGS, note: '', day: '' },
  note: '',
};

export type DecisionDetails = {
  reason?: DeclineReason;
  sentence?: string;
  holdUntil?: number;
  holdReason?: HoldReason;
  into?: string;
  changes?: TopicChanges;
};

export type PanelProps = {
  target: Target;
  /** Kept by the caller, so that closing the panel loses no word. */
  draft: PanelDraft;
  strategy: Strategy;
  meId: string;
  /** In which sentences to the submitters are offered. */
  sentenceLanguage: Language;
  letterKeys: boolean;
  /** Ctrl+Enter submits it. */
  form: RefObject<HTMLFormElement | null>;
  onDraft(draft: PanelDraft): void;
  /** Topics that may be about the same as the one at hand, the likeliest first. */
  alike: readonly FoundTopic[];
  onFindTopics(text: string): Promise<readonly FoundTopic[]>;
  onDecide(to: State, details: DecisionDetails): void;
  /** Of the one topic that is shown. */
  onEdit(changes: TopicChanges): void;
  onNote(text: string): void;
  /** Whom something can be asked of. */
  people: readonly PersonRef[];
  absences: readonly Absence[];
  /** What people have of time; null: not for this person to know [TB2]. */
  budgets: readonly TimeBudget[] | null;
  onGive(wish: AssignmentWish): void;
  /** What taking on what is at hand would mean for this week; null where nobody counts. */
  offer: Offer | null;
  /** The panel of questions, which others fill. */
  renderAsk: InboxScreenProps['renderAsk'];
  onAsked(): void;
  renderPublish: InboxScreenProps['renderPublish'];
  renderEvaluate: InboxScreenProps['renderEvaluate'];
  onPublished(): void;
  renderAskClearance: InboxScreenProps['renderAskClearance'];
  onClose(): void;
};
