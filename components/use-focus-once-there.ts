import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Leads to a line of a list once it is there, and not again at every change of the list.
 * @param line the selector of what is looked for; null: nothing
 */
export function useFocusOnceThere(list: RefObject<HTMLElement | null>, line: string | null, isThere: boolean): void {
  /** Where it led last: a filter may take it out of sight and bring it back. */
  const led = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (line === null) led.current = null;
    if (line === null || !isThere || led.current === line) return;
    led.current = line;
    // Whoever is writing elsewhere by then goes on there.
    if (document.activeElement?.closest('form') != null) return;
    const found = list.current?.querySelector<HTMLElement>(line);
    found?.focus();
    found?.scrollIntoView({ block: 'nearest' });
  }, [list, line, isThere]);
}
