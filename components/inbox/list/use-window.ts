import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type Stretch, windowOf } from './window-of.ts';

/** As long as no row was measured: four times the size of the text (see `.row`). Pixels. */
const ROW = 64;

/** How far the list is scrolled and how much of it is in sight, as it was measured last; pixels. */
export type Sight = { top: number; height: number };

/**
 * Follows scrolling and the size of the list, and tells which of its rows to draw and how high one is. `sight` can
 * be asked without a layout.
 */
export function useWindow(
  list: RefObject<HTMLElement | null>,
  count: number,
): { stretch: Stretch; rowHeight: number; sight: { current: Sight } } {
  const sight = useRef<Sight>({ top: 0, height: 0 });
  const [view, setView] = useState({ top: 0, height: 0, row: ROW });
  useLayoutEffect(() => {
    const element = list.current;
    if (element === null) return;
    const look = () => {
      const row = element.querySelector('.row')?.getBoundingClientRect().height || ROW;
      const { scrollTop: top, clientHeight: height } = element;
      sight.current = { top, height };
      setView((before) => {
        // A new stretch is drawn every few rows, not at every pixel.
        const near = Math.abs(before.top - top) < row * 4 && before.height === height && before.row === row;
        return near ? before : { top, height, row };
      });
    };
    look();
    element.addEventListener('scroll', look, { passive: true });
    const resized = new ResizeObserver(look);
    resized.observe(element);
    return () => {
      element.removeEventListener('scroll', look);
      resized.disconnect();
    };
  }, [list]);
  return { stretch: windowOf(count, view), rowHeight: view.row, sight };
}
