import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

/**
 * A wide table that scrolls by itself, so that the page does not. It takes the focus only while there is
 * something to scroll: by keyboard that is the way to its far end.
 */
export function Sideways({ labelledBy, children }: { labelledBy: string; children: ComponentChildren }) {
  const box = useRef<HTMLElement>(null);
  const [wide, setWide] = useState(false);
  useEffect(() => {
    const measured = box.current;
    if (measured === null) return;
    const observer = new ResizeObserver(() => setWide(measured.scrollWidth > measured.clientWidth));
    observer.observe(measured);
    return () => observer.disconnect();
  }, []);
  return (
    <section ref={box} class="scroll-x" aria-labelledby={labelledBy} {...(wide ? { tabIndex: 0 } : {})}>
      {children}
    </section>
  );
}
