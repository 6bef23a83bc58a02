import type { InboxScreenProps, TopicDetail } from './inbox-props.ts';

/**
 * The selected topic as far as it is known: in full, or as its row says while the rest is loading, so
 * that `j` and `1` in one breath decide on the topic that was moved to, and never on the one before.
 */
export function selectedTopic({
  selectedId,
  topic,
  rows,
}: Pick<InboxScreenProps, 'selectedId' | 'topic' | 'rows'>): TopicDetail | null {
  if (topic !== null && topic.topic.id === selectedId) return topic;
  const row = rows?.find((candidate) => candidate.topic.id === selectedId);
  if (row === undefined) return null;
  const { topic: known, waiting, lookedAtBy } = row;
  return {
    topic: known,
    clips: [],
    waiting,
    merged: { into: null, from: [] },
    reused: { of: null, by: [] },
    lookedAtBy,
    alike: [],
  };
}
