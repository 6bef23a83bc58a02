import type { ClipChanges } from '../../protocol/clip.ts';
import type { Strategy } from '../strategy.ts';
import type { Suggestion } from './suggestion.ts';

export type MySuggestionsScreenProps = {
  /** Newest first; null while they load. */
  suggestions: readonly Suggestion[] | null;
  strategy: Strategy;
  /** The clip that was just withdrawn, as long as that can be taken back. */
  withdrawn: { clipId: string; title: string } | null;
  /** The keys that open the popup, as the browser spells them. */
  shortcut: string;
  /** Which clip stands open for editing at first. */
  initialEditId?: string;
  onEdit(clipId: string, changes: ClipChanges): void;
  onWithdraw(clipId: string): void;
  onUndoWithdraw(clipId: string): void;
  /** Sends a parked entry again, with the person's corrections where there are any. */
  onSendAgain(entryId: string, changes: ClipChanges): void;
};
