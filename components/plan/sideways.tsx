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
  useEffect(() => {
    const measured = box.current;
    if (measured === null) return;
    const observer = new ResizeObserver(() => {
      setWide(isWide(measured));
      setMore(hasMore(measured));
    });
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
      onScroll={({ currentTarget }) => {
        setWide(isWide(currentTarget));
        setMore(hasMore(currentTarget));
      }}
      {...(wide ? { tabIndex: 0 } : {})}
    >
      {children}
    </section>
  );
}

const isWide = (box: HTMLElement): boolean => box.scrollWidth > box.clientWidth;

/** Half a pixel is lost where the browser zooms. */
const hasMore = (box: HTMLElement): boolean => Math.abs(box.scrollLeft) + box.clientWidth < box.scrollWidth - 1;
