import type { RefObject } from 'preact';
import type { DeclineReason, State, Topic } from '../../../protocol/topic.ts';
import type { InboxScreenProps, TopicHit } from '../inbox-props.ts';

/** What a decision is about: the topic that is shown, or all that are picked. */
export type Target = {
  /** Drafts are kept by it: no word is handed on to another topic. */
  key: string;
  /** Null when the picked ones are meant. */
  topic: Topic | null;
  /** How many topics it is about. */
  count: number;
  /** Where it may be moved to; of the picked ones, any of them. */
  allows: readonly State[];
};

/** What was typed in panels and not sent yet. */
export type PanelDraft = { reason: DeclineReason | null; sentence: string };
export const NO_DRAFT: PanelDraft = { reason: null, sentence: '' };

export type DecisionDetails = { reason?: DeclineReason; sentence?: string; holdUntil?: number; into?: string };

export type PanelProps = {
  target: Target;
  /** Kept by the caller, so that closing the panel loses no word. */
  draft: PanelDraft;
  letterKeys: boolean;
  /** Ctrl+Enter submits it. */
  form: RefObject<HTMLFormElement | null>;
  onDraft(draft: PanelDraft): void;
  /** Topics that may be about the same as the one at hand, the likeliest first. */
  alike: readonly TopicHit[];
  onFindTopics(text: string): Promise<readonly TopicHit[]>;
  onDecide(to: State, details: DecisionDetails): void;
  /** The panel of questions, which others fill. */
  renderAsk: InboxScreenProps['renderAsk'];
  onAsked(): void;
  onClose(): void;
};
