import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/**
 * Says with `data-more` on an element whether there is more of it below what is seen: nothing else shows that it scrolls.
 * Looked at whenever the component is drawn, and by the function given back when the element is scrolled.
 */
export function useMoreBelow(box: RefObject<HTMLElement | null>): () => void {
  // What is left by rounding, or of the padding, hides nothing.
  const look = () => {
    const part = box.current;
    part?.toggleAttribute('data-more', part.scrollTop + part.clientHeight < part.scrollHeight - 4);
  };
  useEffect(look);
  return look;
}
