import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/** What is left of a scrolled part by rounding, or of its padding, hides nothing. Pixels. */
const NOTHING = 4;

/** Says with `data-more` on an element whether there is more of it below what is seen: nothing else shows that it scrolls. */
export function useMoreBelow(box: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const part = box.current;
    if (part === null) return;
    const look = () =>
      part.toggleAttribute('data-more', part.scrollTop + part.clientHeight < part.scrollHeight - NOTHING);
    const sizes = new ResizeObserver(look);
    // What is too high for a form changes the size of none but itself.
    const watch = () => {
      for (const each of [part, ...part.querySelectorAll(':scope > *, :scope > * > *')]) sizes.observe(each);
      look();
    };
    const contents = new MutationObserver(watch);
    contents.observe(part, { childList: true, subtree: true });
    part.addEventListener('scroll', look, { passive: true });
    watch();
    return () => {
      sizes.disconnect();
      contents.disconnect();
      part.removeEventListener('scroll', look);
    };
  }, [box]);
}
