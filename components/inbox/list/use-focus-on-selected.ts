import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { PARKED, park } from '../../use-kept-focus.ts';
import type { Sight } from './use-window.ts';

/** The topic at hand is in no row: the ring of the focus stands on no other one, which keys do not mean. */
function besideTheList(list: HTMLElement, selectedId: string | null): void {
  const { activeElement } = document;
  const row = activeElement?.closest('[data-topic]');
  if (selectedId === null || row == null || !list.contains(row)) return;
  const article = document.querySelector<HTMLElement>('article.topic');
  if (article === null) return;
  article.focus({ preventScroll: true });
  if (document.activeElement === article) park(article);
}

/**
 * Brings the row at hand into sight and moves the focus along with it, but never takes it from another part
 * of the page. Scrolls by arithmetic, for the row may not have been where it is drawn.
 */
export function useFocusOnSelected(
  list: RefObject<HTMLElement | null>,
  selectedId: string | null,
  at: number,
  rowHeight: number,
  sight: { current: Sight },
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another row is a reason to scroll, or one that is there again, not one that moved
  useLayoutEffect(() => {
    const element = list.current;
    if (element === null) return;
    if (at < 0) return besideTheList(element, selectedId);
    const row = element.querySelector<HTMLElement>(`[data-topic="${selectedId}"]`);
    if (row === null) return;
    const top = at * rowHeight;
    // To ask the list itself would lay out the page, in the midst of its change.
    const { top: from, height } = sight.current;
    const wanted = top < from ? top : top + rowHeight > from + height ? top + rowHeight - height : from;
    if (wanted !== from) {
      element.scrollTop = wanted;
      sight.current = { top: wanted, height };
    }
    const active = document.activeElement;
    const mayTake =
      active === null || active === document.body || active.hasAttribute(PARKED) || element.contains(active);
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
