import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import type { InboxScreenProps } from './inbox-props.ts';

/** A topic that is nowhere to be had keeps no key waiting for longer. Milliseconds. */
const AT_MOST = 3_000;

/**
 * Opens a topic that was named somewhere else than in its row. The focus comes along: to the row, or to the topic
 * itself where the list has none. Until then keys wait: they mean that topic.
 * @param shownId the topic that stands in the pane
 */
export function useGoToTopic(
  { selectedId, onOpen }: Pick<InboxScreenProps, 'selectedId' | 'onOpen'>,
  shownId: string | null,
) {
  const [going, setGoing] = useState<{ from: string | null; to: string } | null>(null);
  useLayoutEffect(() => {
    if (going === null) return;
    const { from, to } = going;
    // Not there yet, or somebody went on before it was.
    if (selectedId !== to && selectedId !== from) setGoing(null);
    if (selectedId !== to || shownId !== to) return;
    setGoing(null);
    const row = document.querySelector<HTMLElement>(`tr[data-topic="${CSS.escape(to)}"]`);
    (row ?? document.querySelector<HTMLElement>('.topic'))?.focus({ preventScroll: true });
  });
  useEffect(() => {
    if (going === null) return;
    const timer = setTimeout(() => setGoing(null), AT_MOST);
    return () => clearTimeout(timer);
  }, [going]);
  return {
    goTo(topicId: string): void {
      setGoing({ from: selectedId, to: topicId });
      onOpen(topicId);
    },
    isGoing: going !== null,
  };
}
