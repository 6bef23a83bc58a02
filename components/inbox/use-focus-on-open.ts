import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * In a narrow window list and topic take turns: the focus goes along with the one that comes. Where both are in sight
 * it stays where it is.
 */
export function useFocusOnOpen(isOpen: boolean, selectedId: string | null): void {
  const before = useRef(isOpen);
  useLayoutEffect(() => {
    if (before.current === isOpen) return;
    before.current = isOpen;
    const active = document.activeElement;
    if (active !== null && active !== document.body && active.checkVisibility()) return;
    const row = selectedId === null ? null : `tr[data-topic="${CSS.escape(selectedId)}"]`;
    const wanted = isOpen ? '.topic' : row;
    if (wanted !== null) document.querySelector<HTMLElement>(wanted)?.focus({ preventScroll: true });
  }, [isOpen, selectedId]);
}
