import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Calls `onKey` for every key pressed in this window that nothing inside has used up. Always by the
 * newest rendering: with an older one, "3, 1" typed at speed would accept instead of naming a reason.
 */
export function useWindowKey(onKey: (event: KeyboardEvent) => void): void {
  const newest = useRef(onKey);
  useLayoutEffect(() => {
    newest.current = onKey;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!event.defaultPrevented) newest.current(event);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}
