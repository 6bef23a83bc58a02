import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

type FloatingDetails = {
  details: RefObject<HTMLDetailsElement | null>;
  close(): void;
  onToggle(): void;
  onFocusOut(event: FocusEvent): void;
};

/** For `<details>` that floats above what comes after it: closed by Escape, by a press beside it, and when the focus leaves it. */
export function useFloatingDetails(): FloatingDetails {
  const details = useRef<HTMLDetailsElement>(null);
  const [isOpen, setIsOpen] = useState(false);

  useEffect(() => {
    if (!isOpen) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented) return;
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
  }, [isOpen]);

  return {
    details,
    close: () => shut(details.current),
    onToggle: () => setIsOpen(details.current?.open === true),
    onFocusOut: (event) => {
      if (event.relatedTarget !== null && !isInside(details.current, event.relatedTarget)) shut(details.current);
    },
  };
}

/** The browser says that it closed by `toggle`, as when a person closes it. */
function shut(details: HTMLDetailsElement | null): void {
  if (details !== null) details.open = false;
}

const isInside = (details: HTMLDetailsElement | null, target: EventTarget | null): boolean =>
  target instanceof Node && details?.contains(target) === true;
