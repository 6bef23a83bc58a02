import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Calls `onKey` for every key pressed in this window that nothing inside has used up. Always by the
 * newest rendering: with an older one, "3, 1" typed at speed would accept instead of naming a reason.
 * @param phase `first`: before anything inside hears of it
 */
export function useWindowKey(onKey: (event: KeyboardEvent) => void, phase: 'first' | 'last' = 'last'): void {
  const newest = useRef(onKey);
  useLayoutEffect(() => {
    newest.current = onKey;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!event.defaultPrevented) newest.current(event);
    };
    window.addEventListener('keydown', listen, phase === 'first');
    return () => window.removeEventListener('keydown', listen, phase === 'first');
  }, [phase]);
}
