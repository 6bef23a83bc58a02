import type { ActionName } from '../../protocol/mutation.ts';
import type { Refusal } from '../../protocol/refusal.ts';
import type { SyncProblem } from '../problems.ts';

/** One entry of the outbox as a person knows it. */
type EntryView = { id: string; action: ActionName; title: string; madeAt: number };
/** `action` is null for an entry that cannot be read any more. */
export type ParkedView = Omit<EntryView, 'action'> & {
  action: ActionName | null;
  refusal: Refusal;
  clipId: string | null;
  topicId: string | null;
  /** What the person wrote in it; empty where they wrote nothing. */
  words: string;
};

export type StatusScreenProps = {
  account: { person: string; queue: string; queueUrl: string } | null;
  /** Oldest first; the first hundred of `unsent`. */
  waiting: readonly EntryView[];
  unsent: number;
  parked: readonly ParkedView[];
  sending: boolean;
  /** Why nothing leaves; null when all is well. */
  problem: SyncProblem | null;
  nextTryAt: number | null;
  lastSyncAt: number | null;
  storage: { usedBytes: number; freeBytes: number | null; persistent: boolean } | null;
  version: { extension: string; protocol: number };
  onRetryNow(): void;
  onSignIn(): void;
  /** Opens the clip where it can be corrected. */
  onCorrect(clipId: string): void;
  onSendAgain(entryId: string): void;
  /** Gives up a parked entry, after the person confirmed it. */
  onDiscard(entryId: string): void;
};
