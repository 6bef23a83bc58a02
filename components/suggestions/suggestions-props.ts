import type { Clip, ClipChanges } from '../../protocol/clip.ts';
import type { Publication } from '../../protocol/publication.ts';
import type { Result } from '../../protocol/result.ts';
import type { Rule } from '../../protocol/rule.ts';
import type { NotKeptBecause } from '../not-kept.tsx';
import type { SyncProblem } from '../problems.ts';
import type { Strategy } from '../strategy.ts';
import type { Suggestion } from './suggestion.ts';

export type MySuggestionsScreenProps = {
  /** Newest first; null while they load. */
  suggestions: readonly Suggestion[] | null;
  /** Where their topics appeared. */
  publications: readonly Publication[];
  /** What came of their topics. */
  results: readonly Result[];
  /** Topics about which the person was asked and has not answered yet. */
  askingTopicIds: readonly string[];
  /** Whether the person is named beside what appears of theirs. */
  thanked: boolean;
  strategy: Strategy;
  /** Why nothing arrives; shown as a strip, nothing is blocked. */
  problem: SyncProblem | null;
  letterKeys: boolean;
  /** Goals that wait for this person's word as their sponsor. */
  toConfirm: number;
  /** The clip that was just withdrawn, as long as that can be taken back. */
  withdrawn: { clipId: string; title: string } | null;
  /** The clip that was kept again instead of the one withdrawn last. */
  returnedId?: string | null;
  /** The last change that could not be kept on this device. */
  notKept: { title: string; because: NotKeptBecause } | null;
  /** The keys that open the popup, as the browser spells them. */
  shortcut: string;
  /** Which clip stands open for editing at first. */
  initialEditId?: string;
  /** Rules for company information that this clip is concerned by and that the person has not accepted yet [IN4]. */
  toAccept(clip: Clip): readonly Rule[];
  /** `accepts`: rules that were shown beside the button. */
  onEdit(clipId: string, changes: ClipChanges, accepts: readonly Rule[]): void;
  onWithdraw(clipId: string): void;
  onThanked(agreed: boolean): void;
  onUndoWithdraw(clipId: string): void;
  onConfirm(): void;
  /** The change of `notKept` once more. */
  onRetry(): void;
  onDismissNotKept(): void;
  /** Sends a parked entry again, with the person's corrections where there are any. */
  onSendAgain(entryId: string, changes: ClipChanges, accepts: readonly Rule[]): void;
};
