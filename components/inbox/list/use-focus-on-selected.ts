import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/**
 * Brings the row at hand into sight and moves the focus along with it, but never takes it from another part
 * of the page. Scrolls by arithmetic, for the row may not have been where it is drawn.
 */
export function useFocusOnSelected(
  list: RefObject<HTMLElement | null>,
  selectedId: string | null,
  at: number,
  rowHeight: number,
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another row is a reason to scroll, or one that is there again, not one that moved
  useLayoutEffect(() => {
    const element = list.current;
    if (element === null || at < 0) return;
    const row = element.querySelector<HTMLElement>(`[data-topic="${selectedId}"]`);
    if (row === null) return;
    const top = at * rowHeight;
    const { scrollTop, clientHeight } = element;
    if (top < scrollTop) element.scrollTop = top;
    else if (top + rowHeight > scrollTop + clientHeight) element.scrollTop = top + rowHeight - clientHeight;
    const active = document.activeElement;
    const mayTake = active === null || active === document.body || element.contains(active);
    if (mayTake && !row.contains(active)) row.focus({ preventScroll: true });
  }, [list, selectedId, at >= 0]);

  // A list that gets lower, by a toast below it, takes the row at its end along.
  useLayoutEffect(() => {
    const element = list.current;
    if (element === null) return;
    let before = element.clientHeight;
    const resized = new ResizeObserver(() => {
      const lost = before - element.clientHeight;
      before = element.clientHeight;
      const row = element.querySelector('[aria-current]')?.getBoundingClientRect();
      if (lost <= 0 || row === undefined) return;
      const beyond = row.bottom - element.getBoundingClientRect().bottom;
      if (beyond > 0 && beyond <= lost) element.scrollTop += beyond;
    });
    resized.observe(element);
    return () => resized.disconnect();
  }, [list]);
}
