import type { FoundTopic, InboxScreenProps, TopicDetail } from '../inbox-props.ts';

/** As many as there are digits to press. */
export const MERGE_OFFERS = 9;

/** Into which topics what is at hand may go: of a few that are picked each of them first, then what is like the topic at hand. */
export function mergeOffers(
  { rows, picked }: Pick<InboxScreenProps, 'rows' | 'picked'>,
  detail: Pick<TopicDetail, 'alike'> | null,
): readonly FoundTopic[] {
  const alike = detail?.alike ?? [];
  if (picked.size < 2 || picked.size > MERGE_OFFERS) return alike;
  const among = (rows ?? []).flatMap(({ topic }) => (picked.has(topic.id) ? [topic] : []));
  return [...among, ...alike.filter(({ id }) => !picked.has(id))];
}
