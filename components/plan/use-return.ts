import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/**
 * Where the focus goes when the form closes: to the first of the selectors that is there, else to the heading of the
 * calendar. A card that is only drawn (or drawn elsewhere) later gets it then, unless the person has gone on.
 */
export function useReturn(box: RefObject<HTMLElement | null>, closed: boolean): (selectors: readonly string[]) => void {
  const wanted = useRef<readonly string[] | null>(null);
  const stand = useRef<Element | null>(null);
  useEffect(() => {
    if (!closed || wanted.current === null || box.current === null) return;
    const active = document.activeElement;
    if (active !== null && active !== document.body && active !== stand.current) {
      wanted.current = null;
      return;
    }
    const places = [...wanted.current, '#calendar-title'];
    for (const place of places) {
      const found = box.current.querySelector<HTMLElement>(place);
      if (found === null) continue;
      if (found !== active) found.focus();
      stand.current = found;
      return;
    }
  });
  return (selectors) => {
    wanted.current = selectors;
    stand.current = null;
  };
}
