import { useMemo, useRef, useState } from 'preact/hooks';
import { PICKED } from '../../components/inbox/panels/panel-props.ts';

/** What a panel of the screen is about, so that nothing that arrives takes it away from under the keys. */
export function usePanelOn() {
  const [key, setKey] = useState<string | null>(null);
  /** Known at once: rows may arrive before this is drawn anew. */
  const now = useRef(key);
  return useMemo(
    () => ({
      topicId: key === PICKED ? null : key,
      isOnPicked: key === PICKED,
      isOpen: () => now.current !== null,
      set(next: string | null) {
        now.current = next;
        setKey(next);
      },
    }),
    [key],
  );
}
