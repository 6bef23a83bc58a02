/**
 * Marks what was read in the page itself, with the browser's own highlights: no node of the page is
 * touched. Scrolls only where else nothing of it were to be seen. Goes away by Escape or by itself. The style is its caller's to put there.
 */
import { findRanges } from '../../capture/find-ranges.ts';
import { MARKS, type ReadTexts } from '../browser/read-marks.ts';

/** Milliseconds: long enough to scroll once through a page's beginning. */
const LASTS = 6_000;

/** @returns whether anything could be marked; settles when the marks are gone again */
export async function highlight(document: Document, { title, text, quote }: ReadTexts): Promise<boolean> {
  const window = document.defaultView;
  if (window === null || typeof Highlight !== 'function') return false;
  const read = findRanges(document, [title, ...text.split('\n')]);
  const quoted = findRanges(document, quote.replace(/ ?…$/, '').split(/ … |\n| \| /));
  if (read.length + quoted.length === 0) return false;
  const { highlights } = CSS;
  highlights.set(MARKS.read, new Highlight(...read));
  const over = new Highlight(...quoted);
  over.priority = 1;
  highlights.set(MARKS.quote, over);
  bringIntoView(window, [...quoted, ...read]);
  await new Promise<void>((resolve) => {
    const end = () => {
      clearTimeout(timer);
      window.removeEventListener('keydown', onKey, true);
      for (const name of Object.values(MARKS)) highlights.delete(name);
      resolve();
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') end();
    };
    const timer = setTimeout(end, LASTS);
    window.addEventListener('keydown', onKey, true);
  });
  return true;
}

/** Who asks to see what was read wants to see some of it: the first of it, if all is outside the window. */
function bringIntoView(window: Window, ranges: readonly Range[]): void {
  const isSeen = ranges.slice(0, 60).some((range) => {
    const { top, bottom } = range.getBoundingClientRect();
    return bottom > 0 && top < window.innerHeight;
  });
  const [first] = ranges;
  if (!isSeen) first?.startContainer.parentElement?.scrollIntoView({ block: 'center' });
}
