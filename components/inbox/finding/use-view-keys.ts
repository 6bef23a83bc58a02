import { useEffect, useRef } from 'preact/hooks';
import type { Finding } from './finding-props.ts';

/** Between `g` and its digit. Milliseconds. */
const PATIENCE = 1_500;
const WRITES = 'input, textarea, select, [contenteditable], dialog *';

/** `g` and a digit show the view of that number. Listens before everybody else: 1 and 3 alone decide. */
export function useViewKeys({ views, onView }: Pick<Finding, 'views' | 'onView'>, letterKeys: boolean): void {
  const newest = useRef({ views, onView });
  newest.current = { views, onView };
  useEffect(() => {
    if (!letterKeys) return;
    let begunAt = Number.NEGATIVE_INFINITY;
    const listen = (event: KeyboardEvent) => {
      const { key, target, timeStamp } = event;
      if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
      if (target instanceof Element && target.matches(WRITES)) return;
      const isSecond = timeStamp - begunAt < PATIENCE;
      begunAt = key === 'g' ? timeStamp : Number.NEGATIVE_INFINITY;
      if (!isSecond || !/^[1-9]$/.test(key)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      const view = newest.current.views[Number(key) - 1];
      if (view !== undefined) newest.current.onView(view);
    };
    window.addEventListener('keydown', listen, { capture: true });
    return () => window.removeEventListener('keydown', listen, { capture: true });
  }, [letterKeys]);
}
