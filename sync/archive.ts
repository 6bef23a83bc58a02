/** What the queue holds and this device does not: searched there, read there, kept nowhere here. */
import { topicPath } from '../protocol/routes.ts';
import {
  archivePath,
  type HeldTopic,
  heldTopicSchema,
  type SearchResponse,
  searchResponseSchema,
} from '../protocol/search.ts';
import type { TopicFilter } from '../protocol/topic-filter.ts';
import { askJson, type Line } from './ask.ts';

/** Fails only with a `SyncError`. */
export type Archive = {
  /** @param ownId for "led by me" */
  search(filter: TopicFilter, ownId: string, cursor: string | null, signal: AbortSignal): Promise<SearchResponse>;
  topic(topicId: string, signal: AbortSignal): Promise<HeldTopic>;
};

export const createArchive = (line: Line): Archive => ({
  search: (filter, ownId, cursor, signal) =>
    askJson(line, archivePath(filter, ownId, cursor), { signal }, searchResponseSchema),
  topic: (topicId, signal) => askJson(line, topicPath(topicId), { signal }, heldTopicSchema),
});
