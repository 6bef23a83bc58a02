import type { Publication } from '../../protocol/publication.ts';
import type { Network } from '../../protocol/sharing.ts';
import type { Topic } from '../../protocol/topic.ts';
import type { SyncProblem } from '../problems.ts';
import type { Strategy } from '../strategy.ts';

export type FeedItem = {
  publication: Publication;
  topic: Topic;
  /** Of those who suggested it, who agreed to be named. */
  thanked: readonly string[];
  /** Over which networks it was passed on from this device today. */
  sharedToday: readonly Network[];
  pictureUrl: string | null;
};

/** What a browser's own share sheet takes. */
type NativeShare = (data: { title: string; text: string; url: string }) => Promise<void>;

export type FeedScreenProps = {
  /** Newest first; null while they load. */
  items: readonly FeedItem[] | null;
  /** The topic that somebody came for; null: none in particular. */
  topicId: string | null;
  strategy: Strategy;
  /** Why nothing arrives; shown as a strip, nothing is blocked. */
  problem: SyncProblem | null;
  letterKeys: boolean;
  /** Null where the browser has none. */
  nativeShare: NativeShare | null;
  onCopy(text: string): Promise<void>;
  onShared(publicationId: string, network: Network): void;
};
