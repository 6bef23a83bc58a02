import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

/**
 * A wide table that scrolls by itself, so that the page does not. It takes the focus only while there is
 * something to scroll: by keyboard that is the way to its far end. As long as something lies beyond that end, it fades.
 */
export function Sideways({ labelledBy, children }: { labelledBy: string; children: ComponentChildren }) {
  const box = useRef<HTMLElement>(null);
  const [wide, setWide] = useState(false);
  const [more, setMore] = useState(false);
  const look = (at: HTMLElement) => {
    setWide(at.scrollWidth > at.clientWidth);
    // Half a pixel is lost where the browser zooms.
    setMore(Math.abs(at.scrollLeft) + at.clientWidth < at.scrollWidth - 1);
  };
  useEffect(() => {
    const measured = box.current;
    if (measured === null) return;
    const observer = new ResizeObserver(() => look(measured));
    observer.observe(measured);
    // What it holds may grow while it does not.
    for (const content of measured.children) observer.observe(content);
    return () => observer.disconnect();
  }, []);
  return (
    <section
      ref={box}
      class="scroll-x"
      aria-labelledby={labelledBy}
      data-more={more}
      onScroll={(event) => look(event.currentTarget)}
      {...(wide ? { tabIndex: 0 } : {})}
    >
      {children}
    </section>
  );
}
