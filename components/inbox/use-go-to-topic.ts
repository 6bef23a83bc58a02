import { useLayoutEffect, useRef } from 'preact/hooks';
import type { InboxScreenProps } from './inbox-props.ts';

/**
 * Opens a topic that was named somewhere else than in its row. The focus comes along: to the row, or to the topic
 * itself where the list has none.
 * @param shownId the topic that stands in the pane
 */
export function useGoToTopic(
  { selectedId, onOpen }: Pick<InboxScreenProps, 'selectedId' | 'onOpen'>,
  shownId: string | null,
): (topicId: string) => void {
  const going = useRef<{ from: string | null; to: string } | null>(null);
  useLayoutEffect(() => {
    if (going.current === null) return;
    const { from, to } = going.current;
    // Not there yet, or somebody went on before it was.
    if (selectedId !== to && selectedId !== from) going.current = null;
    if (selectedId !== to || shownId !== to) return;
    going.current = null;
    const row = document.querySelector<HTMLElement>(`tr[data-topic="${CSS.escape(to)}"]`);
    (row ?? document.querySelector<HTMLElement>('.topic'))?.focus({ preventScroll: true });
  });
  return (topicId) => {
    going.current = { from: selectedId, to: topicId };
    onOpen(topicId);
  };
}
