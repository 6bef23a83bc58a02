import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Overlay } from './inbox-props.ts';

/** When a panel closes with the focus in it, the focus goes back to the row at hand and not to the top of the page. */
export function useFocusAfterPanel(overlay: Overlay | null, selectedId: string | null): void {
  const before = useRef(overlay);
  useLayoutEffect(() => {
    const closed = before.current !== null && overlay === null;
    before.current = overlay;
    if (!closed || selectedId === null || document.activeElement !== document.body) return;
    document.querySelector<HTMLElement>(`[data-topic="${CSS.escape(selectedId)}"]`)?.focus({ preventScroll: true });
  }, [overlay, selectedId]);
}
