import type { BuiltInView } from '../../../desk/built-in-views.ts';
import type { Topic } from '../../../protocol/topic.ts';
import type { TopicFilter } from '../../../protocol/topic-filter.ts';

/** A list with a name. `key`: what stands in its address. */
export type ViewEntry = {
  key: string;
  filter: TopicFilter;
  /** Null while it is not known yet. */
  count: number | null;
} & (
  | { kind: 'builtIn'; name: BuiltInView }
  | { kind: 'saved'; name: string; owner: string; mine: boolean; shared: boolean }
);

/** The keys that lead to a view, by its place among them from 0: nine have a digit. */
export const viewKeys = (at: number): readonly string[] => (at >= 0 && at < 9 ? [`g ${at + 1}`] : []);

/** What the queue says of a search beside what this device holds. */
export type ArchiveStanding =
  /** Nothing is searched, or nothing that could be there. */
  | { kind: 'none' }
  | { kind: 'searching' }
  | { kind: 'offline' }
  | { kind: 'failed' }
  | {
      kind: 'found';
      topics: readonly Topic[];
      total: { count: number; more: boolean };
      /** There is a next page. */
      more: boolean;
    };

/** All that has to do with finding topics, in one place of the screen's props. */
export type Finding = {
  /** In the order of their digits behind `g`. */
  views: readonly ViewEntry[];
  /** The view that is shown; null when the list is none of them. */
  viewKey: string | null;
  /** What narrows the list since a view was shown, and not by hand. */
  brought: TopicFilter;
  archive: ArchiveStanding;
  /** The selected topic is not held by this device and was read from the queue. */
  fromArchive: boolean;
  /** It was opened on purpose: the list beside it does not hold it. */
  notInList?: boolean;
  /** The address of the selected topic for a colleague. */
  link: string | null;
  onView(view: ViewEntry): void;
  onSaveView(name: string, shared: boolean): void;
  onDeleteView(key: string): void;
  onArchiveMore(): void;
  onArchiveRetry(): void;
};
