import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Whoever closes an entry goes on in the list where they were: at the entry that stood open, or where it was taken out,
 * at the one that came up in its place. A new one that was put away was opened by the button.
 */
export function useFocusOnClosed(isOpen: boolean) {
  const list = useRef<HTMLElement>(null);
  const openAt = useRef<number | null>(null);
  useLayoutEffect(() => {
    const lines = [...(list.current?.querySelectorAll<HTMLElement>('li > button') ?? [])];
    const before = openAt.current;
    openAt.current = isOpen ? lines.findIndex((line) => line.hasAttribute('aria-current')) : null;
    // Whoever went to another part has the focus there.
    if (isOpen || before === null || document.activeElement !== document.body) return;
    const line = before === -1 ? undefined : lines[Math.min(before, lines.length - 1)];
    (line ?? list.current?.querySelector('button'))?.focus();
  });
  return list;
}
