/** Documents inside the document: only one that holds nearly all the text speaks for the page. */
import type { Marks } from './marks.ts';
import { type Page, textIn, textLengths } from './page.ts';

/** A share of the text that leaves the rest to menus. */
const NEARLY_ALL = 0.7;

/**
 * The marks without the heads of frames. Where one frame holds nearly all the text, its head comes
 * first instead; what the outer title says is the name of the site then, and null elsewhere.
 */
export function headsOfFrames(page: Page, marks: Marks): { marks: Marks; outerTitle: string | null } {
  const frames = marks.frames.filter((index) => (page.nodes[index]?.end ?? 0) > index + 1);
  if (frames.length === 0) return { marks, outerTitle: null };
  const lengths = textLengths(page);
  const main = frames.find((index) => lengths(index) > lengths(0) * NEARLY_ALL) ?? -1;
  const isIn = (frame: number, index: number): boolean => index > frame && index < (page.nodes[frame]?.end ?? 0);
  const outer = marks.head.filter((index) => !frames.some((frame) => isIn(frame, index)));
  const inner = marks.head.filter((index) => isIn(main, index));
  const title = outer.find((index) => page.nodes[index]?.tag === 'title') ?? -1;
  return {
    marks: { ...marks, head: [...inner, ...outer] },
    outerTitle: main === -1 ? null : textIn(page, title, 200),
  };
}
