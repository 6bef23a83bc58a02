import { useEffect, useState } from 'preact/hooks';

/** How long what was just done can be taken back quietly, at the desk too. Milliseconds. */
export const UNDO_OFFERED = 30_000;

/**
 * What was just done, as long as it is said and can be taken back: until its time is over or another part of the page is
 * opened (the address names it). Whoever does the next thing sets the next one, or null.
 */
export function useUndoOffer<Done>(): [Done | null, (done: Done | null) => void] {
  const [done, setDone] = useState<Done | null>(null);
  useEffect(() => {
    if (done === null) return;
    const end = () => setDone(null);
    const timer = setTimeout(end, UNDO_OFFERED);
    addEventListener('hashchange', end);
    return () => {
      clearTimeout(timer);
      removeEventListener('hashchange', end);
    };
  }, [done]);
  return [done, setDone];
}
