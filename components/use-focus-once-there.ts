import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/**
 * Leads to a line of a list once it is there, and not again at every change of the list.
 * @param line the selector of what is looked for; null: nothing
 */
export function useFocusOnceThere(list: RefObject<HTMLElement | null>, line: string | null, isThere: boolean): void {
  useLayoutEffect(() => {
    if (line === null || !isThere) return;
    const found = list.current?.querySelector<HTMLElement>(line);
    found?.focus();
    found?.scrollIntoView({ block: 'nearest' });
  }, [list, line, isThere]);
}
