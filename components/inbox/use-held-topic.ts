import { useRef } from 'preact/hooks';
import type { TopicDetail } from './inbox-props.ts';

/**
 * The topic at hand. One that a panel stands open on stays as it was seen last, whether the list lost it or this
 * device: what somebody writes keeps what it is about.
 * @param found as `selectedTopic` finds it
 */
export function useHeldTopic(found: TopicDetail | null, selectedId: string | null) {
  const last = useRef<TopicDetail | null>(null);
  const heldId = useRef<string | null>(null);
  if (found !== null) last.current = found;
  const isHeld = selectedId !== null && heldId.current === selectedId && last.current?.topic.id === selectedId;
  return {
    detail: found ?? (isHeld ? last.current : null),
    /** @param topicId what a panel stands open on; null: none does */
    hold(topicId: string | null): void {
      heldId.current = topicId;
    },
  };
}
