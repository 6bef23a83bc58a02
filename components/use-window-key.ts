import { useEffect, useRef } from 'preact/hooks';

/** Calls `onKey` for every key pressed in this window that nothing inside has used up. */
export function useWindowKey(onKey: (event: KeyboardEvent) => void): void {
  // The listener stays the same one; what it calls is always the handler of the last rendering.
  const latest = useRef(onKey);
  useEffect(() => {
    latest.current = onKey;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!event.defaultPrevented) latest.current(event);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}
