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
  const row = rows?.find((candidate) => candidate.topic.id === selectedId);
  if (topic !== null && topic.topic.id === selectedId) {
    // The list may have heard of a decision before the rest has: keys mean what it shows.
    const isBehind = row !== undefined && row.topic.decisions.length > topic.topic.decisions.length;
    return isBehind ? { ...topic, topic: row.topic } : topic;
  }
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
