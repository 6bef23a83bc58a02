import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

type FloatingDetails = {
  details: RefObject<HTMLDetailsElement | null>;
  close(): void;
  onFocusOut(event: FocusEvent): void;
};

/** For `<details>` that floats above what comes after it: closed by Escape, by a press beside it, and when the focus leaves it. */
export function useFloatingDetails(): FloatingDetails {
  const details = useRef<HTMLDetailsElement>(null);

  useEffect(() => {
    // Always heard, and asked of the element: an Escape right after the opening must not find the popup alone.
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || details.current?.open !== true || event.isComposing || event.defaultPrevented)
        return;
      // Used up: the window, which hears it next, would close the popup.
      event.preventDefault();
      shut(details.current);
      details.current?.querySelector('summary')?.focus();
    };
    const onPress = (event: Event) => {
      if (!isInside(details.current, event.target)) shut(details.current);
    };
    document.addEventListener('keydown', onKey);
    document.addEventListener('pointerdown', onPress);
    return () => {
      document.removeEventListener('keydown', onKey);
      document.removeEventListener('pointerdown', onPress);
    };
  }, []);

  return {
    details,
    close: () => shut(details.current),
    onFocusOut: (event) => {
      if (event.relatedTarget !== null && !isInside(details.current, event.relatedTarget)) shut(details.current);
    },
  };
}

function shut(details: HTMLDetailsElement | null): void {
  if (details !== null) details.open = false;
}

const isInside = (details: HTMLDetailsElement | null, target: EventTarget | null): boolean =>
  target instanceof Node && details?.contains(target) === true;
